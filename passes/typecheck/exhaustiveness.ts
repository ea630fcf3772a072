// Exhaustiveness of matches: whether some case takes every value of the subject's type (Maranget, "Warnings for
// pattern matching", Journal of Functional Programming 17, 2007).

import type { NodeOf } from "../../ir/framework/language.ts";
import type { InferredGrammar } from "../../ir/typed.ts";
import { DIAGNOSED, plain, type Type } from "../../ir/types.ts";
import type { Declarations } from "./declarations.ts";

type Pattern = NodeOf<InferredGrammar, "Pattern">;
/** A pattern, or null for one that takes anything. */
type Cell = Pattern | null;
type Row = readonly Cell[];

/** One way to make a value of a type: its parts, and what a pattern says about them (null: it is about another way). */
interface Constructor {
  readonly parts: readonly Type[];
  readonly cells: (pattern: Pattern) => Row | null;
}

/** Whether every value of the type is taken by one of the patterns. */
export const isExhaustive = (
  patterns: readonly Pattern[],
  subject: Type,
  declarations: Declarations,
): boolean => {
  const rows = patterns.map((pattern) => [cellOf(pattern)]);
  return rows.some(([cell]) => cell === null) || covers(rows, [subject], declarations);
};

/** A binding takes anything, and so does a pattern whose only part does. */
const cellOf = (pattern: Pattern): Cell => (takesAnything.has(pattern.kind) ? null : pattern);

/** The bare name in front of a value of unknown type is a binding, as far as types go. */
const takesAnything: ReadonlySet<Pattern["kind"]> = new Set([
  "Wildcard",
  "BindPattern",
  "DynamicBarePattern",
]);

/** Whether the rows take every tuple of values of the types. */
const covers = (rows: readonly Row[], types: readonly Type[], declarations: Declarations): boolean => {
  if (rows.length === 0) return false;
  const [first, ...rest] = types;
  if (first === undefined) return true;
  // nobody can say what the cases of a diagnosed value miss
  if (first === DIAGNOSED || rows.every((row) => row[0] === null))
    return covers(
      rows.map((row) => row.slice(1)),
      rest,
      declarations,
    );
  const constructors = constructorsOf(plain(first), declarations);
  if (constructors === null) {
    const others = rows.filter((row) => row[0] === null).map((row) => row.slice(1));
    return covers(others, rest, declarations);
  }
  return constructors.every((each) => covers(specialise(rows, each), [...each.parts, ...rest], declarations));
};

/** The rows that are about values made so, with the parts in place of the first column. */
const specialise = (rows: readonly Row[], { parts, cells }: Constructor): readonly Row[] =>
  rows.flatMap(([first, ...rest]) => {
    const inner = first ? cells(first) : parts.map(() => null);
    return inner ? [[...inner, ...rest]] : [];
  });

/** All ways to make a value of a type; null if they cannot be listed. */
const constructorsOf = (type: Type, declarations: Declarations): readonly Constructor[] | null => {
  switch (type.kind) {
    case "Bool":
      return [boolean(true), boolean(false)];
    case "Option":
      return [unary("SomePattern", type.inner), none];
    case "Result":
      return [unary("OkPattern", type.ok), unary("ErrPattern", type.error)];
    case "Enum":
      return variantsOf(type.id, declarations);
    case "Struct":
    case "Config":
      return structOf(type.id, declarations);
    case "Union":
      return type.domains.map(domain);
    default:
      return null;
  }
};

const boolean = (value: boolean): Constructor => ({
  parts: [],
  cells: (pattern) =>
    pattern.kind === "LiteralPattern" && pattern.literal.kind === "Bool" && pattern.literal.value === value
      ? []
      : null,
});

const none: Constructor = { parts: [], cells: (pattern) => (pattern.kind === "NonePattern" ? [] : null) };

const unary = (kind: "SomePattern" | "OkPattern" | "ErrPattern", content: Type): Constructor => ({
  parts: [content],
  cells: (pattern) => (pattern.kind === kind ? [cellOf(pattern.inner)] : null),
});

const variantsOf = (id: string, { enums }: Declarations): readonly Constructor[] | null => {
  const known = enums.get(id);
  if (!known) return null;
  return [...known.variants].map(([name, payload]) => ({
    parts: payload,
    cells: (pattern) =>
      pattern.kind === "VariantPattern" && pattern.variant === name ? pattern.args.map(cellOf) : null,
  }));
};

const structOf = (id: string, { structs, configs }: Declarations): readonly Constructor[] | null => {
  const known = structs.get(id) ?? configs.get(id);
  if (!known) return null;
  const names = [...known.fields.keys()];
  const cells = (pattern: Pattern): Row | null => {
    if (pattern.kind !== "StructPattern") return null;
    const given = new Map(pattern.fields.map((field) => [field.name.name, cellOf(field.pattern)]));
    return names.map((name) => given.get(name) ?? null);
  };
  return [{ parts: [...known.fields.values()].map((field) => field.type), cells }];
};

/** A domain of a union has the value itself as its part. */
const domain = (type: Type): Constructor => ({
  parts: [type],
  cells: (pattern) => {
    const owner =
      pattern.kind === "VariantPattern"
        ? pattern.enum
        : pattern.kind === "StructPattern"
          ? pattern.struct
          : null;
    return (type.kind === "Enum" || type.kind === "Struct") && type.id === owner ? [pattern] : null;
  },
});
