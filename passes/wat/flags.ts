// Program arguments, and texts of scalars: the host reads both.

import type { RuntimeName } from "../../ir/wat-runtime.ts";
import { type Family, type Operation, single } from "./operation.ts";

/** One value, or the option of a scalar: whether there is one, and which. */
const asked =
  (name: RuntimeName): Operation =>
  (context, args) =>
    context.runtimeResult(name, ...args.map((_, position) => single(args, position)));

export const flags: Family<"flags"> = {
  "flags.has": asked("flags_has"),
  "flags.malformed": asked("flags_malformed"),
  "flags.form": asked("flags_form"),
  "flags.value": asked("flags_value"),
  "flags.unknown": asked("flags_unknown"),
};

export const parse: Family<"parse"> = {
  "parse.int": asked("parse_int"),
  "parse.float": asked("parse_float"),
  "parse.bool": asked("parse_bool"),
  "parse.bytes": asked("parse_bytes"),
  "parse.trimmed": asked("parse_trimmed"),
  "parse.is_null": asked("parse_is_null"),
};
