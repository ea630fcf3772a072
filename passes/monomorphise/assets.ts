// Imported assets as functions that give their content (chapter 4.8).

import type { NodeOf } from "../../ir/framework/language.ts";
import type { LiftedGrammar } from "../../ir/mono.ts";
import type { SliceGrammar } from "../../ir/slice.ts";
import { STRING, UNIT, UNKNOWN } from "../../ir/types.ts";

type Expr = NodeOf<LiftedGrammar, "Expr">;
type Fn = NodeOf<LiftedGrammar, "Function">;

/** The id of the function that gives an asset; no declaration has such a name. */
export const assetId = (path: string): string => `asset(${path})`;

/** Content stands nowhere in the program. */
const at = 0;

/** A text as it is; JSON, which is known to be sound, is decoded. */
const contentOf = ({ kind, text: value }: NodeOf<SliceGrammar, "Asset">): Expr => {
  const text: Expr = { kind: "Text", at, type: STRING, value };
  return kind === "TextAsset"
    ? text
    : { kind: "CallBuiltin", at, type: UNKNOWN, name: "json.decode", args: [text] };
};

/** The function of an asset; `path` is that of any module of the program. */
export const assetFunction = (asset: NodeOf<SliceGrammar, "Asset">, path: string): Fn => {
  const value = contentOf(asset);
  return {
    ...{ kind: "Function", at, id: assetId(asset.path), name: assetId(asset.path), path },
    ...{
      typeParams: [],
      self: null,
      selfType: UNIT,
      params: [],
      result: value.type,
      locals: 0 as Fn["locals"],
    },
    body: { kind: "Block", at, statements: [{ kind: "Return", at, value }] },
  };
};
