// What programs leave to the host of the operations on values of unknown type: what is rare, and what fails.

import { slotKinds } from "../../ir/memory.ts";
import { typeError } from "../../runtime/failures.ts";
import { encodeJson } from "../../runtime/json-encode.ts";
import { textOf } from "../../runtime/text.ts";
import * as unknown from "../../runtime/unknown.ts";
import { describe, Result, type Value, Variant } from "../../runtime/values.ts";
import type { Border } from "./border.ts";
import { CONTENT } from "./memory.ts";

/** An operation of two values. The program asks only where it fails. */
const failing =
  (border: Border, operation: (a: Value, b: Value) => unknown) =>
  (a: number, b: number, site: number): never => {
    border.site = site;
    operation(border.outline(a), border.outline(b));
    throw new Error("an operation that was to fail did not");
  };

/** The same of one value. */
const failingOne = (border: Border, operation: (a: Value) => unknown) => {
  const fail = failing(border, operation);
  return (a: number, site: number): never => fail(a, 0, site);
};

/** The field as it stands in memory, or the failure. */
const fieldOf =
  (border: Border) =>
  (base: number, name: number, site: number): number => {
    border.site = site;
    const value = border.outline(base);
    const field = border.text(name);
    const index = unknown.fieldIndex(value, field);
    if (index < 0) unknown.field(value, field);
    const { slot, offset } = border.types.structs.get(border.memory.detail(base))!.members[index]!;
    return border.fromSlot(slotKinds[slot].number, base + offset);
  };

/** Of an enum value, a Result, or what is neither: then it is the content of Some itself. */
const payloadOf =
  (border: Border) =>
  (tagged: number, index: bigint): number => {
    const { memory, types } = border;
    const value = border.outline(tagged);
    if (value instanceof Variant) {
      const { slot, offset } = types.enums.get(memory.detail(tagged))!.payloads[value.tag]![Number(index)]!;
      return border.fromSlot(slotKinds[slot].number, tagged + offset);
    }
    if (value instanceof Result) {
      const slot = value.isOk ? memory.detail(tagged) : slotKinds.tagged.number;
      return border.fromSlot(slot, tagged + CONTENT);
    }
    if ((tagged & 1) === 0) memory.dup(tagged);
    return tagged;
  };

/** The functions of the host for these operations, by their names in `ir/wat-runtime.ts`. */
export const unknownFunctions = (border: Border) => ({
  unknown_nominal: (a: number) => border.newText(unknown.nominal(border.outline(a))),
  unknown_field: fieldOf(border),
  unknown_payload: payloadOf(border),
  unknown_declares: (a: number, name: number) =>
    Number(unknown.declares(border.outline(a), border.text(name))),
  unknown_is_variant: (a: number, name: number, count: bigint) =>
    Number(unknown.isVariant(border.outline(a), border.text(name), Number(count))),

  host_add: (a: number, b: number, site: number) => {
    border.site = site;
    const sum = unknown.add(border.whole(a), border.whole(b));
    return border.newText(sum as string);
  },
  host_sub: failing(border, unknown.sub),
  host_mul: failing(border, unknown.mul),
  host_div: failing(border, unknown.div),
  host_rem: failing(border, unknown.rem),
  host_neg: failingOne(border, unknown.neg),
  host_equal: (a: number, b: number, site: number) => {
    border.site = site;
    return Number(unknown.equal(border.whole(a), border.whole(b)));
  },
  host_order: failing(border, unknown.order),
  host_range: failing(border, unknown.range),
  host_bool: failingOne(border, unknown.bool),
  host_text: (a: number, site: number) => {
    border.site = site;
    return border.newText(textOf(border.whole(a)));
  },
  host_json: (a: number, depth: number, site: number) => {
    border.site = site;
    return border.newText(encodeJson(border.whole(a), depth));
  },
  host_index: failing(border, unknown.index),
  host_items: failingOne(border, unknown.itemsOf),
  host_put_item: failing(border, (base, at) => unknown.putItem(base, at, null)),
  host_key: failingOne(border, unknown.keyOf),
  host_callable: failingOne(border, (value) => {
    throw typeError(`cannot call ${describe(value)}`);
  }),
});
