// The functions that make values of a type out of values of unknown type, as JSON gives them (03, 15.3).

import {
  BOOL,
  FLOAT,
  INT,
  list,
  map,
  option,
  STRING,
  type Type,
  type TypeOf,
  UNKNOWN,
} from "../../ir/types.ts";
import { fresh, freshVar } from "../fresh.ts";
import { assign, int, kindIs, letBe, not, nothing, prim, text, use, when } from "./build.ts";
import { OBJECT, structBody } from "./decode-structs.ts";
import { enumBody, resultBody } from "./decode-variants.ts";
import {
  accept,
  collect,
  concat,
  decode,
  type Expr,
  emptyList,
  itemStep,
  mismatch,
  newProblems,
  PROBLEMS,
  refuse,
  type Site,
  type Stmt,
  through,
  unlessFine,
} from "./decoding.ts";
import { type Argument, counting } from "./derived-function.ts";

/** What the function does that decodes a type. */
export const decoderBody = (type: Type, site: Site): readonly Stmt[] => {
  const { value } = site;
  switch (type.kind) {
    case "Unknown":
      return [accept(type, value)];
    case "Float": {
      const whole = prim("int.to_float", FLOAT, [prim("unknown.as", INT, [value])]);
      return [when<Expr, Stmt>(kindIs(value, "Int"), [accept(type, whole)]), ...kindBody(type, site)];
    }
    case "Id":
    case "Email":
      return checkedBody(type, STRING, site);
    case "Refined":
      return checkedBody(type, type.base, site);
    case "Bytes":
      return bytesBody(site, type);
    case "Option":
      return optionBody(type, site);
    case "List":
      return listBody(type, site);
    case "Map":
      return mapBody(type, site);
    case "Struct":
      return structBody(type, site);
    case "Enum":
      return enumBody(type, site);
    case "Result":
      return resultBody(type, site);
    case "Union":
      return unionBody(type, site);
    default:
      return kindBody(type, site);
  }
};

/** A value of the kind is taken as it is; nothing in JSON is of any other kind. */
const kindBody = (type: Type, { value }: Site): readonly Stmt[] => [
  when<Expr, Stmt>(kindIs(value, type.kind), [accept(type, prim("unknown.as", type, [value]))]),
  mismatch(type, value),
];

/** A value of the base is validated: a problem is raised, and leaves this function as its Err. */
const checkedBody = (type: Type, base: Type, site: Site): readonly Stmt[] => {
  const outcome = decode(base, site.value, site);
  const { value } = outcome;
  return [...through(type, outcome), accept(type, { kind: "Validate", at: 0, type, path: "", value })];
};

/** Octets are written in base64. */
const bytesBody = ({ value, frame }: Site, type: Type): readonly Stmt[] => {
  const octets = use(fresh(frame, "octets"), option(type));
  return [
    when<Expr, Stmt>(not(kindIs(value, "String")), [mismatch(type, value)]),
    letBe(octets.local, prim("parse.bytes", octets.type, [prim("unknown.as", STRING, [value])])),
    when<Expr, Stmt>(prim("option.is_none", BOOL, [octets]), [
      refuse(type, "invalid_value", text("the text is not base64")),
    ]),
    accept(type, prim("option.get", type, [octets])),
  ];
};

const optionBody = (type: TypeOf<"Option"> & Type, site: Site): readonly Stmt[] => {
  const outcome = decode(type.inner, site.value, site);
  return [
    when<Expr, Stmt>(kindIs(site.value, "Null"), [accept(type, nothing(type))]),
    ...through(type, outcome),
    accept(type, prim("option.some", type, [outcome.value])),
  ];
};

/** The first domain that the value is of; else the problems that it has as one of the first. */
const unionBody = (type: TypeOf<"Union"> & Type, site: Site): readonly Stmt[] => {
  const outcomes = type.domains.map((domain) => decode(domain, site.value, site));
  const tests = outcomes.flatMap(({ bound, isOk, value }) => [
    bound,
    when<Expr, Stmt>(isOk, [accept(type, prim("union.of", type, [value]))]),
  ]);
  return [...tests, ...through(type, outcomes[0]!).slice(1)];
};

// ---- Collections ----------------------------------------------------------------------------------------

const listBody = (type: TypeOf<"List"> & Type, site: Site): readonly Stmt[] => {
  const { value, frame } = site;
  const items = use(fresh(frame, "items"), list(UNKNOWN));
  const made = use(freshVar(frame, "decoded"), type);
  const { bound, problems } = newProblems(frame);
  const loop = counting<Expr, Stmt>(frame, prim("list.length", INT, [items]), (index) => {
    const outcome = decode(type.item, prim("list.get", UNKNOWN, [items, index]), site);
    const longer = prim("list.append", type, [made, outcome.value]);
    return [
      outcome.bound,
      when<Expr, Stmt>(outcome.isOk, [assign<Expr>(made.local, longer)]),
      when<Expr, Stmt>(not(outcome.isOk), [collect(problems, itemStep(index), outcome)]),
    ];
  });
  return [
    when<Expr, Stmt>(not(kindIs(value, "List")), [mismatch(type, value)]),
    letBe(items.local, prim("unknown.as", list(UNKNOWN), [value])),
    letBe(made.local, emptyList(type)),
    bound,
    ...loop,
    unlessFine(type, problems),
    accept(type, made),
  ];
};

/** The map keeps the order of the text, its problems are in the order of its keys. */
const mapBody = (type: TypeOf<"Map"> & Type, site: Site): readonly Stmt[] => {
  const { value, frame } = site;
  const entries = use(fresh(frame, "entries"), OBJECT);
  if (!isKey(type.of)) return emptyMapBody(type, entries, site);
  const made = use(freshVar(frame, "decoded"), type);
  const found = use(freshVar(frame, "found"), map(STRING, PROBLEMS));
  const loop = counting<Expr, Stmt>(frame, prim("map.length", INT, [entries]), (index) =>
    entryBody(type, { entries, made, found, index }, site),
  );
  return [
    when<Expr, Stmt>(not(kindIs(value, "Map")), [mismatch(type, value)]),
    letBe(entries.local, prim("unknown.as", OBJECT, [value])),
    letBe(made.local, emptyMap(type)),
    letBe(found.local, emptyMap(found.type)),
    ...loop,
    ...problemsByKey(type, found, site),
    accept(type, made),
  ];
};

/** Keys are texts: a map with keys of any other type can only be empty, and its first key says why (04, section 2). */
const emptyMapBody = (type: Type, entries: Argument, { value }: Site): readonly Stmt[] => {
  const firstKey = prim("list.get", STRING, [prim("map.sorted_keys", list(STRING), [entries]), int(0n)]);
  const wrong = refuse(type, "type_mismatch", text("only texts can be keys"), concat(text("."), firstKey));
  return [
    when<Expr, Stmt>(not(kindIs(value, "Map")), [mismatch(type, value)]),
    letBe(entries.local, prim("unknown.as", OBJECT, [value])),
    when<Expr, Stmt>(prim("int.gt", BOOL, [prim("map.length", INT, [entries]), int(0n)]), [wrong]),
    accept(type, emptyMap(type)),
  ];
};

const emptyMap = (type: Type): Expr => ({ kind: "Map", at: 0, type, entries: [] });

/** A map under way: its entries, those that are decoded, the problems of the others by their keys. */
interface Entries {
  readonly entries: Argument;
  readonly made: Argument;
  readonly found: Argument;
  readonly index: Argument;
}

const entryBody = (
  type: TypeOf<"Map"> & Type,
  { entries, made, found, index }: Entries,
  site: Site,
): readonly Stmt[] => {
  const { frame } = site;
  const key = use(fresh(frame, "key"), STRING);
  const step = concat(text("."), key);
  const { bound, problems } = newProblems(frame);
  const outcome = decode(type.value, prim("map.value_at", UNKNOWN, [entries, index]), site);
  const larger = prim("map.put", type, [made, key, outcome.value]);
  const counted = prim("map.put", found.type, [found, key, problems]);
  const isFine = prim("int.eq", BOOL, [prim("list.length", INT, [problems]), int(0n)]);
  return [
    letBe(key.local, prim("map.key_at", STRING, [entries, index])),
    bound,
    ...keyBody(type.of, key, problems, site),
    outcome.bound,
    when<Expr, Stmt>(outcome.isOk, [assign<Expr>(made.local, larger)]),
    when<Expr, Stmt>(not(outcome.isOk), [collect(problems, step, outcome)]),
    when<Expr, Stmt>(not(isFine), [assign<Expr>(found.local, counted)]),
  ];
};

const keys: ReadonlySet<Type["kind"]> = new Set<Type["kind"]>(["String", "Id", "Email", "Unknown"]);

const isKey = (type: Type): boolean => keys.has(type.kind === "Refined" ? type.base.kind : type.kind);

/** A key is validated as its type says. */
const keyBody = (type: Type, key: Argument, problems: Argument, site: Site): readonly Stmt[] => {
  if (type === STRING || type === UNKNOWN) return [];
  const step = concat(text("."), key);
  const outcome = decode(type, prim("unknown.of", UNKNOWN, [key]), site);
  return [outcome.bound, when<Expr, Stmt>(not(outcome.isOk), [collect(problems, step, outcome)])];
};

const problemsByKey = (type: Type, found: Argument, { frame }: Site): readonly Stmt[] => {
  const keys = use(fresh(frame, "keys"), list(STRING));
  const { bound, problems } = newProblems(frame);
  const loop = counting<Expr, Stmt>(frame, prim("list.length", INT, [keys]), (index) => {
    const key = prim("list.get", STRING, [keys, index]);
    const those = prim("map.read", PROBLEMS, [found, key]);
    return [assign<Expr>(problems.local, prim("list.concat", PROBLEMS, [problems, those]))];
  });
  return [
    letBe(keys.local, prim("map.sorted_keys", list(STRING), [found])),
    bound,
    ...loop,
    unlessFine(type, problems),
  ];
};
