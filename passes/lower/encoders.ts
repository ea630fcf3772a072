// The JSON of values (03, 15.1): appended to a text, by operations for plain types, else by derived functions.

import type { EncodedGrammar } from "../../ir/derived.ts";
import type { NodeOf } from "../../ir/framework/language.ts";
import { BOOL, INT, list, STRING, type Type, type TypeOf, UNKNOWN } from "../../ir/types.ts";
import { type Frame, fresh, freshVar } from "../fresh.ts";
import { assign, bind, block, call, giveBack, int, letBe, prim, text, use, when } from "./build.ts";
import type { Demand } from "./demand.ts";
import { type Argument, counting, derivedFunction, pathOf } from "./derived-function.ts";
import { erase } from "./erasure.ts";
import { VALIDATION, VALIDATION_ID } from "./std-error.ts";
import { isStructured } from "./structured.ts";
import type { EnumDecl, Tables, Variant } from "./tables.ts";

export type Expr = NodeOf<EncodedGrammar, "Expr">;
type Stmt = NodeOf<EncodedGrammar, "Stmt">;
type Pattern = NodeOf<EncodedGrammar, "Pattern">;
export type Fn = NodeOf<EncodedGrammar, "Function">;

export interface Context extends Frame {
  readonly tables: Tables;
  readonly made: Demand<Fn>;
  readonly path: string;
  /** Types whose place may hold a `Validation` instead (see `raised-domains.ts`). */
  readonly raised: ReadonlySet<Type>;
}

/** The text, and behind it the JSON of a value. */
export const encoded = (out: Expr, value: Expr, context: Context): Expr => {
  const type = erase(value.type);
  const { at } = value;
  if (value.kind === "Null") return concat(out, text("null"));
  switch (type.kind) {
    case "Int":
      return concat(out, prim("int.text", STRING, [value], at));
    case "Bool":
      return concat(out, prim("bool.text", STRING, [value], at));
    case "Float":
      return concat(out, prim("json.float", STRING, [value], at));
    case "String":
      return prim("json.put_text", STRING, [out, value], at);
    case "Bytes":
      return concat(concat(concat(out, text('"')), prim("bytes.text", STRING, [value], at)), text('"'));
    case "Unit":
      return bind(fresh(context, "unit"), value, concat(out, text("null")), at);
    case "Never":
      return value;
    case "Unknown":
      return prim("json.put_unknown", STRING, [out, value], at);
    default:
      if (isStructured(type)) return call(askEncoder(type, context), STRING, [value, out], at);
      return prim("json.put_unknown", STRING, [out, prim("unknown.of", UNKNOWN, [value], at)], at);
  }
};

const askEncoder = (type: Type, context: Context): string => {
  const id = `encode<${type.key}>`;
  const signature = { id, name: `encode<${type.text}>`, path: pathOf(type, context.path), result: STRING };
  // the value first: by its type, calls count as levels of nesting
  const params = [
    ["value", type],
    ["out", STRING],
  ] as const;
  return context.made.ask(id, () =>
    derivedFunction({ ...signature, params }, (frame, value, out): readonly Stmt[] => {
      // the body counts its locals in a context of its own
      const own: Context = { ...context, locals: frame.locals };
      const site = { out: out!, value: value!, context: own };
      const statements = [...raisedInstead(type, site), ...bodyOf(type, site)];
      frame.locals = own.locals;
      return statements;
    }),
  );
};

/** What the body of an encoder is made of. */
interface Site {
  readonly out: Argument;
  readonly value: Argument;
  readonly context: Context;
}

const bodyOf = (type: Type, site: Site): readonly Stmt[] => {
  const { value, context } = site;
  switch (type.kind) {
    case "List":
      return listBody(type, site);
    case "Map":
      return mapBody(type, site);
    case "Option":
      return [
        when<Expr, Stmt>(prim("option.is_none", BOOL, [value]), [giveBack(concat(site.out, text("null")))]),
        giveBack(encoded(site.out, prim("option.get", type.inner, [value]), context)),
      ];
    case "Result": {
      const ok = tagged("Ok", [prim("result.ok_value", type.ok, [value])], site);
      const error = tagged("Err", [prim("result.err_value", type.error, [value])], site);
      return [when<Expr, Stmt>(prim("result.is_ok", BOOL, [value]), ok), ...error];
    }
    case "Struct":
      return structBody(type.id, site);
    case "Enum":
      return enumBody(context.tables.enums.get(type.id)!, site);
    case "Union":
      return unionBody(type, site);
    default:
      throw new Error(`no structure: ${type.text}`);
  }
};

/** Error values of Results may be a `Validation` that no domain names (03, section 6). */
const raisedInstead = (type: Type, { out, value, context }: Site): readonly Stmt[] => {
  if (!context.raised.has(type)) return [];
  const other = encoded(out, prim("union.as", VALIDATION, [value]), context);
  return [when<Expr, Stmt>(prim("union.is", BOOL, [value, text(VALIDATION_ID)]), [giveBack(other)])];
};

// ---- Collections ----------------------------------------------------------------------------------------

const listBody = ({ item }: TypeOf<"List">, site: Site): readonly Stmt[] => {
  const { value, context } = site;
  const length = prim("list.length", INT, [value]);
  return members("[", "]", length, site, (shown, index) =>
    encoded(shown, prim("list.get", item, [value, index]), context),
  );
};

/** Keys in ascending order. */
const mapBody = ({ value: member }: TypeOf<"Map">, site: Site): readonly Stmt[] => {
  const { value, context } = site;
  const keys = use(fresh(context, "keys"), list(STRING));
  const length = prim("list.length", INT, [keys]);
  const sorted = letBe(keys.local, prim("map.sorted_keys", list(STRING), [value]));
  const loop = members("{", "}", length, site, (shown, index) => {
    const key = prim("list.get", STRING, [keys, index]);
    const named = concat(prim("json.put_text", STRING, [shown, key]), text(":"));
    return encoded(named, prim("map.read", member, [value, key]), context);
  });
  return [sorted, ...loop];
};

const members = (
  open: string,
  close: string,
  length: Expr,
  { out, context }: Site,
  appended: (shown: Argument, index: Argument) => Expr,
): readonly Stmt[] => {
  const local = freshVar(context, "text");
  const shown = use(local, STRING);
  const append = (value: Expr): Stmt => assign<Expr>(local, value);
  const loop = counting<Expr, Stmt>(context, length, (index) => [
    when<Expr, Stmt>(prim("int.gt", BOOL, [index, int(0n)]), [append(concat(shown, text(",")))]),
    append(appended(shown, index)),
  ]);
  return [letBe(local, concat(out, text(open))), ...loop, giveBack(concat(shown, text(close)))];
};

// ---- Members in a row -----------------------------------------------------------------------------------

/** Pieces of JSON one behind the other: literal text, and values. */
type Piece = string | Expr;

/** What appends the pieces and gives the text back; each step takes the text of the one before. */
const row = (pieces: readonly Piece[], { out, context }: Site): readonly Stmt[] => {
  const statements: Stmt[] = [];
  let shown: Expr = out;
  for (const piece of pieces) {
    if (typeof piece === "string") shown = concat(shown, text(piece));
    else {
      const local = fresh(context, "text");
      statements.push(letBe(local, encoded(shown, piece, context)));
      shown = use(local, STRING);
    }
  }
  return [...statements, giveBack(shown)];
};

/** `{"data":V,"type":"Name"}`, without `data` if there is no value, with a list if there are several. */
const tagged = (name: string, values: readonly Expr[], site: Site): readonly Stmt[] => {
  const type = `"type":"${name}"}`;
  if (values.length === 0) return row([`{${type}`], site);
  const several = values.length > 1;
  const data = values.flatMap((value, i): readonly Piece[] => (i === 0 ? [value] : [",", value]));
  return row([several ? '{"data":[' : '{"data":', ...data, several ? `],${type}` : `,${type}`], site);
};

/** Names of fields are ASCII, so that their order is that of their code points. */
const structBody = (id: string, site: Site): readonly Stmt[] => {
  const { fields } = site.context.tables.structs.get(id)!;
  const sorted = fields.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const pieces = sorted.flatMap(({ name, type }, i): readonly Piece[] => [
    `${i === 0 ? "{" : ","}"${name}":`,
    { kind: "Field", at: 0, type, name: { name, at: 0 }, base: site.value },
  ]);
  return row([...(pieces.length === 0 ? ["{"] : pieces), "}"], site);
};

const enumBody = ({ id, variants }: EnumDecl, site: Site): readonly Stmt[] => {
  const cases = variants.map((variant) => {
    const locals = variant.payload.map((_, i) => fresh(site.context, `payload${i}`));
    const args = variant.payload.map(
      (type, i): Pattern => ({ kind: "BindPattern", at: 0, local: locals[i]!, type }),
    );
    const values = variant.payload.map((type, i) => use(locals[i]!, type));
    return caseOf(id, variant, args, tagged(variant.name, values, site));
  });
  return [{ kind: "Match", at: 0, exhaustive: true, subject: site.value, cases }];
};

const caseOf = (id: string, { name }: Variant, args: readonly Pattern[], statements: readonly Stmt[]) => ({
  ...({ kind: "Case", at: 0 } as const),
  pattern: { kind: "VariantPattern", at: 0, enum: id, variant: name, args } as const,
  body: block(statements),
});

const unionBody = ({ domains }: TypeOf<"Union">, { out, value, context }: Site): readonly Stmt[] => {
  const tests = domains.flatMap((domain) => {
    if (domain.kind !== "Struct" && domain.kind !== "Enum") return [];
    const shown = encoded(out, prim("union.as", domain, [value]), context);
    return [when<Expr, Stmt>(prim("union.is", BOOL, [value, text(domain.id)]), [giveBack(shown)])];
  });
  return [...tests, giveBack(concat(out, text("null")))];
};

const concat = (left: Expr, right: Expr): Expr => prim("text.concat", STRING, [left, right]);
