// lower-methods: stub.
import { right } from "fp-ts/These";
import { pass } from "../../ir/framework/pass.ts";
import { Specialised } from "../../ir/mono.ts";
import { Called } from "../../ir/mono.ts";

export const lowerMethods = pass({ name: "lower-methods", purpose: "Stub.", from: Specialised, to: Called, run: (program) => right(program as never) });
