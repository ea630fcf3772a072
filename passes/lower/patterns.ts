// What a pattern asks of a place in the subject, and what it binds (03, section 6).

import type { NodeOf } from "../../ir/framework/language.ts";
import type { LoopedGrammar, TreesGrammar } from "../../ir/matched.ts";
import type { Local } from "../../ir/symbols.ts";
import { BOOL, enumeration, plain, result, STRING, struct, type Type, UNKNOWN } from "../../ir/types.ts";
import { bool, choose, int, kindIs, prim, text } from "./build.ts";
import { fieldOf, type Tables, variantOf } from "./tables.ts";

export type Expr = NodeOf<TreesGrammar, "Expr">;
export type Pattern = NodeOf<LoopedGrammar, "Pattern">;
type PatternOf<K extends Pattern["kind"]> = Extract<Pattern, { readonly kind: K }>;

/** A part of the subject; `key` names it, so that tests of the same part are known as the same. */
export interface Place {
  readonly value: Expr;
  readonly key: string;
}

/** A condition on a part, told apart by its key; `wanted` is the outcome with which the pattern goes on. */
export interface Test {
  readonly key: string;
  readonly condition: Expr;
  readonly wanted: boolean;
  /** The keys of tests one of which holds if this one does not. */
  readonly others?: readonly string[];
}

export interface Binding {
  readonly local: Local;
  readonly value: Expr;
}

/** Tests from left to right, each of which may rely on those before it. */
export interface Demands {
  readonly tests: Test[];
  readonly bindings: Binding[];
}

export interface Context {
  readonly tables: Tables;
  /** Types whose place may hold a `Validation` instead (see `raised-domains.ts`). */
  readonly raised: ReadonlySet<Type>;
}

/** The content of a `T?` is an option where the type parameter T is one itself. */
const boundValue = (pattern: PatternOf<"BindPattern" | "DynamicBarePattern">, { value }: Place): Expr =>
  pattern.kind === "BindPattern" && pattern.type.kind === "Option" && value.type === pattern.type.inner
    ? prim("option.some", pattern.type, [value], pattern.at)
    : value;

/** Adds what the pattern demands of the place; false if nothing can ever match it. */
export const demandsOf = (pattern: Pattern, place: Place, found: Demands, context: Context): boolean => {
  const { at } = pattern;
  switch (pattern.kind) {
    case "Wildcard":
      return true;
    case "BindPattern":
    case "DynamicBarePattern":
      if (pattern.kind === "DynamicBarePattern") found.tests.push(bareTest(pattern, place));
      found.bindings.push({ local: pattern.local, value: boundValue(pattern, place) });
      return true;
    case "LiteralPattern":
      return literal(pattern, place, found);
    case "NonePattern":
      return isNull(place, true, at, found);
    case "SomePattern":
      if (!isNull(place, false, at, found)) return demandsOf(pattern.inner, place, found, context);
      return demandsOf(pattern.inner, contentOf(place, at), found, context);
    case "OkPattern":
    case "ErrPattern":
      return side(pattern, place, found, context);
    case "VariantPattern":
      return variant(pattern, place, found, context);
    case "StructPattern":
      return structure(pattern, place, found, context);
    case "DynamicVariantPattern":
      return dynamicVariant(pattern, place, found, context);
  }
};

const kindOf = ({ value }: Place): Type["kind"] => plain(value.type).kind;

const unknownKind = ({ key, value }: Place, kind: string, wanted: boolean, at: number): Test => ({
  key: `${key} kind ${kind}`,
  condition: kindIs(value, kind, at),
  wanted,
});

// ---- Options and Results --------------------------------------------------------------------------------

/** Tests for null; false for a place that never is. */
const isNull = (place: Place, wanted: boolean, at: number, { tests }: Demands): boolean => {
  const kind = kindOf(place);
  if (kind === "Unknown") tests.push(unknownKind(place, "Null", wanted, at));
  else if (kind === "Option") {
    const condition = prim("option.is_none", BOOL, [place.value], at);
    tests.push({ key: `${place.key} none`, condition, wanted });
  } else return false;
  return true;
};

const contentOf = ({ key, value }: Place, at: number): Place => {
  const type = plain(value.type);
  return type.kind === "Option"
    ? { key: `${key}?`, value: prim("option.get", type.inner, [value], at) }
    : { key, value };
};

const side = (
  { kind, at, inner }: PatternOf<"OkPattern" | "ErrPattern">,
  place: Place,
  found: Demands,
  context: Context,
): boolean => {
  if (kindOf(place) === "Unknown") found.tests.push(unknownKind(place, "Result", true, at));
  const value = kindOf(place) === "Unknown" ? prim("unknown.as", ANY, [place.value], at) : place.value;
  const type = plain(value.type);
  if (type.kind !== "Result") return false;
  const isOk = kind === "OkPattern";
  const condition = prim("result.is_ok", BOOL, [value], at);
  found.tests.push({ key: `${place.key} ok`, condition, wanted: isOk });
  const content = isOk
    ? prim("result.ok_value", type.ok, [value], at)
    : prim("result.err_value", type.error, [value], at);
  return demandsOf(inner, { key: `${place.key}.${kind}`, value: content }, found, context);
};

const ANY = result(UNKNOWN, UNKNOWN);

// ---- Enums and structs ----------------------------------------------------------------------------------

/** The place as a value of the nominal type: tested, where that is not sure; null if it never is one. */
const nominal = (
  type: Type,
  id: string,
  place: Place,
  at: number,
  found: Demands,
  { raised }: Context,
): Place | null => {
  const inside = kindOf(place) === "Option" ? contentOf(place, at) : place;
  if (inside !== place) isNull(place, false, at, found);
  const known = plain(inside.value.type);
  if (known.kind !== "Union" && known !== type) return null;
  if (known.kind !== "Union" && !raised.has(known)) return inside;
  const condition = prim("union.is", BOOL, [inside.value, text(id, at)], at);
  found.tests.push({ key: `${inside.key} is ${id}`, condition, wanted: true });
  return { key: `${inside.key} as ${id}`, value: prim("union.as", type, [inside.value], at) };
};

const variant = (
  { at, enum: id, variant: name, args }: PatternOf<"VariantPattern">,
  place: Place,
  found: Demands,
  context: Context,
): boolean => {
  const declared = context.tables.enums.get(id);
  const known = variantOf(declared, name);
  if (!declared || !known) return false;
  if (kindOf(place) === "Unknown") {
    found.tests.push(nominalTest(place, id, at));
    return dynamicVariant({ kind: "DynamicVariantPattern", at, name, args }, place, found, context);
  }
  const type = enumeration(id, declared.name);
  const inside = nominal(type, id, place, at, found, context);
  if (inside === null) return false;
  const { tag } = known;
  if (declared.variants.length > 1) {
    found.tests.push({
      ...{ key: `${inside.key} tag ${tag}`, wanted: true },
      others: declared.variants.flatMap((_, i) => (i === tag ? [] : [`${inside.key} tag ${i}`])),
      condition: { kind: "IsVariant", at, type: BOOL, tag, base: inside.value },
    });
  }
  return args.every((arg, index) => {
    const type = known.variant.payload[index]!;
    const value: Expr = { kind: "GetPayload", at: arg.at, type, tag, index, base: inside.value };
    return demandsOf(arg, { key: `${inside.key}.${tag}.${index}`, value }, found, context);
  });
};

const structure = (
  { at, struct: id, fields }: PatternOf<"StructPattern">,
  place: Place,
  found: Demands,
  context: Context,
): boolean => {
  const declared = context.tables.structs.get(id);
  if (!declared) return false;
  if (kindOf(place) === "Unknown") {
    found.tests.push(nominalTest(place, id, at));
    return fields.every(({ name, pattern }) => {
      const value = prim("unknown.field", UNKNOWN, [place.value, text(name.name, at)], at);
      return demandsOf(pattern, { key: `${place.key}.${name.name}`, value }, found, context);
    });
  }
  const inside = nominal(struct(id, declared.name), id, place, at, found, context);
  if (inside === null) return false;
  return fields.every(({ name, pattern }) => {
    const { index, field } = fieldOf(declared, name.name)!;
    const value: Expr = { kind: "GetField", at: pattern.at, type: field.type, index, base: inside.value };
    return demandsOf(pattern, { key: `${inside.key}.${name.name}`, value }, found, context);
  });
};

const nominalTest = ({ key, value }: Place, id: string, at: number): Test => {
  const found = prim("unknown.nominal", STRING, [value], at);
  return {
    key: `${key} is ${id}`,
    condition: prim("text.eq", BOOL, [found, text(id, at)], at),
    wanted: true,
  };
};

// ---- Literals and dynamic patterns ----------------------------------------------------------------------

const equalities = { Int: "int.eq", Float: "float.eq", Text: "text.eq" } as const;
const kinds = { Int: "Int", Float: "Float", Text: "String", Bool: "Bool" } as const;

const literal = ({ at, literal }: PatternOf<"LiteralPattern">, place: Place, found: Demands): boolean => {
  if (literal.kind === "Null") return isNull(place, true, at, found);
  if (
    literal.kind !== "Int" &&
    literal.kind !== "Float" &&
    literal.kind !== "Text" &&
    literal.kind !== "Bool"
  ) {
    return false;
  }
  const inside = kindOf(place) === "Option" ? contentOf(place, at) : place;
  if (inside !== place) isNull(place, false, at, found);
  const kind = kinds[literal.kind];
  const known = kindOf(inside) === "Id" || kindOf(inside) === "Email" ? "String" : kindOf(inside);
  if (known === "Unknown") found.tests.push(unknownKind(inside, kind, true, at));
  else if (known !== kind) return false;
  const { key } = inside;
  const value = known === "Unknown" ? prim("unknown.as", literal.type, [inside.value], at) : inside.value;
  if (literal.kind === "Bool") {
    found.tests.push({ key: `${key} true`, condition: value, wanted: literal.value });
    return true;
  }
  const condition = prim(equalities[literal.kind], BOOL, [value, literal], at);
  found.tests.push({ key: `${key} = ${kind} ${literal.value}`, condition, wanted: true });
  return true;
};

/** An enum value whose enum declares the name is of that variant; anything else is bound. */
const bareTest = ({ at, name }: PatternOf<"DynamicBarePattern">, { key, value }: Place): Test => {
  const declares = prim("unknown.declares", BOOL, [value, text(name, at)], at);
  const is = prim("unknown.is_variant", BOOL, [value, text(name, at), int(0n, at)], at);
  return {
    key: `${key} bare ${name}`,
    condition: choose(declares, BOOL, is, bool(true, at), at),
    wanted: true,
  };
};

/** The content of Some is the value itself, unless that is of an enum that has such a variant. */
const contentOfSome = (value: Expr, inside: Expr, at: number): Expr =>
  choose(prim("unknown.declares", BOOL, [value, text("Some", at)], at), UNKNOWN, inside, value, at);

const dynamicVariant = (
  { at, name, args }: PatternOf<"DynamicVariantPattern">,
  place: Place,
  found: Demands,
  context: Context,
): boolean => {
  const { key, value } = place;
  const count = int(BigInt(args.length), at);
  const condition = prim("unknown.is_variant", BOOL, [value, text(name, at), count], at);
  found.tests.push({ key: `${key} variant ${name} ${args.length}`, condition, wanted: true });
  return args.every((arg, i) => {
    const inside = prim("unknown.payload", UNKNOWN, [value, int(BigInt(i), arg.at)], arg.at);
    const payload = name === "Some" ? contentOfSome(value, inside, arg.at) : inside;
    return demandsOf(arg, { key: `${key}.${name}.${i}`, value: payload }, found, context);
  });
};
