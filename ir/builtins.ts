// The built-ins and their signatures (chapter 2.8): one table for the checker, completion and documentation.

import {
  BOOL,
  BYTES,
  ERROR,
  FLOAT,
  HTML,
  HTTP_ERROR,
  INT,
  list,
  map,
  option,
  type ParameterType,
  QUERY,
  RESPONSE,
  result,
  STRING,
  struct,
  type Type,
  UNIT,
  UNKNOWN,
  VALIDATION_FIELD_ID,
  VALIDATION_ID,
} from "./types.ts";

/** What a module declares with `requires` (2.11.5), in alphabetical order. */
export const capabilities = ["crypto", "db", "network", "time"] as const;
export type Capability = (typeof capabilities)[number];

export interface Builtin {
  readonly params: readonly ParameterType[];
  /** Takes any number of arguments of unknown type, and no names. */
  readonly rest: boolean;
  readonly result: Type;
  /** What a module that uses it has to declare; null if nothing. */
  readonly needs: Capability | null;
  /** It can be called, but is no value. */
  readonly callOnly: boolean;
}

const param = (name: string, type: Type, optional = false): ParameterType => ({ name, type, optional });
const fixed = (params: readonly ParameterType[], result: Type, needs: Capability | null = null): Builtin => ({
  params,
  rest: false,
  result,
  needs,
  callOnly: false,
});
const rest = (needs: Capability | null = null): Builtin => ({
  params: [param("value", UNKNOWN, true)],
  rest: true,
  result: UNIT,
  needs,
  callOnly: false,
});

const NAME = param("name", STRING);
const HEADERS = param("headers", map(STRING, STRING), true);
const TIMEOUT = param("timeout_ms", INT, true);
const RESPONSE_OR_ERROR = result(RESPONSE, HTTP_ERROR);
const ROW = map(STRING, UNKNOWN);
const sql = (result: Type): Builtin => ({
  ...fixed([param("sql", STRING), param("params", list(UNKNOWN), true)], result, "db"),
  callOnly: true,
});

/** Built-in functions by name; members of namespaces are `time.now`, methods of a query `query.where`. */
export const builtins: Readonly<Record<string, Builtin>> = {
  print: rest(),
  log: rest(),
  assert: rest(),
  input: fixed([param("prompt", STRING, true)], STRING),
  env: fixed([NAME], option(STRING)),
  env_int: fixed([NAME], option(INT)),
  env_float: fixed([NAME], option(FLOAT)),
  env_bool: fixed([NAME], option(BOOL)),
  asset: fixed([param("path", STRING)], STRING),
  serve: rest("network"),
  "json.encode": fixed([param("value", UNKNOWN)], STRING),
  "json.decode": fixed([param("text", STRING)], UNKNOWN),

  "html.text": fixed([param("value", STRING)], HTML),
  "html.raw": fixed([param("value", STRING)], HTML),
  "html.node": fixed([NAME, param("attrs", map(STRING, STRING)), param("children", list(HTML))], HTML),
  "html.render": fixed([param("value", HTML)], STRING),
  "svg.inline": fixed([NAME], HTML),

  "request.header": fixed([NAME], option(STRING)),
  "request.cookie": fixed([NAME], option(STRING)),
  "response.header": fixed([NAME, param("value", STRING)], UNIT),
  "response.cookie": fixed([NAME, param("value", STRING)], UNIT),
  "response.delete_cookie": fixed([NAME], UNIT),
  "http.request": fixed(
    [param("method", STRING), param("url", STRING), param("body", STRING, true), HEADERS, TIMEOUT],
    RESPONSE_OR_ERROR,
    "network",
  ),
  "http.get": fixed([param("url", STRING), HEADERS, TIMEOUT], RESPONSE_OR_ERROR, "network"),
  "http.post": fixed(
    [param("url", STRING), param("body", STRING), HEADERS, TIMEOUT],
    RESPONSE_OR_ERROR,
    "network",
  ),

  "time.now": fixed([], INT, "time"),
  "time.sleep": fixed([param("ms", INT)], UNIT, "time"),
  "time.format": fixed([param("epoch", INT), param("fmt", STRING)], STRING, "time"),
  "time.parse": fixed([param("text", STRING), param("fmt", STRING)], result(INT, ERROR), "time"),
  "crypto.hash": fixed([param("algo", STRING), param("data", BYTES)], BYTES, "crypto"),
  "crypto.hmac": fixed([param("algo", STRING), param("key", BYTES), param("data", BYTES)], BYTES, "crypto"),
  "crypto.random_bytes": fixed([param("n", INT)], BYTES, "crypto"),
  "crypto.constant_time_eq": fixed([param("a", BYTES), param("b", BYTES)], BOOL, "crypto"),

  "db.exec": sql(UNIT),
  "db.query": sql(list(ROW)),
  "db.one": sql(option(ROW)),
  "db.from": { ...fixed([param("table", STRING)], QUERY, "db"), callOnly: true },
  "query.select": fixed([param("columns", list(STRING))], QUERY),
  "query.where": fixed([param("column", STRING), param("op", STRING), param("value", UNKNOWN)], QUERY),
  "query.order_by": fixed([param("column", STRING), param("dir", STRING)], QUERY),
  "query.limit": fixed([param("n", INT)], QUERY),
  "query.insert": fixed([param("value", UNKNOWN)], QUERY),
  "query.upsert": fixed([param("value", UNKNOWN)], QUERY),
  "query.update": fixed([param("column", STRING), param("value", UNKNOWN)], QUERY),
  "query.delete": fixed([], QUERY),
  "query.count": fixed([], INT),
  "query.one": fixed([], option(ROW)),
  "query.all": fixed([], list(ROW)),
  "query.exec": fixed([], UNIT),
  "query.sql": fixed([], STRING),
  "query.params": fixed([], list(UNKNOWN)),
};

/** Names of built-in namespaces; `task` has no member any more (2.8.4). */
export const namespaces: ReadonlySet<string> = new Set([
  ...Object.keys(builtins).flatMap((name) => (name.includes(".") ? [name.slice(0, name.indexOf("."))] : [])),
  "task",
]);

/** Names that mean a built-in as a value: functions and namespaces, but not the methods of a query. */
export const builtinNames: ReadonlySet<string> = new Set([
  ...Object.keys(builtins).filter((name) => !name.includes(".")),
  ...[...namespaces].filter((name) => name !== "query"),
]);

/** The structs of `std.Error` that the language itself makes values of: they are known whether or not it is imported. */
export const errorStructs: readonly {
  readonly id: string;
  readonly name: string;
  readonly fields: readonly (readonly [name: string, type: Type])[];
}[] = [
  {
    ...{ id: VALIDATION_ID, name: "Validation" },
    fields: [
      ["message", STRING],
      ["fields", list(struct(VALIDATION_FIELD_ID, "ValidationField"))],
    ],
  },
  {
    ...{ id: VALIDATION_FIELD_ID, name: "ValidationField" },
    fields: [
      ["path", STRING],
      ["code", STRING],
      ["message", STRING],
    ],
  },
];

/** The fields of values of opaque types (2.8.2). */
export const builtinFields: Readonly<Record<string, Readonly<Record<string, Type>>>> = {
  [RESPONSE.key]: { method: STRING, url: STRING, status: INT, headers: map(STRING, STRING), body: STRING },
  [HTTP_ERROR.key]: {
    code: STRING,
    message: STRING,
    method: STRING,
    url: STRING,
    status: option(INT),
    headers: map(STRING, STRING),
    body: option(STRING),
  },
};

/** The built-ins that this version can run. */
export const runnableBuiltins: ReadonlySet<string> = new Set(
  [
    "print assert input env env_int env_float env_bool log time.now time.sleep time.format time.parse json.encode json.decode",
    "crypto.hash crypto.hmac crypto.random_bytes crypto.constant_time_eq",
  ]
    .join(" ")
    .split(" "),
);

/** Names of types that no declaration may take (2.5). */
export const builtinTypes: ReadonlySet<string> = new Set(
  "Unit Int Float Bool String Bytes Html Id Email Error List Map Option Result Self".split(" "),
);
