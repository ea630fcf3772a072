// Imported assets as functions that give their content (chapter 4.8).
//
// A document may be large, and no function may be: the time that compilers take for one grows faster than its size. So
// what is larger than a few dozen values becomes functions that give parts of it.

import { type Document, isList } from "../../ir/documents.ts";
import type { NodeOf } from "../../ir/framework/language.ts";
import type { LiftedGrammar } from "../../ir/mono.ts";
import type { SliceGrammar } from "../../ir/slice.ts";
import type { Local } from "../../ir/symbols.ts";
import { BOOL, FLOAT, INT, list, map, option, STRING, type Type, UNIT, UNKNOWN } from "../../ir/types.ts";

type Expr = NodeOf<LiftedGrammar, "Expr">;
type Stmt = NodeOf<LiftedGrammar, "Stmt">;
type Fn = NodeOf<LiftedGrammar, "Function">;

/** The id of the function that gives an asset; no declaration has such a name. */
export const assetId = (path: string): string => `asset(${path})`;

/** Content stands nowhere in the program. */
const at = 0;
/** So many values, at most, are made in one function. */
const LIMIT = 64;
const LIST = list(UNKNOWN);
const MAP = map(STRING, UNKNOWN);

/** An expression, and how many values it makes itself. */
interface Part {
  readonly expr: Expr;
  readonly size: number;
}

const call = (id: string, type: Type, ...values: readonly Expr[]): Expr => ({
  ...{ kind: "Call", at, type, function: id, typeArgs: [], receiver: null },
  args: values.map((value, index) => ({ kind: "BoundArg", at, index, value })),
});

/** A value of unknown type. */
const unknown = (value: Expr): Expr => ({ kind: "Convert", at, type: UNKNOWN, value });

const scalar = (document: null | boolean | string | bigint | number): Expr => {
  if (document === null) return { kind: "Null", at, type: option(UNKNOWN) };
  switch (typeof document) {
    case "boolean":
      return { kind: "Bool", at, type: BOOL, value: document };
    case "string":
      return { kind: "Text", at, type: STRING, value: document };
    case "bigint":
      return { kind: "Int", at, type: INT, value: document };
    default:
      return { kind: "Float", at, type: FLOAT, value: document };
  }
};

/** Runs of neighbours that together make no more values than a function may, or are one alone. */
const runs = <A extends { readonly size: number }>(all: readonly A[]): readonly (readonly A[])[] => {
  const found: A[][] = [];
  let room = 0;
  for (const each of all) {
    if (found.length === 0 || each.size > room) {
      found.push([]);
      room = LIMIT;
    }
    found.at(-1)!.push(each);
    room -= each.size;
  }
  return found;
};

/** The functions that give the parts of one asset. */
class Parts {
  readonly functions: Fn[] = [];
  readonly #path: string;
  readonly #file: string;

  /** `file` is any module of the program. */
  constructor(path: string, file: string) {
    this.#path = path;
    this.#file = file;
  }

  /** Adds a function and gives its id. */
  add(id: string, result: Type, statements: readonly Stmt[], params: Fn["params"] = [], locals = 0): string {
    this.functions.push({
      ...{ kind: "Function", at, id, name: this.#path, path: this.#file, typeParams: [], self: null },
      ...{ selfType: UNIT, params, result, locals: locals as Fn["locals"] },
      body: { kind: "Block", at, statements },
    });
    return id;
  }

  #part(result: Type, statements: readonly Stmt[], params: Fn["params"] = [], locals = 0): string {
    const id = `asset(${this.#path}#${this.functions.length})`;
    return this.add(id, result, statements, params, locals);
  }

  /** The document as a value of unknown type. */
  value(document: Document): Part {
    if (document === null || typeof document !== "object")
      return { expr: unknown(scalar(document)), size: 1 };
    return isList(document) ? this.#list(document) : this.#map(document.entries);
  }

  #list(items: readonly Document[]): Part {
    const parts = items.map((item) => this.value(item));
    const literal = (run: readonly Part[]): Expr => ({
      ...{ kind: "List", at, type: LIST, items: run.map(({ expr }) => expr) },
    });
    const [only = [], ...more] = runs(parts);
    if (more.length === 0) return { expr: unknown(literal(only)), size: 1 + sizeOf(only) };
    const made = [only, ...more].map((run) => call(this.#part(LIST, [giving(literal(run))]), LIST));
    return { expr: unknown(this.#joined(made)), size: 2 };
  }

  /** The lists one behind the other. */
  #joined(lists: readonly Expr[]): Expr {
    const plus = (left: Expr, right: Expr): Expr => ({
      kind: "Binary",
      at,
      type: LIST,
      op: "+",
      left,
      right,
    });
    const groups = runs(lists.map((expr) => ({ expr, size: 1 })));
    const sums = groups.map((group) => group.map(({ expr }) => expr).reduce(plus));
    if (sums.length === 1) return sums[0]!;
    return this.#joined(sums.map((sum) => call(this.#part(LIST, [giving(sum)]), LIST)));
  }

  #map(entries: readonly (readonly [string, Document])[]): Part {
    const parts = entries.map(([key, value]) => ({ key, ...this.value(value) }));
    const [only = [], ...more] = runs(parts);
    if (more.length === 0) {
      const literal: Expr = { kind: "Map", at, type: MAP, entries: only.map(entry) };
      return { expr: unknown(literal), size: 1 + sizeOf(only) };
    }
    const empty: Expr = { kind: "Map", at, type: MAP, entries: [] };
    return {
      expr: unknown(
        this.#filled(
          empty,
          [only, ...more].map((run) => this.#filling(run)),
        ),
      ),
      size: 2,
    };
  }

  /** The id of a function that takes a map and gives it with more entries. */
  #filling(run: readonly (Part & { readonly key: string })[]): string {
    const puts = run.map(
      ({ key, expr }): Stmt => ({
        ...{ kind: "Assign", at, local: filled, value: expr },
        steps: [{ kind: "IndexStep", at, of: MAP, optional: false, index: scalar(key) }],
      }),
    );
    const begin: Stmt = { kind: "Let", at, local: filled, type: MAP, value: local(given) };
    return this.#part(MAP, [begin, ...puts, giving(local(filled))], [param], 2);
  }

  /** The map behind all of the functions, the first of them first. */
  #filled(start: Expr, fillings: readonly string[]): Expr {
    const through = (ids: readonly string[], from: Expr): Expr =>
      ids.reduce((value, id) => call(id, MAP, value), from);
    const groups = runs(fillings.map((id) => ({ id, size: 1 }))).map((group) => group.map(({ id }) => id));
    if (groups.length === 1) return through(groups[0]!, start);
    const inside = groups.map((ids) => this.#part(MAP, [giving(through(ids, local(given)))], [param], 1));
    return this.#filled(start, inside);
  }
}

const given: Local = { name: "map", id: 0, kind: "param" };
const filled: Local = { name: "filled", id: 1, kind: "var" };
const param = { kind: "Param", at, local: given, type: MAP, default: null } as const;

const local = (of: Local): Expr => ({ kind: "Local", at, type: MAP, local: of });

const entry = ({ key, expr }: Part & { readonly key: string }) =>
  ({ kind: "Entry", at, key: scalar(key), value: expr }) as const;

const giving = (value: Expr): Stmt => ({ kind: "Return", at, value });

const sizeOf = (parts: readonly Part[]): number => parts.reduce((sum, { size }) => sum + size, 0);

/** The functions of an asset, that of the whole among them; `file` is any module of the program. */
export const assetFunctions = (asset: NodeOf<SliceGrammar, "Asset">, file: string): readonly Fn[] => {
  const parts = new Parts(asset.path, file);
  if (asset.kind === "TextAsset") parts.add(assetId(asset.path), STRING, [giving(scalar(asset.text))]);
  else parts.add(assetId(asset.path), UNKNOWN, [giving(parts.value(asset.document).expr)]);
  return parts.functions;
};
