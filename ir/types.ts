// The types of chapter 2.2: immutable, interned, so that equal types are one object.

import * as t from "io-ts";
import { leaf } from "./framework/language.ts";

/** One condition of a refined type. Bounds are exact: bigint where written as an integer. */
export type Constraint =
  | { readonly kind: "Range"; readonly low: bigint | number; readonly high: bigint | number }
  | { readonly kind: "Regex"; readonly source: string }
  /** `function` is the id of a declared function. */
  | { readonly kind: "Predicate"; readonly function: string };

/** A parameter of a function value; `optional` ones have a default. */
export interface ParameterType {
  readonly name: string;
  readonly type: Type;
  readonly optional: boolean;
}

export type BasicKind =
  | "Unit"
  | "Int"
  | "Float"
  | "Bool"
  | "String"
  | "Bytes"
  | "Html"
  | "Id"
  | "Email"
  | "Error"
  | "Response"
  | "HttpError"
  | "Query";

/**
 * A type. `text` is how messages show it, `key` tells types apart. Structs and enums are nominal: `id` is
 * `MODULE:NAME`. `Unknown` is `_`; `Never` is the type of an expression that does not end (`?!` that always raises).
 * In a Result, `error` is a struct, an enum, or a Union of such.
 */
export type Type = { readonly key: string; readonly text: string } & TypeForm;
type TypeForm =
  | { readonly kind: BasicKind | "Unknown" | "Never" }
  | { readonly kind: "Struct" | "Enum" | "Config"; readonly id: string; readonly name: string }
  | { readonly kind: "List"; readonly item: Type }
  | { readonly kind: "Map"; readonly of: Type; readonly value: Type }
  | { readonly kind: "Option"; readonly inner: Type }
  | { readonly kind: "Result"; readonly ok: Type; readonly error: Type }
  | { readonly kind: "Union"; readonly domains: readonly Type[] }
  | { readonly kind: "Refined"; readonly base: Type; readonly constraints: readonly Constraint[] }
  | { readonly kind: "Function"; readonly params: readonly ParameterType[]; readonly result: Type }
  | { readonly kind: "Parameter"; readonly id: string; readonly name: string }
  /** A built-in namespace as a value: `db`, `http`, … */
  | { readonly kind: "Namespace"; readonly name: string }
  | { readonly kind: "Box"; readonly content: Type }
  /** A box whose content is taken explicitly: behind `lower-boxes` no other is left. */
  | { readonly kind: "Cell"; readonly content: Type }
  | { readonly kind: "Task"; readonly value: Type };

/** A type that a declaration makes. */
export type Nominal = Extract<Type, { readonly kind: "Struct" | "Enum" | "Config" }>;
export type TypeOf<K extends Type["kind"]> = Extract<Type, { readonly kind: K }>;

const interned = new Map<string, Type>();

const intern = <F extends TypeForm>(
  key: string,
  text: string,
  form: F,
): F & { readonly key: string; readonly text: string } => {
  let type = interned.get(key);
  if (!type) {
    type = { key, text, ...form } as Type;
    interned.set(key, type);
  }
  return type as unknown as F & { readonly key: string; readonly text: string };
};

const basic = (kind: BasicKind, text: string = kind): Type => intern(kind, text, { kind });

export const UNIT = basic("Unit");
export const INT = basic("Int");
export const FLOAT = basic("Float");
export const BOOL = basic("Bool");
export const STRING = basic("String");
export const BYTES = basic("Bytes");
export const HTML = basic("Html");
export const ID = basic("Id");
export const EMAIL = basic("Email");
export const ERROR = basic("Error");
/** The id of the struct that stands for `ERROR` when a program runs. */
export const ERROR_ID = "built-in:Error";
export const RESPONSE = basic("Response", "http.response");
export const HTTP_ERROR = basic("HttpError", "http.error");
export const QUERY = basic("Query", "query");
/** What a failed validation raises (03, section 16); the id is that of its declaration in `std.Error`. */
export const VALIDATION_ID = "std.Error:Validation";
export const VALIDATION_FIELD_ID = "std.Error:ValidationField";
/** The unknown type `_`. */
export const UNKNOWN: Type = intern("_", "_", { kind: "Unknown" });
/** The unknown type of what was diagnosed: nothing that follows from it is reported. No program that runs has it. */
export const DIAGNOSED: Type = intern("diagnosed", "_", { kind: "Unknown" });
export const NEVER: Type = intern("!", "never", { kind: "Never" });

export const struct = (id: string, name: string): Type =>
  intern(`struct ${id}`, name, { kind: "Struct", id, name });
export const enumeration = (id: string, name: string): Type =>
  intern(`enum ${id}`, name, { kind: "Enum", id, name });
export const config = (id: string, name: string): Type =>
  intern(`config ${id}`, name, { kind: "Config", id, name });
export const list = (item: Type): Type =>
  intern(`List<${item.key}>`, `List<${item.text}>`, { kind: "List", item });
export const map = (of: Type, value: Type): Type =>
  intern(`Map<${of.key},${value.key}>`, `Map<${of.text}, ${value.text}>`, { kind: "Map", of, value });
/** `T?`; options do not nest. */
export const option = (inner: Type): Type =>
  inner.kind === "Option" ? inner : intern(`${inner.key}?`, `${inner.text}?`, { kind: "Option", inner });
/** `T!E`. */
export const result = (ok: Type, error: Type): Type =>
  intern(`(${ok.key})!(${error.key})`, `${ok.text}!${error.text}`, { kind: "Result", ok, error });
export const box = (content: Type): Type =>
  content.kind === "Box"
    ? content
    : intern(`box ${content.key}`, `box ${content.text}`, { kind: "Box", content });
export const cell = (content: Type): Type =>
  intern(`cell ${content.key}`, `box ${content.text}`, { kind: "Cell", content });
export const task = (value: Type): Type =>
  intern(`Task<${value.key}>`, `Task<${value.text}>`, { kind: "Task", value });
export const namespace = (name: string): Type =>
  intern(`namespace ${name}`, name, { kind: "Namespace", name });
export const parameter = (id: string, name: string): Type =>
  intern(`param ${id}`, name, { kind: "Parameter", id, name });

/** The set of error domains; nested unions are flattened, one domain is itself, order is that of first mention. */
export const union = (types: readonly Type[]): Type => {
  const domains = [...new Set(types.flatMap((type) => (type.kind === "Union" ? type.domains : [type])))];
  const sorted = [...domains].sort((a, b) => (a.key < b.key ? -1 : 1));
  return domains.length === 1
    ? domains[0]!
    : intern(`{${sorted.map(({ key }) => key).join("|")}}`, domains.map(({ text }) => text).join("!"), {
        kind: "Union",
        domains,
      });
};

/** The error domains of the error side of a result. */
export const domainsOf = (error: Type): readonly Type[] => (error.kind === "Union" ? error.domains : [error]);

const constraintKey = (c: Constraint): string =>
  c.kind === "Range"
    ? `${String(c.low)}..${String(c.high)}`
    : c.kind === "Regex"
      ? `regex(${JSON.stringify(c.source)})`
      : `predicate(${c.function})`;

export const refined = (base: Type, constraints: readonly Constraint[]): Type =>
  intern(`${base.key}(${constraints.map(constraintKey).join(",")})`, `${base.text}(...)`, {
    kind: "Refined",
    base,
    constraints,
  });

export const functionType = (params: readonly ParameterType[], result: Type): Type => {
  const shown = params.map(({ name, type, optional }) => `${name}: ${type.text}${optional ? " = …" : ""}`);
  const keys = params.map(({ name, type, optional }) => `${name}${optional ? "=" : ""}:${type.key}`);
  return intern(`fn(${keys.join(",")})->${result.key}`, `fn(${shown.join(", ")}) -> ${result.text}`, {
    kind: "Function",
    params,
    result,
  });
};

/** What a type is for the operators: without refinement and box. */
export const plain = (type: Type): Type =>
  type.kind === "Refined" ? plain(type.base) : type.kind === "Box" ? plain(type.content) : type;

/** The types of which a value of this type is made up: content, members, both sides of a result. */
const partsOf = (type: Type): readonly Type[] => {
  switch (type.kind) {
    case "List":
      return [type.item];
    case "Map":
      return [type.value];
    case "Option":
      return [type.inner];
    case "Result":
      return [type.ok, type.error];
    case "Box":
    case "Cell":
      return [type.content];
    case "Task":
      return [type.value];
    default:
      return [];
  }
};

/** The types that a type is written with. */
export const mentionedIn = (type: Type): readonly Type[] => {
  switch (type.kind) {
    case "Union":
      return type.domains;
    case "Refined":
      return [type.base];
    case "Function":
      return [...type.params.map((param) => param.type), type.result];
    default:
      return partsOf(type);
  }
};

const holds = (type: Type, test: (type: Type) => boolean): boolean =>
  test(type) || partsOf(type).some((part) => holds(part, test));

/** Whether a value of this type may be of unknown type, or have a part that is. */
export const holdsUnknown = (type: Type): boolean => holds(type, ({ kind }) => kind === "Unknown");

/** Whether a value of this type may be invalid although its kind is right: its content is to be tested (03, 8.3). */
export const hasConstraints = (type: Type): boolean =>
  holds(type, ({ kind }) => kind === "Refined" || kind === "Id" || kind === "Email");

// ---- As JSON --------------------------------------------------------------------------------------------

/** A type as nested lists: `["List", ["Int"]]`. */
type Encoded = readonly [string, ...unknown[]];

const number = (value: bigint | number): string => (typeof value === "bigint" ? `${value}n` : String(value));
const readNumber = (text: string): bigint | number =>
  text.endsWith("n") ? BigInt(text.slice(0, -1)) : Number(text);

const encode = (type: Type): Encoded => {
  switch (type.kind) {
    case "Struct":
    case "Enum":
    case "Config":
    case "Parameter":
      return [type.kind, type.id, type.name];
    case "List":
      return [type.kind, encode(type.item)];
    case "Map":
      return [type.kind, encode(type.of), encode(type.value)];
    case "Option":
      return [type.kind, encode(type.inner)];
    case "Result":
      return [type.kind, encode(type.ok), encode(type.error)];
    case "Union":
      return [type.kind, ...type.domains.map(encode)];
    case "Refined":
      return [
        type.kind,
        encode(type.base),
        ...type.constraints.map((c) =>
          c.kind === "Range"
            ? [c.kind, number(c.low), number(c.high)]
            : [c.kind, c.kind === "Regex" ? c.source : c.function],
        ),
      ];
    case "Function":
      return [
        type.kind,
        encode(type.result),
        ...type.params.map((p) => [p.name, encode(p.type), p.optional]),
      ];
    case "Namespace":
      return [type.kind, type.name];
    case "Box":
    case "Cell":
      return [type.kind, encode(type.content)];
    case "Task":
      return [type.kind, encode(type.value)];
    default:
      return [type.kind];
  }
};

const basics: ReadonlyMap<string, Type> = new Map(
  [
    UNIT,
    INT,
    FLOAT,
    BOOL,
    STRING,
    BYTES,
    HTML,
    ID,
    EMAIL,
    ERROR,
    RESPONSE,
    HTTP_ERROR,
    QUERY,
    UNKNOWN,
    NEVER,
  ].map((type) => [type.kind, type]),
);

class Malformed extends Error {}

const texts = (parts: readonly unknown[]): readonly string[] =>
  parts.map((part) => {
    if (typeof part !== "string") throw new Malformed();
    return part;
  });

const decodeConstraint = (encoded: unknown): Constraint => {
  if (!Array.isArray(encoded)) throw new Malformed();
  const [kind, first, second] = texts(encoded);
  if (first === undefined) throw new Malformed();
  if (kind === "Range" && second !== undefined)
    return { kind, low: readNumber(first), high: readNumber(second) };
  if (kind === "Regex") return { kind, source: first };
  if (kind === "Predicate") return { kind, function: first };
  throw new Malformed();
};

const decodeParameter = (encoded: unknown): ParameterType => {
  if (!Array.isArray(encoded)) throw new Malformed();
  const [name, type, optional] = encoded;
  if (typeof name !== "string" || typeof optional !== "boolean") throw new Malformed();
  return { name, type: decode(type), optional };
};

const decode = (encoded: unknown): Type => {
  if (!Array.isArray(encoded)) throw new Malformed();
  const [kind, ...parts] = encoded as readonly unknown[];
  const known = basics.get(String(kind));
  if (known) return known;
  switch (kind) {
    case "Struct":
    case "Enum":
    case "Config":
    case "Parameter": {
      const [id, name] = texts(parts);
      if (id === undefined || name === undefined) throw new Malformed();
      return { Struct: struct, Enum: enumeration, Config: config, Parameter: parameter }[kind](id, name);
    }
    case "List":
      return list(decode(parts[0]));
    case "Map":
      return map(decode(parts[0]), decode(parts[1]));
    case "Option":
      return option(decode(parts[0]));
    case "Result":
      return result(decode(parts[0]), decode(parts[1]));
    case "Union":
      return union(parts.map(decode));
    case "Refined":
      return refined(decode(parts[0]), parts.slice(1).map(decodeConstraint));
    case "Function":
      return functionType(parts.slice(1).map(decodeParameter), decode(parts[0]));
    case "Namespace":
      return namespace(texts(parts)[0] ?? "");
    case "Box":
      return box(decode(parts[0]));
    case "Cell":
      return cell(decode(parts[0]));
    case "Task":
      return task(decode(parts[0]));
    default:
      throw new Malformed();
  }
};

export const typeCodec = new t.Type<Type, Encoded, unknown>(
  "a type",
  (u): u is Type => typeof u === "object" && u !== null && "key" in u && interned.get(String(u.key)) === u,
  (u, context) => {
    try {
      return t.success(decode(u));
    } catch {
      return t.failure(u, context);
    }
  },
  encode,
);

/** A type at a leaf. */
export const type = leaf(typeCodec, ({ text }) => `:${text.replaceAll(" ", "")}`);
/** Types at a leaf. */
export const types = leaf(t.readonlyArray(typeCodec, "types"), (all) =>
  all.length === 0 ? "" : `[${all.map((each) => each.text).join(" ")}]`,
);
