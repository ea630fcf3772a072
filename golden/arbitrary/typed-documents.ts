// Types that JSON can be decoded as, and documents for them: right ones, and such in which much is wrong.

import fc from "fast-check";

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

export interface Field {
  readonly name: string;
  readonly type: Type;
  /** A literal, which may be invalid; undefined if there is none. */
  readonly default: Json | undefined;
}
export interface Variant {
  readonly name: string;
  readonly payload: readonly Type[];
}
export type Type =
  | { readonly kind: "Int" | "Float" | "Bool" | "String" | "Id" | "Email" | "Bytes" }
  /** Limited in its value or length; `even` is a predicate that is tested behind the limits. */
  | { readonly kind: "Refined"; readonly base: "Int" | "String" | "Bytes"; readonly even: boolean }
  | { readonly kind: "Option" | "List" | "Map"; readonly of: Type }
  | { readonly kind: "Result"; readonly of: Type; readonly error: Type }
  | { readonly kind: "Struct"; readonly fields: readonly Field[] }
  | { readonly kind: "Enum"; readonly variants: readonly Variant[] };

export const LOW = 1;
export const HIGH = 3;

// ---- Types ----------------------------------------------------------------------------------------------

const basic: fc.Arbitrary<Type> = fc.oneof(
  fc.constantFrom("Int", "Float", "Bool", "String", "Id", "Email", "Bytes").map((kind) => ({ kind })),
  fc.constantFrom("Int", "String", "Bytes").map((base): Type => ({ kind: "Refined", base, even: false })),
  fc.constant<Type>({ kind: "Refined", base: "Int", even: true }),
);

/** Types of which there are literals. */
const isPlain = (type: Type): boolean =>
  type.kind === "Option" || type.kind === "List"
    ? isPlain(type.of)
    : type.kind === "Refined"
      ? type.base !== "Bytes"
      : ["Int", "Float", "Bool", "String", "Id", "Email"].includes(type.kind);

const names = ["name", "b", "zeta", "alpha", "B"] as const;

const typed = fc.letrec<{ readonly type: Type; readonly nominal: Type; readonly field: Field }>((tie) => ({
  type: fc.oneof(
    { maxDepth: 3, depthSize: "small" },
    basic,
    fc
      .tuple(fc.constantFrom("Option", "List", "Map"), tie("type"))
      .map(([kind, of]) => (kind === "Option" && of.kind === "Option" ? of : { kind, of })),
    fc.record({ kind: fc.constant("Result"), of: tie("type"), error: tie("nominal") }),
    tie("nominal"),
  ),
  nominal: fc.oneof(
    fc.record({
      kind: fc.constant("Struct"),
      fields: fc.uniqueArray(tie("field"), { minLength: 1, maxLength: 4, selector: ({ name }) => name }),
    }),
    fc.record({
      kind: fc.constant("Enum"),
      variants: fc.uniqueArray(
        fc.record({
          name: fc.constantFrom("One", "Two", "Ok"),
          payload: fc.array(tie("type"), { maxLength: 2 }),
        }),
        { minLength: 1, maxLength: 3, selector: ({ name }) => name },
      ),
    }),
  ),
  field: fc.tuple(fc.constantFrom(...names), tie("type"), fc.boolean()).chain(([name, type, hasDefault]) =>
    (hasDefault && isPlain(type) ? literal(type) : fc.constant(undefined)).map((given) => ({
      ...{ name, type },
      default: given,
    })),
  ),
}));

export const type = typed.type;

// ---- Documents ------------------------------------------------------------------------------------------

const texts = ["", "a", "ab", "é😀z", "four", "a@b.c", "a@b", "YQ==", "YWJj", "YWJjZA=="] as const;

const text: fc.Arbitrary<Json> = fc.constantFrom(...texts);

const whole: fc.Arbitrary<Json> = fc.integer({ min: -1, max: 4 });

/** A literal of a plain type, whatever its constraints. */
const literal = (type: Type): fc.Arbitrary<Json> => {
  switch (type.kind) {
    case "Option":
      return fc.oneof(fc.constant(null), literal(type.of));
    case "List":
      return fc.array(literal(type.of), { maxLength: 2 });
    case "Refined":
      return type.base === "Int" ? whole : text;
    case "Int":
      return whole;
    case "Float":
      return fc.constantFrom(0.5, -2.25);
    case "Bool":
      return fc.boolean();
    case "Email":
      return fc.constant("a@b.c");
    default:
      return fc.constantFrom("a", "ab");
  }
};

const odd: fc.Arbitrary<Json> = fc.oneof(
  whole,
  text,
  fc.constantFrom<Json>(
    null,
    true,
    1.5,
    [],
    {},
    [[1]],
    { type: "One" },
    { type: 1 },
    { type: "Ok", data: [] },
  ),
);

/** Keys that no struct has: the last two are in another order as UTF-16. */
const unknownKeys = ["A", "aa", "zz", "\uffee", "😀"] as const;

const extra = (damage: number): fc.Arbitrary<{ readonly [key: string]: Json }> =>
  rarely(damage, fc.dictionary(fc.constantFrom(...unknownKeys), odd, { maxKeys: 3 }), fc.constant({}));

/** So many of a hundred are of the other kind. */
const rarely = <T>(damage: number, other: fc.Arbitrary<T>, usual: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  damage === 0
    ? usual
    : fc.oneof({ weight: damage, arbitrary: other }, { weight: 100 - damage, arbitrary: usual });

/** A document for a type; so many of a hundred of its values are anything else. */
export const document = (type: Type, damage: number): fc.Arbitrary<Json> =>
  rarely(damage, odd, fitting(type, damage));

const fitting = (type: Type, damage: number): fc.Arbitrary<Json> => {
  const inner = (of: Type): fc.Arbitrary<Json> => document(of, damage);
  switch (type.kind) {
    case "Bytes":
      return fc.constantFrom("", "YQ==", "YWJj", "YWJjZA==");
    case "Refined":
      return type.base === "Int"
        ? fc.constant(2)
        : fc.constantFrom(...(type.base === "String" ? ["a", "é😀z"] : ["YQ==", "YWJj"]));
    case "Option":
      return fc.oneof(fc.constant(null), inner(type.of));
    case "List":
      return fc.array(inner(type.of), { maxLength: 3 });
    case "Map":
      return fc.dictionary(fc.constantFrom("b", "a", "", "a b", ...unknownKeys), inner(type.of), {
        maxKeys: 3,
      });
    case "Result":
      return fc.oneof(tagged("Ok", inner(type.of)), tagged("Err", inner(type.error)));
    case "Struct":
      return structDocument(type.fields, damage);
    case "Enum":
      return fc.oneof(...type.variants.map(({ name, payload }) => variantDocument(name, payload, damage)));
    default:
      return literal(type);
  }
};

const tagged = (tag: string, data: fc.Arbitrary<Json>): fc.Arbitrary<Json> =>
  data.map((content) => ({ data: content, type: tag }));

type Entries = readonly (readonly [string, Json])[];

const structDocument = (fields: readonly Field[], damage: number): fc.Arbitrary<Json> => {
  const entries = fields.map((field) => {
    const canLack = field.default !== undefined || field.type.kind === "Option";
    const given = document(field.type, damage).map((json): Entries => [[field.name, json]]);
    return rarely(canLack ? 50 : damage, fc.constant<Entries>([]), given);
  });
  return fc
    .tuple(extra(damage), ...entries)
    .map(([unknown, ...given]) => ({ ...unknown, ...Object.fromEntries(given.flat()) }));
};

const variantDocument = (tag: string, payload: readonly Type[], damage: number): fc.Arbitrary<Json> => {
  if (payload.length === 0) return fc.constantFrom<Json>({ type: tag }, { data: 1, type: tag });
  const data = payload.map((type) => document(type, damage));
  return tagged(tag, data.length === 1 ? data[0]! : fc.tuple(...data));
};
