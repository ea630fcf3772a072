// Imported assets as functions that give their content (chapter 4.8).

import { type Document, isList } from "../../ir/documents.ts";
import type { NodeOf } from "../../ir/framework/language.ts";
import type { LiftedGrammar } from "../../ir/mono.ts";
import type { SliceGrammar } from "../../ir/slice.ts";
import { BOOL, FLOAT, INT, list, map, option, STRING, type Type, UNIT, UNKNOWN } from "../../ir/types.ts";

type Expr = NodeOf<LiftedGrammar, "Expr">;
type Fn = NodeOf<LiftedGrammar, "Function">;

/** The id of the function that gives an asset; no declaration has such a name. */
export const assetId = (path: string): string => `asset(${path})`;

/** Content stands nowhere in the program. */
const at = 0;

/** A value of unknown type. */
const unknown = (value: Expr): Expr => ({ kind: "Convert", at, type: UNKNOWN, value });

const literal = (document: Document): Expr => {
  if (document === null) return { kind: "Null", at, type: option(UNKNOWN) };
  switch (typeof document) {
    case "boolean":
      return { kind: "Bool", at, type: BOOL, value: document };
    case "string":
      return { kind: "Text", at, type: STRING, value: document };
    case "bigint":
      return { kind: "Int", at, type: INT, value: document };
    case "number":
      return { kind: "Float", at, type: FLOAT, value: document };
    default:
      return isList(document) ? listOf(document) : mapOf(document.entries);
  }
};

const listOf = (items: readonly Document[]): Expr => ({
  kind: "List",
  at,
  type: list(UNKNOWN),
  items: items.map((item) => unknown(literal(item))),
});

const mapOf = (entries: readonly (readonly [string, Document])[]): Expr => ({
  kind: "Map",
  at,
  type: map(STRING, UNKNOWN),
  entries: entries.map(([key, value]) => ({
    kind: "Entry",
    at,
    key: { kind: "Text", at, type: STRING, value: key },
    value: unknown(literal(value)),
  })),
});

const giving = (value: Expr, type: Type, path: string, file: string): Fn => ({
  ...{ kind: "Function", at, id: assetId(path), name: path, path: file, typeParams: [], self: null },
  ...{ selfType: UNIT, params: [], result: type, locals: 0 as Fn["locals"] },
  body: { kind: "Block", at, statements: [{ kind: "Return", at, value }] },
});

/** The function of an asset; `file` is any module of the program. */
export const assetFunction = (asset: NodeOf<SliceGrammar, "Asset">, file: string): Fn =>
  asset.kind === "TextAsset"
    ? giving({ kind: "Text", at, type: STRING, value: asset.text }, STRING, asset.path, file)
    : giving(unknown(literal(asset.document)), UNKNOWN, asset.path, file);
