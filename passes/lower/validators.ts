// The functions that validate values of a type (03, 8.3).

import type { ValidatedGrammar } from "../../ir/derived.ts";
import type { NodeOf } from "../../ir/framework/language.ts";
import {
  BOOL,
  hasConstraints,
  holdsUnknown,
  INT,
  list,
  map,
  NEVER,
  option,
  plain,
  result,
  STRING,
  type Type,
  type TypeOf,
  UNKNOWN,
} from "../../ir/types.ts";
import { type Frame, fresh, freshVar } from "../fresh.ts";
import {
  assign,
  call,
  giveBack,
  kindIs,
  letBe,
  not,
  nothing,
  perform,
  prim,
  text,
  use,
  when,
} from "./build.ts";
import { constraintOf } from "./constraints.ts";
import type { Demand } from "./demand.ts";
import { type Argument, counting, derivedFunction, pathOf } from "./derived-function.ts";
import { erase } from "./erasure.ts";
import { VALIDATION, VALIDATION_FIELD, VALIDATION_FIELD_ID, VALIDATION_ID } from "./std-error.ts";

export type Expr = NodeOf<ValidatedGrammar, "Expr">;
export type Stmt = NodeOf<ValidatedGrammar, "Stmt">;
export type Fn = NodeOf<ValidatedGrammar, "Function">;

export interface Context {
  readonly made: Demand<Fn>;
  /** The functions of the program, for the parameters of predicates. */
  readonly parameters: ReadonlyMap<string, Type>;
  readonly path: string;
}

/** The value as one of `type`, validated if it may be invalid; `path` is where it stands, for the problem. */
export const validated = (value: Expr, type: Type, path: Expr, context: Context): Expr => {
  const from = value.type;
  if (from === NEVER) return value;
  if (!mayFail(from, type)) {
    return from === type ? value : { kind: "Convert", at: value.at, type, value };
  }
  const given = call(askValidator(from, type, context), givenFor(type), [value, path], value.at);
  return type.kind === "Result" ? prim("option.get", type, [given], value.at) : given;
};

/** What a validator gives: a function that gave a Result would take the `Validation` that it raises for its Err. */
const givenFor = (type: Type): Type => (type.kind === "Result" ? option(type) : type);

const mayFail = (from: Type, to: Type): boolean =>
  hasConstraints(to) || (from !== to && holdsUnknown(from) && to.kind !== "Unknown");

const askValidator = (from: Type, to: Type, context: Context): string => {
  const shown = (by: "key" | "text") => (from === to ? to[by] : `${from[by]} -> ${to[by]}`);
  const id = `validate<${shown("key")}>`;
  const params = [
    ["value", from],
    ["path", STRING],
  ] as const;
  const signature = {
    id,
    name: `validate<${shown("text")}>`,
    path: pathOf(to, context.path),
    params,
    result: givenFor(to),
  };
  return context.made.ask(id, () =>
    derivedFunction(signature, (frame, value, path): readonly Stmt[] =>
      bodyOf({ from: plain(from), to, value: value!, path: path!, frame, context }),
    ),
  );
};

/** What the body of a validator is made of. */
interface Site {
  readonly from: Type;
  readonly to: Type;
  readonly value: Argument;
  readonly path: Argument;
  readonly frame: Frame;
  readonly context: Context;
}

const bodyOf = (site: Site): readonly Stmt[] => {
  const { from, to, value, path, context } = site;
  switch (to.kind) {
    case "Refined":
      return refinedBody(to, site);
    case "Id":
    case "Email":
      return textBody(site);
    case "Option":
      return optionBody(to, site);
    case "Result":
      return resultBody(to, site);
    case "List":
      return from.kind === "Unknown"
        ? ofKind(site, "List", list(UNKNOWN))
        : listBody(to, from as TypeOf<"List">, site);
    case "Map":
      return from.kind === "Unknown"
        ? ofKind(site, "Map", map(STRING, UNKNOWN))
        : mapBody(to, from as TypeOf<"Map">, site);
    case "Struct":
    case "Enum":
    case "Union":
      return nominalBody(site);
    default:
      if (from.kind !== "Unknown") return [giveBack(validated(value, to, path, context))];
      return ofKind(site, to.kind, to);
  }
};

// ---- Kinds ----------------------------------------------------------------------------------------------

/** A value of unknown type that is of the kind is looked at as `seen`, and validated as such. */
const ofKind = (site: Site, kind: string, seen: Type): readonly Stmt[] => {
  const { value, to, path, context } = site;
  const known = prim("unknown.as", seen, [value]);
  return [
    when<Expr, Stmt>(kindIs(value, kind), [
      giveBack(seen === to ? known : validated(known, to, path, context)),
    ]),
    mismatch(site),
  ];
};

const mismatch = ({ to, value, path }: Site): Stmt => {
  const found = value.type.kind === "Unknown" ? prim("unknown.kind", STRING, [value]) : text(value.type.text);
  return problem(path, "type_mismatch", concat(text(`expected ${to.text}, got `), found));
};

const nominalBody = (site: Site): readonly Stmt[] => {
  const { to, value } = site;
  const found = prim("unknown.nominal", STRING, [value]);
  const known = giveBack(prim("unknown.as", to, [value]));
  const domains = to.kind === "Union" ? to.domains : [to];
  const tests = domains.flatMap((domain) =>
    domain.kind === "Struct" || domain.kind === "Enum"
      ? [when<Expr, Stmt>(prim("text.eq", BOOL, [found, text(domain.id)]), [known])]
      : [],
  );
  return [...tests, mismatch(site)];
};

// ---- Constraints ----------------------------------------------------------------------------------------

const refinedBody = (to: TypeOf<"Refined">, { value, path, frame, context }: Site): readonly Stmt[] => {
  const base = fresh(frame, "base");
  const held = use(base, to.base);
  const tests = to.constraints.map((each) => {
    const { holds, message } = constraintOf(each, held, context.parameters);
    return when<Expr, Stmt>(not(holds), [problem(path, "invalid_value", message)]);
  });
  return [letBe(base, validated(value, to.base, path, context)), ...tests, giveBack(held)];
};

const textBody = (site: Site): readonly Stmt[] => {
  const { to, from, value, path } = site;
  const known = from.kind === "Unknown" ? prim("unknown.as", STRING, [value]) : value;
  const isEmail = to.kind === "Email";
  const valid: Expr = isEmail
    ? prim("text.is_email", BOOL, [known])
    : not(prim("text.eq", BOOL, [known, text("")]));
  const message = isEmail ? concat(text("invalid email address: "), known) : text("an Id must not be empty");
  const kind = when<Expr, Stmt>(not(kindIs(value, "String")), [mismatch(site)]);
  return [
    ...(from.kind === "Unknown" ? [kind] : []),
    when<Expr, Stmt>(not(valid), [problem(path, "invalid_value", message)]),
    giveBack(known),
  ];
};

// ---- Members --------------------------------------------------------------------------------------------

const optionBody = (to: TypeOf<"Option">, { from, value, path, context }: Site): readonly Stmt[] => {
  const some = (content: Expr): Stmt =>
    giveBack(prim("option.some", to, [validated(content, to.inner, path, context)]));
  const none = [giveBack(nothing(to))];
  if (from.kind === "Option") {
    const content = prim("option.get", from.inner, [value]);
    return [when<Expr, Stmt>(prim("option.is_none", BOOL, [value]), none), some(content)];
  }
  return from.kind === "Unknown"
    ? [when<Expr, Stmt>(kindIs(value, "Null"), none), some(value)]
    : [some(value)];
};

const resultBody = (to: TypeOf<"Result">, site: Site): readonly Stmt[] => {
  const { from, value, path, context } = site;
  const give = (found: Expr): Stmt => giveBack(prim("option.some", option(to), [found]));
  if (from.kind === "Unknown") {
    const known = prim("unknown.as", result(UNKNOWN, UNKNOWN), [value]);
    const found = give(validated(known, to, path, context));
    return [when<Expr, Stmt>(kindIs(value, "Result"), [found]), mismatch(site)];
  }
  if (from.kind !== "Result") return [give(prim("result.ok", to, [validated(value, to.ok, path, context)]))];
  const content = prim("result.ok_value", from.ok, [value]);
  const error = prim("result.err_value", from.error, [value]);
  const ok = give(prim("result.ok", to, [validated(content, to.ok, path, context)]));
  return [
    when<Expr, Stmt>(prim("result.is_ok", BOOL, [value]), [ok]),
    give(prim("result.err", to, [validated(error, to.error, path, context)])),
  ];
};

const listBody = (to: TypeOf<"List">, from: TypeOf<"List">, site: Site): readonly Stmt[] => {
  const { value, path, frame, context } = site;
  const items = freshVar(frame, "items");
  const rebuilt = erase(from) !== erase(to);
  const loop = counting<Expr, Stmt>(frame, prim("list.length", INT, [value]), (index) => {
    const place = concat(path, concat(text("["), concat(prim("int.text", STRING, [index]), text("]"))));
    const item = validated(prim("list.get", from.item, [value, index]), to.item, place, context);
    if (!rebuilt) return [perform(item)];
    return [assign<Expr>(items, prim("list.append", to, [use(items, to), item]))];
  });
  const empty: Expr = { kind: "List", at: 0, type: to, items: [] };
  return rebuilt ? [letBe(items, empty), ...loop, giveBack(use(items, to))] : [...loop, giveBack(value)];
};

const mapBody = (to: TypeOf<"Map">, from: TypeOf<"Map">, site: Site): readonly Stmt[] => {
  const { value, path, frame, context } = site;
  const entries = freshVar(frame, "entries");
  const rebuilt = erase(from) !== erase(to);
  const loop = counting<Expr, Stmt>(frame, prim("map.length", INT, [value]), (index) => {
    const key = prim("map.key_at", STRING, [value, index]);
    const place = concat(path, concat(text("."), key));
    const member = validated(prim("map.value_at", from.value, [value, index]), to.value, place, context);
    if (!rebuilt) return [perform(member)];
    return [assign<Expr>(entries, prim("map.put", to, [use(entries, to), key, member]))];
  });
  const empty: Expr = { kind: "Map", at: 0, type: to, entries: [] };
  return rebuilt ? [letBe(entries, empty), ...loop, giveBack(use(entries, to))] : [...loop, giveBack(value)];
};

// ---- Problems -------------------------------------------------------------------------------------------

const concat = (left: Expr, right: Expr): Expr => prim("text.concat", STRING, [left, right]);

const INVALID = "<invalid value>";

const problem = (path: Expr, code: string, message: Expr): Stmt =>
  perform(call(INVALID, NEVER, [path, text(code), message]));

/** The function that raises the `Validation` of one problem. */
export const invalidValue = (path: string): Fn =>
  derivedFunction(
    {
      ...{ id: INVALID, name: "invalid value", path, result: NEVER },
      params: ["path", "code", "message"].map((name) => [name, STRING] as const),
    },
    (_, ...values): readonly Stmt[] => {
      const field: Expr = {
        ...{ kind: "MakeStruct", at: 0, type: VALIDATION_FIELD },
        ...{ struct: VALIDATION_FIELD_ID, values },
      };
      const fields: Expr = { kind: "List", at: 0, type: list(VALIDATION_FIELD), items: [field] };
      const error: Expr = {
        ...{ kind: "MakeStruct", at: 0, type: VALIDATION, struct: VALIDATION_ID },
        values: [text("validation failed"), fields],
      };
      return [perform(prim("raise", NEVER, [error]))];
    },
  );
