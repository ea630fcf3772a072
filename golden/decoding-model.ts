// A model of typed decoding, as 03, 15.3 tells it: values are their JSON.

import { type Field, HIGH, type Json, LOW, type Type } from "./arbitrary/typed-documents.ts";

/** A value as its JSON shows it, or its problems: paths with codes. */
type Outcome = { readonly value: Json } | { readonly problems: readonly string[] };

const problem = (path: string, code: string): Outcome => ({ problems: [`${path} ${code}`] });
const problemsOf = (outcome: Outcome): readonly string[] => ("problems" in outcome ? outcome.problems : []);
const contentOf = (outcome: Outcome): Json => ("value" in outcome ? outcome.value : null);

const accepted = (value: Json, path: string, isKind: boolean, isValid = true): Outcome =>
  isKind ? (isValid ? { value } : problem(path, "invalid_value")) : problem(path, "type_mismatch");

type Entries = { readonly [key: string]: Json };

const isObject = (json: Json | undefined): json is Entries =>
  typeof json === "object" && json !== null && !Array.isArray(json);

/** In the order of code points. */
const inOrder = (keys: readonly string[]): readonly string[] =>
  [...keys].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));

const isBase64 = (text: string): boolean => Buffer.from(text, "base64").toString("base64") === text;

const within = (size: number): boolean => size >= LOW && size <= HIGH;

const decoded = (type: Type, json: Json, path: string): Outcome => {
  const text = typeof json === "string" ? json : "";
  const isText = typeof json === "string";
  switch (type.kind) {
    case "Int":
      return accepted(json, path, Number.isInteger(json));
    case "Float":
      return accepted(json, path, typeof json === "number");
    case "Bool":
      return accepted(json, path, typeof json === "boolean");
    case "String":
      return accepted(json, path, isText);
    case "Id":
      return accepted(json, path, isText, text !== "");
    case "Email":
      return accepted(json, path, isText, text === "a@b.c");
    case "Bytes":
      return accepted(json, path, isText, isBase64(text));
    case "Refined":
      return refined(type.base, type.even, json, path);
    case "Option":
      return json === null ? { value: null } : decoded(type.of, json, path);
    case "List":
      if (!Array.isArray(json)) return problem(path, "type_mismatch");
      return several(json.map((item: Json, i) => decoded(type.of, item, `${path}[${i}]`)));
    case "Map": {
      if (!isObject(json)) return problem(path, "type_mismatch");
      return members(
        inOrder(Object.keys(json)).map((key) => [key, decoded(type.of, json[key]!, `${path}.${key}`)]),
      );
    }
    case "Result":
      return resultOf(type.of, type.error, json, path);
    case "Struct":
      return isObject(json) ? structOf(type.fields, json, path) : problem(path, "type_mismatch");
    case "Enum":
      return enumOf(type.variants, json, path);
  }
};

const refined = (base: "Int" | "String" | "Bytes", even: boolean, json: Json, path: string): Outcome => {
  const outcome = decoded({ kind: base }, json, path);
  if ("problems" in outcome) return outcome;
  const size =
    base === "Int"
      ? Number(json)
      : base === "Bytes"
        ? Buffer.from(`${json}`, "base64").length
        : [...`${json}`].length;
  return accepted(json, path, true, within(size) && !(even && size % 2 !== 0));
};

const several = (outcomes: readonly Outcome[]): Outcome => {
  const problems = outcomes.flatMap(problemsOf);
  return problems.length > 0 ? { problems } : { value: outcomes.map(contentOf) };
};

const members = (entries: readonly (readonly [string, Outcome])[]): Outcome => {
  const problems = entries.flatMap(([, outcome]) => problemsOf(outcome));
  if (problems.length > 0) return { problems };
  return { value: Object.fromEntries(entries.map(([key, outcome]) => [key, contentOf(outcome)])) };
};

const structOf = (fields: readonly Field[], json: Entries, path: string): Outcome => {
  const given = fields.flatMap(
    ({ name, type, default: otherwise }): readonly (readonly [string, Outcome])[] => {
      const at = `${path}.${name}`;
      if (name in json) return [[name, decoded(type, json[name]!, at)]];
      const isNeeded = otherwise === undefined && type.kind !== "Option";
      return isNeeded ? [[name, problem(at, "missing_field")]] : [];
    },
  );
  const known = new Set(fields.map(({ name }) => name));
  const unknown = inOrder(Object.keys(json).filter((key) => !known.has(key)));
  const found = members([
    ...given,
    ...unknown.map((key) => [key, problem(`${path}.${key}`, "unknown_field")] as const),
  ]);
  if ("problems" in found) return found;
  const absent = fields.filter(({ name }) => !(name in json));
  const filled = absent.map(({ name, type, default: otherwise }) => {
    // of a default, only the first problem
    const [first] = problemsOf(decoded(type, otherwise ?? null, `${path}.${name}`));
    return [name, first ? { problems: [first] } : { value: otherwise ?? null }] as const;
  });
  return members([...given, ...filled]);
};

const payloadOf = (tag: string, outcome: Outcome): Outcome =>
  "problems" in outcome ? outcome : { value: { data: outcome.value, type: tag } };

const enumOf = (
  variants: (Type & { readonly kind: "Enum" })["variants"],
  json: Json,
  path: string,
): Outcome => {
  if (!isObject(json)) return problem(path, "type_mismatch");
  const { type: tag, data } = json;
  if (typeof tag !== "string") return problem(path, "missing_field");
  const variant = variants.find(({ name }) => name === tag);
  if (!variant) return problem(path, "invalid_value");
  const { payload } = variant;
  if (payload.length === 0) return { value: { type: tag } };
  if (data === undefined) return problem(path, "missing_field");
  if (payload.length === 1) return payloadOf(tag, decoded(payload[0]!, data, `${path}.data`));
  if (!Array.isArray(data)) return problem(`${path}.data`, "type_mismatch");
  if (data.length !== payload.length) return problem(`${path}.data`, "invalid_value");
  return payloadOf(tag, several(payload.map((each, i) => decoded(each, data[i], `${path}.data[${i}]`))));
};

const resultOf = (ok: Type, error: Type, json: Json, path: string): Outcome => {
  if (!isObject(json)) return problem(path, "type_mismatch");
  const { type: tag, data } = json;
  if (tag === undefined || data === undefined) return problem(path, "missing_field");
  if (typeof tag !== "string") return problem(`${path}.type`, "type_mismatch");
  if (tag !== "Ok" && tag !== "Err") return problem(`${path}.type`, "invalid_value");
  return payloadOf(tag, decoded(tag === "Ok" ? ok : error, data, `${path}.data`));
};

/** Compact, with keys in order. */
const encoded = (json: Json): string => {
  if (Array.isArray(json)) return `[${json.map(encoded).join(",")}]`;
  if (!isObject(json)) return JSON.stringify(json);
  return `{${inOrder(Object.keys(json))
    .map((key) => `${JSON.stringify(key)}:${encoded(json[key]!)}`)
    .join(",")}}`;
};

/** The JSON of what a document is decoded to, or its problems: paths with codes. */
export const expected = (type: Type, json: Json): string => {
  const outcome = decoded(type, json, "$");
  return "problems" in outcome ? outcome.problems.join(", ") : encoded(outcome.value);
};
