// Defaults of fields that readers fill in themselves: literals that are known to be valid, or tested like what was read.

import type { StructuresGrammar } from "../../ir/derived.ts";
import type { NodeOf } from "../../ir/framework/language.ts";
import { plain } from "../../ir/types.ts";
import { fresh } from "../fresh.ts";
import { letBe, use } from "./build.ts";
import { type Expr, fill, type Place, type Site, type Stmt, some, tested } from "./reader-values.ts";

type Given = NodeOf<StructuresGrammar, "Expr">;
/** A function that gives a default. */
type Default = Pick<NodeOf<StructuresGrammar, "Function">, "body">;
/** By their ids. */
export type Defaults = ReadonlyMap<string, Default>;

/** Statements that fill a place with its default; null if that is no literal, or a literal that may not be valid. */
export const byDefault = (place: Place, given: Default | undefined, site: Site): readonly Stmt[] | null => {
  const value = given && literalOf(given);
  if (!value) return null;
  if (value.kind === "Null") return [];
  const { type } = place;
  const wanted = type.kind === "Option" ? type.inner : type;
  const filled = (known: Expr): Stmt => fill(place, type.kind === "Option" ? some(type, known) : known);
  if (isEmptyCollection(value)) return [filled(value)];
  if (value.type === wanted) return [filled(value)];
  if (wanted.kind !== "Refined" || wanted.base !== value.type) return null;
  const held = use(fresh(site.frame, "default"), plain(wanted));
  return [letBe<Expr>(held.local, value), ...tested(wanted, held, site), filled(held)];
};

/** The literal that the function gives back. */
const literalOf = ({ body }: Default): Expr | null => {
  const [statement] = body.statements;
  const value = statement?.kind === "Return" ? statement.value : null;
  return value && literalIn(value);
};

const literalIn = (value: Given): Expr | null => {
  switch (value.kind) {
    case "Int":
    case "Float":
    case "Bool":
    case "Text":
    case "Null":
      return value;
    case "Convert":
      return value.type.kind === "Option" ? literalIn(value.value) : null;
    case "List":
      return value.items.length === 0 ? { ...value, items: [] } : null;
    case "Map":
      return value.entries.length === 0 ? { ...value, entries: [] } : null;
    default:
      return null;
  }
};

/** It is valid whatever its members have to be. */
const isEmptyCollection = ({ kind }: Expr): boolean => kind === "List" || kind === "Map";
