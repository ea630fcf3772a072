// Options, Results and errors: mostly a matter of which locals hold what.

import { plain, type TypeOf } from "../../ir/types.ts";
import { choose, i32, load, op, zero } from "./code.ts";
import type { Context, Parts } from "./context.ts";
import { type Family, type Operation, type Prim, single } from "./operation.ts";
import { isFlagged, isTagged, wasmTypesOf } from "./representation.ts";
import { fromTagged, toMemory, unboxed } from "./slots.ts";

const none: Operation = (_, __, { type }) => wasmTypesOf(type).map(zero);

const some: Operation = (context, [content], { type, args: [arg] }) =>
  isFlagged(type) ? [i32(1), ...content!] : [toMemory(context, arg!.type, content!)];

const isNone: Operation = (_, args) => [op("i32.eqz", single(args))];

/** The content of an option that is not null; `take`: the option is given up for it. */
const contentOf = (
  context: Context,
  option: Parts,
  { type }: Pick<Prim, "type">,
  from: Prim["type"],
  take: boolean,
) => {
  if (isFlagged(from)) return option.slice(1);
  return take
    ? unboxed(context, type, option[0]!, isTagged(from) ? "tagged" : "reference")
    : fromTagged(context, type, option[0]!);
};

export const options: Family<"option"> = {
  "option.none": none,
  "option.some": some,
  "option.is_none": isNone,
  "option.get": (context, [option], node) => contentOf(context, option!, node, node.args[0]!.type, false),
};

const resultOf = ({ type }: Prim): TypeOf<"Result"> => plain(type) as TypeOf<"Result">;

export const results: Family<"result"> = {
  "result.ok": (_, [content]) => [i32(0), ...content!],
  "result.err": (_, [error], node) => [...error!, ...wasmTypesOf(resultOf(node).ok).map(zero)],
  "result.is_ok": (_, args) => [op("i32.eqz", single(args))],
  "result.ok_value": (_, [result]) => result!.slice(1),
  "result.err_value": (_, [result]) => result!.slice(0, 1),
};

/** The content of an option or Result that is given up for it. */
export const unwrapped = (
  context: Context,
  name: string,
  base: Parts,
  node: Pick<Prim, "type">,
  from: Prim["type"],
): Parts => {
  if (name === "option.get") return contentOf(context, base, node, from, true);
  return name === "result.ok_value" ? base.slice(1) : base.slice(0, 1);
};

/** Whether an object is of the type with a number. */
const hasNumber = (reference: Parts[number], number: number) =>
  op("i32.eq", op("i32.shr_u", load("i32", reference, 4), i32(16)), i32(number));

/** An error is an object of a struct or enum; one of unknown type may be anything else, too. */
const isOf: Operation = (context, args, { args: [error, id] }) => {
  const number = id!.kind === "Text" ? context.module.types.number(id!.value) : -1;
  const value = context.shared(single(args), "i32");
  if (!isTagged(error!.type)) return [hasNumber(value, number)];
  return [choose("i32", context.runtime("is_nominal", value), [hasNumber(value, number)], [i32(0)])];
};

export const unions: Family<"union"> = {
  "union.is": isOf,
  "union.as": (_, [error]) => error!,
  "union.of": (_, [error]) => error!,
};
