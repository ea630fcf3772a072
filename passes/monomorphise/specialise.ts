// specialise: stub.
import { right } from "fp-ts/These";
import { pass } from "../../ir/framework/pass.ts";
import { Lifted } from "../../ir/mono.ts";
import { Specialised } from "../../ir/mono.ts";

export const specialise = pass({ name: "specialise", purpose: "Stub.", from: Lifted, to: Specialised, run: (program) => right(program as never) });
