// Conversions of values to other types (02, 2.4; 03, 8.4): operations where the types are plain, else derived functions.

import type { ConvertedGrammar } from "../../ir/derived.ts";
import type { NodeOf } from "../../ir/framework/language.ts";
import {
  BOOL,
  domainsOf,
  INT,
  list,
  map,
  option,
  plain,
  result,
  STRING,
  type Type,
  type TypeOf,
  UNKNOWN,
} from "../../ir/types.ts";
import { type Frame, freshVar } from "../fresh.ts";
import {
  assign,
  call,
  fail,
  giveBack,
  kindIs,
  letBe,
  nothing,
  perform,
  prim,
  text,
  use,
  when,
} from "./build.ts";
import type { Demand } from "./demand.ts";
import { type Argument, counting, derivedFunction, pathOf } from "./derived-function.ts";
import { erase } from "./erasure.ts";

export type Expr = NodeOf<ConvertedGrammar, "Expr">;
type Stmt = NodeOf<ConvertedGrammar, "Stmt">;
export type Fn = NodeOf<ConvertedGrammar, "Function">;

export interface Context {
  readonly made: Demand<Fn>;
  readonly path: string;
}

/** The value as one of `type`. What is of unknown type is tested: it fails if it does not fit. */
export const converted = (value: Expr, type: Type, context: Context): Expr => {
  const from = plain(value.type);
  const to = plain(type);
  if (from.kind === "Never" || erase(from) === erase(to)) return value;
  if (value.kind === "Null" && to.kind === "Option") return nothing(type, value.at);
  if (to.kind === "Unknown") return prim("unknown.of", UNKNOWN, [value], value.at);
  if (from.kind === "Unknown") return viaFunction("check", value, type, context);
  if (to.kind === "Option" && from.kind !== "Option") {
    return prim("option.some", type, [converted(value, to.inner, context)], value.at);
  }
  if (to.kind === "Result" && !(from.kind === "Result" && errorsFit(from, to))) {
    return prim("result.ok", type, [converted(value, to.ok, context)], value.at);
  }
  if (to.kind === "Union") return prim("union.of", type, [value], value.at);
  return isStructural(from, to) ? viaFunction("convert", value, type, context) : value;
};

/** If not, a Result enters the place as its value: `x: T` in a `T!E` where `T` is a Result itself. */
const errorsFit = (from: TypeOf<"Result">, to: TypeOf<"Result">): boolean => {
  const domains = domainsOf(to.error);
  return domainsOf(from.error).every(
    (domain) => domain === UNKNOWN || domains.includes(UNKNOWN) || domains.includes(domain),
  );
};

const isStructural = (from: Type, to: Type): boolean =>
  from.kind === to.kind && ["List", "Map", "Option", "Result"].includes(from.kind);

const viaFunction = (verb: "check" | "convert", value: Expr, type: Type, context: Context): Expr => {
  // refinements do not matter, so that types that differ in them alone share the function
  const from = erase(value.type);
  const to = erase(type);
  const shown = (by: "key" | "text") =>
    verb === "check" ? `check<${to[by]}>` : `convert<${from[by]} -> ${to[by]}>`;
  const signature = { id: shown("key"), name: shown("text"), path: pathOf(to, context.path), result: to };
  context.made.ask(signature.id, () =>
    derivedFunction({ ...signature, params: [["value", from]] }, (frame, value): readonly Stmt[] => {
      const site = { value: value!, to, frame, context };
      return verb === "check" ? checkBody(site) : convertBody(from, site);
    }),
  );
  return call(signature.id, type, [value], value.at);
};

interface Site {
  readonly value: Argument;
  readonly to: Type;
  readonly frame: Frame;
  readonly context: Context;
}

// ---- From a value of unknown type -----------------------------------------------------------------------

const checkBody = (site: Site): readonly Stmt[] => {
  const { value, to, context } = site;
  switch (to.kind) {
    case "Option":
      return [
        when<Expr, Stmt>(kindIs(value, "Null"), [giveBack(nothing(to))]),
        giveBack(prim("option.some", to, [converted(value, to.inner, context)])),
      ];
    case "Result":
      return [
        seenAs("Result", result(UNKNOWN, UNKNOWN), site),
        giveBack(prim("result.ok", to, [converted(value, to.ok, context)])),
      ];
    case "List":
      return [seenAs("List", list(UNKNOWN), site), misfit(site)];
    case "Map":
      return [seenAs("Map", map(STRING, UNKNOWN), site), misfit(site)];
    case "Struct":
    case "Enum":
    case "Union":
      return [...nominalTests(site), misfit(site)];
    default:
      return [seenAs(to.kind, to, site), misfit(site)];
  }
};

/** A value that is of the kind is one of `seen`, and is converted as that. */
const seenAs = (kind: string, seen: Type, { value, to, context }: Site): Stmt =>
  when<Expr, Stmt>(kindIs(value, kind), [
    giveBack(converted(prim("unknown.as", seen, [value]), to, context)),
  ]);

const nominalTests = ({ value, to }: Site): readonly Stmt[] => {
  const found = prim("unknown.nominal", STRING, [value]);
  const domains = to.kind === "Union" ? to.domains : [to];
  return domains.flatMap((domain) => {
    if (domain.kind !== "Struct" && domain.kind !== "Enum") return [];
    const test = prim("text.eq", BOOL, [found, text(domain.id)]);
    return [when<Expr, Stmt>(test, [giveBack(prim("unknown.as", to, [value]))])];
  });
};

const misfit = ({ value, to }: Site): Stmt => {
  const found = prim("unknown.kind", STRING, [value]);
  const message = prim("text.concat", STRING, [text(`expected ${to.text}, got `), found]);
  return perform(fail("runtime_type_error", message));
};

// ---- From one structure to another ----------------------------------------------------------------------

const convertBody = (from: Type, site: Site): readonly Stmt[] => {
  const { value, to, context } = site;
  if (from.kind === "Option" && to.kind === "Option") {
    const content = prim("option.get", from.inner, [value]);
    // an option of unknown content may hold null itself
    const inner =
      from.inner.kind === "Unknown" ? converted(content, to, context) : some(content, to, context);
    return [
      when<Expr, Stmt>(prim("option.is_none", BOOL, [value]), [giveBack(nothing(to))]),
      giveBack(inner),
    ];
  }
  if (from.kind === "Result" && to.kind === "Result") {
    const ok = converted(prim("result.ok_value", from.ok, [value]), to.ok, context);
    const error = converted(prim("result.err_value", from.error, [value]), to.error, context);
    return [
      when<Expr, Stmt>(prim("result.is_ok", BOOL, [value]), [giveBack(prim("result.ok", to, [ok]))]),
      giveBack(prim("result.err", to, [error])),
    ];
  }
  if (from.kind === "List" && to.kind === "List") return convertList(from, to, site);
  return from.kind === "Map" && to.kind === "Map" ? convertMap(from, to, site) : [giveBack(value)];
};

const some = (content: Expr, to: TypeOf<"Option">, context: Context): Expr =>
  prim("option.some", option(to.inner), [converted(content, to.inner, context)]);

const convertList = (from: TypeOf<"List">, to: Type & TypeOf<"List">, { value, frame, context }: Site) => {
  const items = freshVar(frame, "items");
  const loop = counting<Expr, Stmt>(frame, prim("list.length", INT, [value]), (index) => {
    const item = converted(prim("list.get", from.item, [value, index]), to.item, context);
    return [assign<Expr>(items, prim("list.append", to, [use(items, to), item]))];
  });
  const empty: Expr = { kind: "List", at: 0, type: to, items: [] };
  return [letBe(items, empty), ...loop, giveBack(use(items, to))];
};

const convertMap = (from: TypeOf<"Map">, to: Type & TypeOf<"Map">, { value, frame, context }: Site) => {
  const entries = freshVar(frame, "entries");
  const loop = counting<Expr, Stmt>(frame, prim("map.length", INT, [value]), (index) => {
    const key = prim("map.key_at", STRING, [value, index]);
    const member = converted(prim("map.value_at", from.value, [value, index]), to.value, context);
    return [assign<Expr>(entries, prim("map.put", to, [use(entries, to), key, member]))];
  });
  const empty: Expr = { kind: "Map", at: 0, type: to, entries: [] };
  return [letBe(entries, empty), ...loop, giveBack(use(entries, to))];
};
