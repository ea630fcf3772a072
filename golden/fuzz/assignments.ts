// Assignments to variables and to paths into them.

import { expression, index, key } from "./expressions.ts";
import { type Binding, changeable, type Place, structOf, type World } from "./place.ts";
import { type Made, only, statement } from "./statements.ts";
import { type Part, template, tree } from "./tree.ts";
import { INT, isWritable, STRING, type Type } from "./types.ts";

/** Values that could grow with each round of a loop if they were made of themselves. */
const grows = ({ kind }: Type): boolean => !["Int", "Float", "Bool"].includes(kind);

/** Where a value is made that is stored: in a loop without what may have grown in the rounds before. */
const bounded = (at: Place, type: Type): Place =>
  at.times > 1 && grows(type)
    ? { ...at, bindings: at.bindings.filter((each) => !grows(each.type) || isGiven(each)) }
    : at;

/** What a generic function was given stays the same, and nothing else may be at hand. */
const isGiven = ({ type, mutable }: Binding): boolean => type.kind === "Param" && !mutable;

export const assignment = (at: Place): Made => {
  const { dice } = at.world;
  const found = changeable(at).filter(({ mutable, boxed }) => mutable || boxed);
  if (found.length === 0) return pathAssignment(at);
  const { name, type } = dice.pick(found);
  const value = expression(bounded(at, type), type, 3);
  const appends = (type.kind === "List" || type.kind === "String") && dice.chance(50);
  if (type.kind === "List" && appends && dice.chance(70)) {
    return only(statement`${name} = ${name} + [${expression(bounded(at, type), type.of, 2)}]`);
  }
  return only(appends ? statement`${name} = ${name} + ${value}` : statement`${name} = ${value}`);
};

/** `root.a[i].b = value`, as deep as the type of the root goes. */
export const pathAssignment = (at: Place): Made => {
  const { dice } = at.world;
  const found = changeable(at).filter(
    ({ type, hint }) => hasParts(at.world, type) || (hint && hasParts(at.world, hint)),
  );
  if (found.length === 0) return only(statement`assert(true)`);
  const root = dice.pick(found);
  const path: Part[] = [root.name];
  const end = steps(at, root, path);
  const target = tree("target", ...path);
  return only(statement`${target} = ${expression(bounded(at, end), end, 2)}`);
};

const hasParts = (world: World, type: Type): boolean =>
  ((type.kind === "List" || type.kind === "Map") && isWritable(type)) ||
  (type.kind === "Struct" &&
    structOf(world, type.name).fields.some(({ refinement }) => refinement === null)) ||
  (type.kind === "Option" && type.of.kind === "Struct" && hasParts(world, type.of));

/** Appends steps to the path, and says what type stands at its end. */
const steps = (at: Place, { type, hint }: Binding, path: Part[]): Type => {
  const { dice } = at.world;
  let now = type.kind === "Unknown" ? hint! : type;
  do {
    if (now.kind === "List") {
      path.push(template("step")`[${dice.chance(98) ? index(at, 0) : expression(at, INT, 1)}]`);
      now = now.of;
    } else if (now.kind === "Map") {
      path.push(
        template(
          "step",
        )`[${dice.chance(80) ? key(at, 0, true) : dice.chance(70) ? key(at, 0) : expression(at, STRING, 1)}]`,
      );
      now = now.of;
    } else {
      const optional = now.kind === "Option";
      const { name } = (now.kind === "Option" ? now.of : now) as Type & { readonly name: string };
      const field = dice.pick(
        structOf(at.world, name).fields.filter(({ refinement }) => refinement === null),
      );
      path.push(`${optional ? "?" : ""}.${field.name}`);
      now = field.type;
    }
  } while (hasParts(at.world, now) && dice.chance(60));
  return now;
};
