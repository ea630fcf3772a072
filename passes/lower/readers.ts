// Readers: functions that make a value of a type straight from a JSON text, in one pass over it. A reader gives the
// value, or null where the text is not plain: at fault, invalid, or more than readers are made for. Then the decoder
// decides, which knows all rules and says what is wrong: speed and the rules of problems never meet in one function.
// That a key's last value counts needs no rule: it is stored last.

import type { DecodedGrammar } from "../../ir/derived.ts";
import type { NodeOf } from "../../ir/framework/language.ts";
import { BOOL, INT, option, STRING, type Type, type TypeOf, UNIT } from "../../ir/types.ts";
import { type Frame, fresh, freshVar } from "../fresh.ts";
import {
  assign,
  block,
  bool,
  call,
  giveBack,
  int,
  letBe,
  not,
  perform,
  prim,
  text,
  use,
  when,
} from "./build.ts";
import type { Demand } from "./demand.ts";
import { type Argument, derivedFunction, pathOf } from "./derived-function.ts";
import { isReadable } from "./readable.ts";
import { byDefault, type Defaults } from "./reader-defaults.ts";
import {
  branch,
  breaking,
  content,
  type Expr,
  emptied,
  fill,
  isEmpty,
  leaving,
  noting,
  type Place,
  placeFor,
  read,
  refuseIf,
  refuseUnless,
  type Site,
  type Stmt,
  some,
  whilst,
} from "./reader-values.ts";
import type { EnumDecl, StructDecl, Tables, Variant } from "./tables.ts";

export type Fn = NodeOf<DecodedGrammar, "Function">;

export interface Context {
  readonly tables: Tables;
  readonly made: Pick<Demand<Fn>, "ask">;
  /** The functions of the program, among them those that give defaults. */
  readonly functions: Defaults;
  readonly path: string;
}

/**
 * The id of a function that makes a value of the type from a text, or null where the text is not plain; null if the type
 * has no reader.
 */
export const askReader = (type: Type, context: Context): string | null => {
  if (!isReadable(type, context.tables)) return null;
  const id = `read text<${type.key}>`;
  const signature = { id, name: id, path: pathOf(type, context.path), result: option(type) };
  return context.made.ask(id, () =>
    derivedFunction({ ...signature, params: [["text", STRING]] }, (frame, source): readonly Stmt[] => {
      const found = use(fresh(frame, "found"), option(type));
      return [
        perform<Expr>(prim("scan.begin", UNIT, [source!])),
        letBe<Expr>(found.local, call(askValue(type, context), option(type), [])),
        when<Expr, Stmt>(prim("scan.end", BOOL, []), [giveBack<Expr>(found)]),
        ...leaving(option(type)),
      ];
    }),
  );
};

/** A text that is to be read, in a function under way. */
interface Source {
  readonly source: Argument;
  readonly frame: Frame;
  readonly context: Context;
}

/** Statements that read a value of the type and give what is done with it; they do nothing if the text is not plain. */
export const readFast = (
  type: Type,
  { source, frame, context }: Source,
  accepted: (value: Expr) => Stmt,
): readonly Stmt[] => {
  const reader = askReader(type, context);
  if (reader === null) return [];
  const found = use(fresh(frame, "read"), option(type));
  return [
    letBe<Expr>(found.local, call(reader, option(type), [source])),
    when<Expr, Stmt>(not(prim("option.is_none", BOOL, [found])), [
      accepted(prim("option.get", type, [found])),
    ]),
  ];
};

/** The reader of the value that comes next. */
const askValue = (type: Type, context: Context): string => {
  const id = `read<${type.key}>`;
  const result = option(type);
  const signature = { id, name: `read<${type.text}>`, path: pathOf(type, context.path), params: [], result };
  return context.made.ask(id, () =>
    derivedFunction(signature, (frame): readonly Stmt[] =>
      bodyOf(
        type,
        { frame, result, refusal: leaving(result), readerOf: (part) => askValue(part, context) },
        context,
      ),
    ),
  );
};

const bodyOf = (type: Type, site: Site, context: Context): readonly Stmt[] => {
  switch (type.kind) {
    case "List":
      return listBody(type, site);
    case "Map":
      return mapBody(type, site);
    case "Struct":
      return structBody(type, context.tables.structs.get(type.id)!, site, context);
    case "Enum":
      return enumBody(type, context.tables.enums.get(type.id)!, site);
    default:
      return read(type, site, (value) => [giveBack<Expr>(some(site.result, value))]);
  }
};

// ---- Collections ----------------------------------------------------------------------------------------

const listBody = (type: TypeOf<"List">, site: Site): readonly Stmt[] => {
  const items = use(freshVar(site.frame, "items"), type);
  const append = (item: Expr): Stmt => assign<Expr>(items.local, prim("list.append", type, [items, item]));
  return [
    refuseUnless(prim("scan.list", BOOL, []), site),
    letBe<Expr>(items.local, { kind: "List", at: 0, type, items: [] }),
    whilst(
      prim("scan.item", BOOL, []),
      read(type.item, { ...site, refusal: breaking }, (item) => [append(item)]),
    ),
    giveBack<Expr>(some(site.result, items)),
  ];
};

const mapBody = (type: TypeOf<"Map">, site: Site): readonly Stmt[] => {
  const inLoop: Site = { ...site, refusal: breaking };
  const entries = use(freshVar(site.frame, "entries"), type);
  const found = use(fresh(site.frame, "name"), option(STRING));
  const key = prim("option.get", STRING, [found]);
  const put = (value: Expr): Stmt =>
    assign<Expr>(entries.local, prim("map.put", type, [entries, key, value]));
  return [
    refuseUnless(prim("scan.map", BOOL, []), site),
    letBe<Expr>(entries.local, { kind: "Map", at: 0, type, entries: [] }),
    whilst(prim("scan.entry", BOOL, []), [
      letBe<Expr>(found.local, prim("scan.name", option(STRING), [])),
      refuseIf(prim("option.is_none", BOOL, [found]), inLoop),
      ...read(type.value, inLoop, (value) => [put(value)]),
    ]),
    giveBack<Expr>(some(site.result, entries)),
  ];
};

// ---- Structs --------------------------------------------------------------------------------------------

type Field = StructDecl["fields"][number];

/** A field under way; `seen` is there where null does not say that it is absent, and that matters. */
interface Member extends Place {
  readonly field: Field;
  readonly seen: Argument | null;
}

const memberOf = (field: Field, site: Site): Member => {
  const doubtful = field.type.kind === "Option" && field.default !== null;
  const seen = doubtful ? use(freshVar(site.frame, `has ${field.name}`), BOOL) : null;
  return { ...placeFor(field.name, field.type, site), field, seen };
};

const structBody = (
  type: Type,
  { id, fields }: StructDecl,
  site: Site,
  context: Context,
): readonly Stmt[] => {
  const members = fields.map((field) => memberOf(field, site));
  const made: Expr = { kind: "MakeStruct", at: 0, type, struct: id, values: members.map(content) };
  return [
    refuseUnless(prim("scan.map", BOOL, []), site),
    ...members.flatMap((member) => [emptied(member), ...(member.seen ? [mark(member.seen, "unseen")] : [])]),
    whilst(prim("scan.entry", BOOL, []), readField(members, { ...site, refusal: breaking })),
    ...members.flatMap((member) => complete(member, { ...site, refusal: noting }, context)),
    ...refuseIncomplete(members, site),
    giveBack<Expr>(some(site.result, made)),
  ];
};

/** Reads the field whose key comes next. */
const readField = (members: readonly Member[], site: Site): readonly Stmt[] => {
  if (members.length === 0) return site.refusal;
  const which = use(fresh(site.frame, "field"), INT);
  const names = members.map(({ field }) => field.name).join(" ");
  const dispatch: Stmt = {
    ...{ kind: "If", at: 0, otherwise: block(site.refusal) },
    branches: members.map((member, i) => branch(isNumber(which, i), readMember(member, site))),
  };
  return [letBe<Expr>(which.local, prim("scan.field", INT, [text(names)])), dispatch];
};

const isNumber = (value: Expr, number: number): Expr => prim("int.eq", BOOL, [value, int(BigInt(number))]);

const mark = ({ local }: Argument, as: "seen" | "unseen"): Stmt =>
  as === "seen" ? assign<Expr>(local, bool(true)) : letBe<Expr>(local, bool(false));

const readMember = (member: Member, site: Site): readonly Stmt[] => [
  ...read(member.type, site, (value) => [fill(member, value)]),
  ...(member.seen ? [mark(member.seen, "seen")] : []),
];

/** What is done about a field that may be absent: it gets its default, if that is a literal; it may stay null. */
const complete = (member: Member, site: Site, context: Context): readonly Stmt[] => {
  const { field, seen } = member;
  if (field.default === null) return [];
  const absent = seen ? not(seen) : isEmpty(member);
  const filled = byDefault(member, context.functions.get(field.default), site) ?? site.refusal;
  return [when<Expr, Stmt>(absent, filled)];
};

/** A field that must not be null has to have been there. */
const refuseIncomplete = (members: readonly Member[], site: Site): readonly Stmt[] => {
  const missing = use(freshVar(site.frame, "missing"), BOOL);
  const tests = members
    .filter(({ type }) => type.kind !== "Option")
    .map((member) => when<Expr, Stmt>(isEmpty(member), [assign<Expr>(missing.local, bool(true))]));
  return [letBe<Expr>(missing.local, bool(false)), ...tests, refuseIf(missing, site)];
};

// ---- Enums ----------------------------------------------------------------------------------------------

const enumBody = (type: Type, { id, variants }: EnumDecl, site: Site): readonly Stmt[] => {
  const which = use(fresh(site.frame, "variant"), INT);
  const dataFirst = use(fresh(site.frame, "data first"), BOOL);
  const names = variants.map(({ name }) => name).join(" ");
  return [
    letBe<Expr>(which.local, prim("scan.variant", INT, [text(names)])),
    letBe<Expr>(dataFirst.local, prim("scan.data_first", BOOL, [])),
    {
      ...{ kind: "If", at: 0, otherwise: block(site.refusal) },
      branches: variants.map((variant, i) => branch(isNumber(which, i), variantBody(type, id, variant))),
    },
  ];

  function variantBody(type: Type, id: string, { name, payload }: Variant): readonly Stmt[] {
    const places = payload.map((each, i) => placeFor(`payload${i}`, each, site));
    const args = places.map(content);
    const made: Expr = { kind: "MakeVariant", at: 0, type, enum: id, variant: name, args };
    return [
      ...places.map(emptied),
      ...readPayload(places, site),
      refuseUnless(prim("scan.leave", BOOL, [dataFirst]), site),
      giveBack<Expr>(some(site.result, made)),
    ];
  }
};

/** One value stands as it is, several are a list. */
const readPayload = (places: readonly Place[], site: Site): readonly Stmt[] => {
  const reads = places.map((place) => read(place.type, site, (value) => [fill(place, value)]));
  if (places.length <= 1) return reads.flat();
  const another = prim("scan.item", BOOL, []);
  return [
    refuseUnless(prim("scan.list", BOOL, []), site),
    ...reads.flatMap((each) => [refuseUnless(another, site), ...each]),
    refuseIf(another, site),
  ];
};
