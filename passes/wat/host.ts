// What a program says to the world outside and asks of it.

import type { RuntimeName } from "../../ir/wat-runtime.ts";
import { UNREACHABLE } from "./code.ts";
import { type Family, type Operation, single } from "./operation.ts";

/** Ends the run. */
const fail: Operation = (context, args) => {
  context.run("fail", single(args), single(args, 1), context.site());
  context.emit(UNREACHABLE);
  return [];
};

/** The option of a scalar: whether the variable is set, and what it says. */
const setting =
  (name: RuntimeName): Operation =>
  (context, args) =>
    context.runtimeResult(name, single(args), context.site());

export const host: Family<"host"> & { readonly fail: Operation } = {
  "host.print": (context, args) => {
    context.run("host_print", single(args));
    return [];
  },
  "host.input": (context, args) => [context.runtime("host_input", single(args), context.site())],
  "host.env": (context, args) => [context.runtime("host_env", single(args))],
  "host.env_int": setting("host_env_int"),
  "host.env_float": setting("host_env_float"),
  "host.env_bool": setting("host_env_bool"),
  fail,
};
