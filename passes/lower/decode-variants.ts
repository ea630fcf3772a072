// Decoding of enum values and Results: an object that says which variant it is, and has its payload (03, 15.3).

import { BOOL, INT, list, type Nominal, STRING, type Type, type TypeOf, UNKNOWN } from "../../ir/types.ts";
import { fresh } from "../fresh.ts";
import { int, kindIs, letBe, not, prim, text, use, when } from "./build.ts";
import { OBJECT } from "./decode-structs.ts";
import {
  accept,
  collect,
  concat,
  decode,
  type Expr,
  itemStep,
  mismatch,
  newProblems,
  refuse,
  type Site,
  type Stmt,
  unlessFine,
} from "./decoding.ts";
import type { Argument } from "./derived-function.ts";

const ITEMS = list(UNKNOWN);
const DATA = text("data");
const TYPE = text("type");
const DATA_STEP = text(".data");

const has = (object: Argument, key: Expr): Expr => prim("map.has", BOOL, [object, key]);
const read = (object: Argument, key: Expr): Expr => prim("map.read", UNKNOWN, [object, key]);

/** Binds the object that a value is. */
const opened = (type: Type, object: Argument, value: Expr): readonly Stmt[] => [
  when<Expr, Stmt>(not(kindIs(value, "Map")), [mismatch(type, value)]),
  letBe(object.local, prim("unknown.as", OBJECT, [value])),
];

const isNamed = (tag: Expr, name: string): Expr => prim("text.eq", BOOL, [tag, text(name)]);

const unknownTag = (type: Type, tag: Expr, path?: Expr): Stmt =>
  refuse(type, "invalid_value", concat(text(`${type.text} has no variant `), tag), path);

export const enumBody = (type: Nominal, site: Site): readonly Stmt[] => {
  const { value, frame, context } = site;
  const object = use(fresh(frame, "object"), OBJECT);
  const tag = use(fresh(frame, "tag"), STRING);
  const missing = [refuse(type, "missing_field", text("the field type is missing"))];
  const { variants } = context.tables.enums.get(type.id)!;
  return [
    ...opened(type, object, value),
    when<Expr, Stmt>(not(has(object, TYPE)), missing),
    when<Expr, Stmt>(not(kindIs(read(object, TYPE), "String")), missing),
    letBe(tag.local, prim("unknown.as", STRING, [read(object, TYPE)])),
    ...variants.map(({ name, payload }) =>
      when<Expr, Stmt>(isNamed(tag, name), payloadBody(type, name, payload, object, site)),
    ),
    unknownTag(type, tag),
  ];
};

const payloadBody = (
  type: Nominal,
  variant: string,
  payload: readonly Type[],
  object: Argument,
  site: Site,
): readonly Stmt[] => {
  const made = (args: readonly Expr[]): Stmt =>
    accept(type, { kind: "MakeVariant", at: 0, type, enum: type.id, variant, args });
  if (payload.length === 0) return [made([])];
  const data = when<Expr, Stmt>(not(has(object, DATA)), [
    refuse(type, "missing_field", text("the field data is missing")),
  ]);
  return [
    data,
    ...(payload.length === 1
      ? oneValue(type, payload[0]!, object, made, site)
      : severalValues(type, payload, object, made, site)),
  ];
};

type Make = (values: readonly Expr[]) => Stmt;

const oneValue = (type: Type, content: Type, object: Argument, made: Make, site: Site): readonly Stmt[] => {
  const { bound, problems } = newProblems(site.frame);
  const outcome = decode(content, read(object, DATA), site);
  return [
    outcome.bound,
    when<Expr, Stmt>(outcome.isOk, [made([outcome.value])]),
    bound,
    collect(problems, DATA_STEP, outcome),
    unlessFine(type, problems),
  ];
};

const severalValues = (
  type: Type,
  payload: readonly Type[],
  object: Argument,
  made: Make,
  site: Site,
): readonly Stmt[] => {
  const { frame } = site;
  const items = use(fresh(frame, "items"), ITEMS);
  const { bound, problems } = newProblems(frame);
  const length = prim("list.length", INT, [items]);
  const wrongLength = refuse(
    type,
    "invalid_value",
    concat(text(`expected ${payload.length} values, got `), prim("int.text", STRING, [length])),
    DATA_STEP,
  );
  const outcomes = payload.map((each, i) =>
    decode(each, prim("list.get", UNKNOWN, [items, int(BigInt(i))]), site),
  );
  return [
    when<Expr, Stmt>(not(kindIs(read(object, DATA), "List")), [
      mismatch(ITEMS, read(object, DATA), DATA_STEP, type),
    ]),
    letBe(items.local, prim("unknown.as", ITEMS, [read(object, DATA)])),
    when<Expr, Stmt>(prim("int.ne", BOOL, [length, int(BigInt(payload.length))]), [wrongLength]),
    bound,
    ...outcomes.flatMap((outcome, i): readonly Stmt[] => [
      outcome.bound,
      when<Expr, Stmt>(not(outcome.isOk), [
        collect(problems, concat(DATA_STEP, itemStep(int(BigInt(i)))), outcome),
      ]),
    ]),
    unlessFine(type, problems),
    made(outcomes.map(({ value }) => value)),
  ];
};

// ---- Results --------------------------------------------------------------------------------------------

export const resultBody = (type: TypeOf<"Result"> & Type, site: Site): readonly Stmt[] => {
  const { value, frame } = site;
  const object = use(fresh(frame, "object"), OBJECT);
  const tag = use(fresh(frame, "tag"), STRING);
  const side = (op: "result.ok" | "result.err", content: Type): readonly Stmt[] =>
    oneValue(type, content, object, ([held]) => accept(type, prim(op, type, [held!])), site);
  const missing = (key: Expr, name: string): Stmt =>
    when<Expr, Stmt>(not(has(object, key)), [
      refuse(type, "missing_field", text(`the field ${name} is missing`)),
    ]);
  const path = text(".type");
  return [
    ...opened(type, object, value),
    missing(TYPE, "type"),
    missing(DATA, "data"),
    when<Expr, Stmt>(not(kindIs(read(object, TYPE), "String")), [
      mismatch(STRING, read(object, TYPE), path, type),
    ]),
    letBe(tag.local, prim("unknown.as", STRING, [read(object, TYPE)])),
    when<Expr, Stmt>(isNamed(tag, "Ok"), side("result.ok", type.ok)),
    when<Expr, Stmt>(isNamed(tag, "Err"), side("result.err", type.error)),
    unknownTag(type, tag, path),
  ];
};
