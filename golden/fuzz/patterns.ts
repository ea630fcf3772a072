// Patterns for values of a type, and what they bind.

import { intText, stringText } from "./literals.ts";
import { type Binding, constant, enumOf, fresh, type Place, structOf } from "./place.ts";
import { sequence, type Tree, template, tree } from "./tree.ts";
import { type Type, UNKNOWN } from "./types.ts";

export interface Pattern {
  readonly text: Tree;
  readonly bindings: readonly Binding[];
}

const plain = (text: string): Pattern => ({ text: tree("pattern", text), bindings: [] });

/** Matches everything, with or without a name for it. */
export const anything = (at: Place, type: Type, hint: Type | null = null): Pattern => {
  if (at.world.dice.chance(25)) return plain("_");
  const name = fresh(at.world, "p");
  return { text: tree("pattern", name), bindings: [constant(name, type, hint)] };
};

const around = (before: string, inner: readonly Pattern[], after: string): Pattern => ({
  text: template("pattern")`${before}${sequence(inner.map(({ text }) => text))}${after}`,
  bindings: inner.flatMap(({ bindings }) => bindings),
});

/** A pattern for the type; with a type of unknown values one for the hint. */
export const pattern = (at: Place, type: Type, size: number, hint: Type | null = null): Pattern =>
  patternOf(at, type, size, hint, false);

/** `qualified`: variants with their enum, as a bare name would be a binding where the type is not known. */
const patternOf = (at: Place, type: Type, size: number, hint: Type | null, qualified: boolean): Pattern => {
  const { dice } = at.world;
  if (type.kind === "Unknown") {
    if (hint === null || size <= 0) return anything(at, UNKNOWN, hint);
    const { text, bindings } = patternOf(at, hint, size, null, true);
    return { text, bindings: bindings.map((each) => ({ ...each, type: UNKNOWN, hint: each.type })) };
  }
  if (size <= 0 || dice.chance(15)) return anything(at, type);
  const inner = (of: Type): Pattern => patternOf(at, of, size - 1, null, qualified);
  switch (type.kind) {
    case "Int":
      return plain(intText(dice));
    case "Bool":
      return plain(dice.pick(["true", "false"]));
    case "Float":
      return plain(dice.pick(["0.0", "1.5", "-2.5"]));
    case "String":
      return plain(stringText(dice));
    case "Option":
      return dice.chance(40) ? plain(dice.pick(["None", "null"])) : around("Some(", [inner(type.of)], ")");
    case "Result":
      return dice.chance(55)
        ? around("Ok(", [inner(type.of)], ")")
        : around("Err(", [errorPattern(at, type.errors, size)], ")");
    case "Struct":
      return structPattern(at, type.name, size, qualified);
    case "Enum":
      return variantPattern(at, type.name, size, qualified);
    default:
      return anything(at, type);
  }
};

const errorPattern = (at: Place, errors: readonly Type[], size: number): Pattern => {
  const error = at.world.dice.pick(errors);
  if (error.kind === "Struct") return structPattern(at, error.name, size - 1, true);
  if (error.kind === "Enum") return variantPattern(at, error.name, size - 1, true);
  return plain("_");
};

const structPattern = (at: Place, name: string, size: number, qualified: boolean): Pattern => {
  const { dice } = at.world;
  const fields = structOf(at.world, name).fields.filter(() => dice.chance(60));
  const parts = fields.map((field) => {
    // A literal would have to satisfy the refinement, and what is bound is of the refined type.
    const { text, bindings } =
      field.refinement === null ? patternOf(at, field.type, size - 1, null, qualified) : plain("_");
    return { text: template("pattern")`${field.name}=${text}`, bindings };
  });
  return parts.length === 0 ? plain("_") : around(`${name}(`, parts, ")");
};

const variantPattern = (at: Place, name: string, size: number, qualified: boolean): Pattern => {
  const { dice } = at.world;
  const variant = dice.pick(enumOf(at.world, name).variants);
  const shown = qualified || dice.chance(20) ? `${name}.${variant.name}` : variant.name;
  if (variant.payload.length === 0) return plain(shown);
  return around(
    `${shown}(`,
    variant.payload.map((each) => patternOf(at, each, size - 1, null, qualified)),
    ")",
  );
};

/** Patterns that together match every value, if the type is an enum, an option or a Result; else one. */
export const exhaustive = (at: Place, type: Type): readonly Pattern[] => {
  const any = (of: Type): Pattern => anything(at, of);
  switch (type.kind) {
    case "Bool":
      return [plain("true"), plain("false")];
    case "Option":
      return [plain("None"), around("Some(", [any(type.of)], ")")];
    case "Result":
      return [around("Ok(", [any(type.of)], ")"), around("Err(", [plain("_")], ")")];
    case "Enum":
      return enumOf(at.world, type.name).variants.map(({ name, payload }) =>
        payload.length === 0 ? plain(name) : around(`${name}(`, payload.map(any), ")"),
      );
    default:
      return [any(type)];
  }
};
