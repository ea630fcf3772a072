// Values that may be null: options, and values of unknown type.

import { BOOL, option, plain, type Type, UNKNOWN } from "../../ir/types.ts";
import { type Frame, fresh } from "../fresh.ts";
import { bind, choose, kindIs, nothing, prim, use } from "./build.ts";

interface Typed {
  readonly type: Type;
}

/** Whether the value is null. */
export const isNull = <E extends Typed>(value: E, at: number) =>
  plain(value.type).kind === "Unknown"
    ? kindIs(value, "Null", at)
    : prim("option.is_none", BOOL, [value], at);

/** What an option holds that is not null; a value of unknown type holds itself. */
export const contentOf = <E extends Typed>(value: E, at: number) => {
  const type = plain(value.type);
  return type.kind === "Option" ? prim("option.get", type.inner, [value], at) : value;
};

/** A value as an option or a value of unknown type, where it is one of these or its content. */
export const asNullable = <E extends Typed>(value: E, type: Type, frame: Frame, at: number) => {
  const [from, to] = [plain(value.type).kind, plain(type).kind];
  if (from === to || from === "Never" || (to !== "Unknown" && to !== "Option")) return value;
  if (to === "Unknown") return prim("unknown.of", UNKNOWN, [value], at);
  if (from !== "Unknown") return prim("option.some", option(type), [value], at);
  const local = fresh(frame, "value");
  const held = use(local, value.type, at);
  const some = prim("option.some", type, [held], at);
  return bind(local, value, choose(isNull(held, at), type, nothing(type, at), some, at), at);
};
