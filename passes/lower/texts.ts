// The text forms of values (03, section 2): operations for plain types, else derived functions.

import type { PrintedGrammar } from "../../ir/derived.ts";
import type { NodeOf } from "../../ir/framework/language.ts";
import type { PrimitiveName } from "../../ir/primitives.ts";
import { BOOL, INT, STRING, type Type, type TypeOf, UNKNOWN } from "../../ir/types.ts";
import { type Frame, fresh, freshVar } from "../fresh.ts";
import {
  assign,
  bind,
  block,
  call,
  choose,
  giveBack,
  int,
  kindIs,
  letBe,
  prim,
  text,
  use,
  when,
} from "./build.ts";
import type { Demand } from "./demand.ts";
import { type Argument, counting, derivedFunction, pathOf } from "./derived-function.ts";
import { erase } from "./erasure.ts";
import { VALIDATION, VALIDATION_ID } from "./std-error.ts";
import { isStructured } from "./structured.ts";
import type { EnumDecl, StructDecl, Tables, TypeDecl, Variant } from "./tables.ts";

export type Expr = NodeOf<PrintedGrammar, "Expr">;
type Stmt = NodeOf<PrintedGrammar, "Stmt">;
export type Fn = NodeOf<PrintedGrammar, "Function">;

export interface Context extends Frame {
  readonly tables: Tables;
  readonly made: Demand<Fn>;
  readonly path: string;
  /** Types whose place may hold a `Validation` instead (see `raised-domains.ts`). */
  readonly raised: ReadonlySet<Type>;
}

const operations: Readonly<Partial<Record<Type["kind"], PrimitiveName>>> = {
  Int: "int.text",
  Float: "float.text",
  Bool: "bool.text",
  Bytes: "bytes.text",
  Unknown: "unknown.text",
};
/** The text of a value. */
export const textOf = (value: Expr, context: Context): Expr => {
  const type = erase(value.type);
  const { at } = value;
  const operation = operations[type.kind];
  if (operation) return prim(operation, STRING, [value], at);
  if (type.kind === "String" || type.kind === "Never") return value;
  if (value.kind === "Null") return text("null", at);
  if (type.kind === "Unit") return bind(fresh(context, "unit"), value, text("()", at), at);
  if (isStructured(type)) return call(askText(type, context), STRING, [value], at);
  return prim("unknown.text", STRING, [prim("unknown.of", UNKNOWN, [value], at)], at);
};

const askText = (type: Type, context: Context): string => {
  const id = `text<${type.key}>`;
  const signature = { id, name: `text<${type.text}>`, path: pathOf(type, context.path), result: STRING };
  return context.made.ask(id, () =>
    derivedFunction({ ...signature, params: [["value", type]] }, (frame, value): readonly Stmt[] => {
      // the body counts its locals in a context of its own
      const own: Context = { ...context, locals: frame.locals };
      const statements = [...raisedInstead(type, value!, own), ...bodyOf(type, value!, own)];
      frame.locals = own.locals;
      return statements;
    }),
  );
};

const bodyOf = (type: Type, value: Argument, context: Context): readonly Stmt[] => {
  switch (type.kind) {
    case "List":
      return listBody(type, value, context);
    case "Map":
      return mapBody(type, value, context);
    case "Option": {
      const content = textOf(prim("option.get", type.inner, [value]), context);
      return [giveBack(choose(prim("option.is_none", BOOL, [value]), STRING, text("null"), content))];
    }
    case "Result": {
      const ok = enclosed("Ok(", [textOf(prim("result.ok_value", type.ok, [value]), context)]);
      const error = enclosed("Err(", [textOf(prim("result.err_value", type.error, [value]), context)]);
      return [giveBack(choose(prim("result.is_ok", BOOL, [value]), STRING, ok, error))];
    }
    case "Struct":
      return structBody(type.id, value, context);
    case "Enum":
      return enumBody(context.tables.enums.get(type.id)!, value, context);
    case "Union":
      return unionBody(type, value, context);
    default:
      return [giveBack(text(type.text))];
  }
};

/** Error values of Results may be a `Validation` that no domain names (03, section 6). */
const raisedInstead = (type: Type, value: Argument, context: Context): readonly Stmt[] => {
  if (!context.raised.has(type)) return [];
  const other = textOf(prim("union.as", VALIDATION, [value]), context);
  return [when<Expr, Stmt>(prim("union.is", BOOL, [value, text(VALIDATION_ID)]), [giveBack(other)])];
};

// ---- Collections ----------------------------------------------------------------------------------------

const listBody = ({ item }: TypeOf<"List">, value: Argument, context: Context): readonly Stmt[] => {
  const length = prim("list.length", INT, [value]);
  return joined("[", "]", length, context, (index) =>
    textOf(prim("list.get", item, [value, index]), context),
  );
};

const mapBody = (type: TypeOf<"Map">, value: Argument, context: Context): readonly Stmt[] => {
  const length = prim("map.length", INT, [value]);
  return joined("{", "}", length, context, (index) => {
    const key = prim("map.key_at", STRING, [value, index]);
    const member = textOf(prim("map.value_at", type.value, [value, index]), context);
    return concat(concat(key, text(": ")), member);
  });
};

const joined = (
  open: string,
  close: string,
  length: Expr,
  context: Context,
  memberAt: (index: Argument) => Expr,
): readonly Stmt[] => {
  const out = freshVar(context, "text");
  const shown = use(out, STRING);
  const loop = counting<Expr, Stmt>(context, length, (index) => {
    const first = prim("int.eq", BOOL, [index, int(0n)]);
    const separator = choose(first, STRING, text(""), text(", "));
    return [assign<Expr>(out, concat(shown, concat(separator, memberAt(index))))];
  });
  return [letBe(out, text(open)), ...loop, giveBack(concat(shown, text(close)))];
};

// ---- Nominal types --------------------------------------------------------------------------------------

/** Types of `std.Error` print with their full name. */
const printedName = ({ id, name }: TypeDecl): string => {
  const full = id.startsWith("std.Error:") ? `std.Error.${name}` : name;
  return full === "std.Error.Error" ? "std.Error" : full;
};

const structBody = (id: string, value: Argument, context: Context): readonly Stmt[] => {
  const declared = context.tables.structs.get(id)!;
  const name = printedName(declared);
  const field = messageOf(declared);
  if (!field) return [giveBack(text(`<${name}>`))];
  const read: Expr = {
    kind: "Field",
    at: 0,
    type: field.type,
    name: { name: "message", at: 0 },
    base: value,
  };
  const local = fresh(context, "message");
  const message = use(local, field.type);
  const { isText, known } = textIn(message);
  const shown = enclosed(`${name}(`, [known]);
  if (isText === null) return [letBe(local, read), giveBack(shown)];
  return [letBe(local, read), when<Expr, Stmt>(isText, [giveBack(shown)]), giveBack(text(`<${name}>`))];
};

/** The field `message`, if it can hold a String. */
const messageOf = ({ fields }: StructDecl) => {
  const field = fields.find(({ name }) => name === "message");
  const type = field && erase(field.type);
  const content = type?.kind === "Option" ? type.inner : type;
  return content === STRING || content?.kind === "Unknown" ? field : undefined;
};

/** The message as a text, and whether it is one; null if that is sure. */
const textIn = (message: Argument): { readonly isText: Expr | null; readonly known: Expr } => {
  const type = erase(message.type);
  if (type === STRING) return { isText: null, known: message };
  if (type.kind === "Option" && type.inner === STRING) {
    const isText = prim("bool.not", BOOL, [prim("option.is_none", BOOL, [message])]);
    return { isText, known: prim("option.get", STRING, [message]) };
  }
  const unknown = type.kind === "Unknown" ? message : prim("unknown.of", UNKNOWN, [message]);
  return { isText: kindIs(unknown, "String"), known: prim("unknown.as", STRING, [unknown]) };
};

const enumBody = (declared: EnumDecl, value: Argument, context: Context): readonly Stmt[] => {
  const cases = declared.variants.map((variant) => {
    const locals = variant.payload.map((_, i) => fresh(context, `payload${i}`));
    const parts = variant.payload.map((type, i) => textOf(use(locals[i]!, type), context));
    const name = `${printedName(declared)}.${variant.name}`;
    const shown = parts.length === 0 ? text(name) : enclosed(`${name}(`, parts);
    const args = variant.payload.map((type, i) => binding(locals[i]!, type));
    return caseOf(declared, variant, args, [giveBack(shown)]);
  });
  return [{ kind: "Match", at: 0, exhaustive: true, subject: value, cases }];
};

type Pattern = NodeOf<PrintedGrammar, "Pattern">;

const binding = (local: ReturnType<typeof fresh>, type: Type): Pattern => ({
  kind: "BindPattern",
  at: 0,
  local,
  type,
});

const caseOf = (
  { id }: EnumDecl,
  { name }: Variant,
  args: readonly Pattern[],
  statements: readonly Stmt[],
) => ({
  ...({ kind: "Case", at: 0 } as const),
  pattern: { kind: "VariantPattern", at: 0, enum: id, variant: name, args } as const,
  body: block(statements),
});

const unionBody = ({ domains }: TypeOf<"Union">, value: Argument, context: Context): readonly Stmt[] => {
  const tests = domains.flatMap((domain) => {
    if (domain.kind !== "Struct" && domain.kind !== "Enum") return [];
    const shown = textOf(prim("union.as", domain, [value]), context);
    return [when<Expr, Stmt>(prim("union.is", BOOL, [value, text(domain.id)]), [giveBack(shown)])];
  });
  return [...tests, giveBack(text("<error>"))];
};

// ---- Concatenation --------------------------------------------------------------------------------------

const concat = (left: Expr, right: Expr): Expr => prim("text.concat", STRING, [left, right]);

const enclosed = (open: string, parts: readonly Expr[]): Expr => {
  const inner = parts.reduce((before, part) => concat(concat(before, text(", ")), part));
  return concat(text(open), concat(inner, text(")")));
};
