// reject-unsupported: stub.
import { right } from "fp-ts/These";
import { pass } from "../../ir/framework/pass.ts";
import { Typed } from "../../ir/typed.ts";
import { Slice } from "../../ir/slice.ts";

export const rejectUnsupported = pass({ name: "reject-unsupported", purpose: "Stub.", from: Typed, to: Slice, run: (program) => right(program as never) });
