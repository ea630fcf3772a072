// Values of unknown type: how they become values of a type and back; all else is done by the run-time part.

import { plain, type Type } from "../../ir/types.ts";
import type { RuntimeName } from "../../ir/wat-runtime.ts";
import { callUnknown } from "./calls.ts";
import type { Instr } from "./code.ts";
import type { Context } from "./context.ts";
import { type Family, type Operation, single } from "./operation.ts";
import { toTagged, unboxed } from "./slots.ts";

/** A function of the run-time part with the operands; one that may fail is told the site. */
const runtime =
  (name: RuntimeName, told: "site" | "nothing"): Operation =>
  (context, args) =>
    context.runtimeResult(name, ...args.flat(), ...(told === "site" ? [context.site()] : []));

/** Containers may have members of any kind; those that a type of unknown members promises are tagged. */
const containers: Readonly<Partial<Record<Type["kind"], RuntimeName>>> = {
  List: "list_as_unknown",
  Map: "map_as_unknown",
  Result: "result_as_unknown",
};

const asType: Operation = (context, args, { type }) => {
  const value = withTaggedMembers(context, type, single(args));
  return unboxed(context, type, value, "tagged");
};

const withTaggedMembers = (context: Context, type: Type, value: Instr): Instr => {
  const known = plain(type);
  const name = containers[known.kind === "Option" ? known.inner.kind : known.kind];
  return name === undefined ? value : context.runtime(name, value);
};

export const unknowns: Family<"unknown"> = {
  "unknown.of": (context, args, node) => [toTagged(context, node.args[0]!.type, args[0]!)],
  "unknown.as": asType,
  "unknown.kind": runtime("unknown_kind", "nothing"),
  "unknown.nominal": runtime("unknown_nominal", "nothing"),
  "unknown.add": runtime("unknown_add", "site"),
  "unknown.sub": runtime("unknown_sub", "site"),
  "unknown.mul": runtime("unknown_mul", "site"),
  "unknown.div": runtime("unknown_div", "site"),
  "unknown.rem": runtime("unknown_rem", "site"),
  "unknown.neg": runtime("unknown_neg", "site"),
  "unknown.eq": runtime("unknown_eq", "site"),
  "unknown.lt": runtime("unknown_lt", "site"),
  "unknown.le": runtime("unknown_le", "site"),
  "unknown.gt": runtime("unknown_gt", "site"),
  "unknown.ge": runtime("unknown_ge", "site"),
  "unknown.range": runtime("unknown_range", "site"),
  "unknown.bool": runtime("unknown_bool", "site"),
  "unknown.text": runtime("unknown_text", "site"),
  "unknown.field": runtime("unknown_field", "site"),
  "unknown.index": runtime("unknown_index", "site"),
  "unknown.items": runtime("unknown_items", "site"),
  "unknown.declares": runtime("unknown_declares", "nothing"),
  "unknown.is_variant": runtime("unknown_is_variant", "nothing"),
  "unknown.payload": runtime("unknown_payload", "nothing"),
  "unknown.put_item": runtime("unknown_put_item", "site"),
  "unknown.key": runtime("unknown_key", "site"),
  "unknown.call": callUnknown,
};
