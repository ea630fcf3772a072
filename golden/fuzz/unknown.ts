// Expressions of unknown type, whose value is probably of a given one.

import { unknownCall } from "./calls.ts";
import { anyType, exact, expression, index, key, read } from "./expressions.ts";
import { decoded } from "./json.ts";
import { type Place, visible } from "./place.ts";
import { type Tree, template } from "./tree.ts";
import { list, map, same, type Type } from "./types.ts";

/** `hint` is the type that the value should have; any, if null. Seldom it has another. */
export const unknown = (at: Place, hint: Type | null, size: number): Tree => {
  const { dice } = at.world;
  const type = hint === null || dice.chance(3) ? anyType(at, 1) : hint;
  const found = visible(at).filter(
    (binding) => binding.type.kind === "Unknown" && binding.hint && same(binding.hint, type),
  );
  if (found.length > 0 && dice.chance(70)) return read(dice.pick(found));
  const lists = visible(at).filter(
    (binding) =>
      binding.type.kind === "Unknown" && binding.hint?.kind === "List" && same(binding.hint.of, type),
  );
  const of = template("_");
  return dice.weighted<() => Tree>([
    [lists.length > 0 ? 8 : 0, () => of`${read(dice.pick(lists))}[${index(at, 0)}]`],
    [6, () => of`([] + [${exact(at, type, size - 1)}])[0]`],
    [1, () => of`([] + ${exact(at, list(type), size - 1)})[${index(at, 0)}]`],
    [size > 0 ? 1 : 0, () => of`([] + [${exact(at, list(type), size - 1)}])[0][${index(at, 0)}]`],
    [size > 0 ? 1 : 0, () => of`([] + [${exact(at, map(type), size - 1)}])[0][${key(at, 0, true)}]`],
    ...(size > 0 ? decoded(at, hint, type, size) : []),
    [size > 0 ? 1 : 0, () => field(at, type, size)],
    [size > 0 ? 2 : 0, () => unknownCall(at, type, size) ?? of`([] + [${expression(at, type, 0)}])[0]`],
  ])();
};

/** A field of a struct of unknown type. */
const field = (at: Place, type: Type, size: number): Tree => {
  const { dice, structs } = at.world;
  const holders = structs.flatMap((struct) =>
    struct.fields.filter((each) => same(each.type, type)).map((each) => [struct, each] as const),
  );
  const of = template("_");
  if (holders.length === 0) return of`([] + [${expression(at, type, 0)}])[0]`;
  const [{ name }, { name: member }] = dice.pick(holders);
  const missing = dice.chance(4) ? "nothing" : member;
  return of`${unknown(at, { kind: "Struct", name }, size - 1)}.${missing}`;
};
