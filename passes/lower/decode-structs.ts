// Decoding of structs: the declared fields, then the keys that are none, then the defaults of absent ones (03, 15.3).

import { BOOL, INT, list, map, type Nominal, STRING, type Type, UNKNOWN } from "../../ir/types.ts";
import { fresh, freshVar } from "../fresh.ts";
import { assign, bool, call, choose, kindIs, letBe, not, nothing, prim, text, use, when } from "./build.ts";
import {
  accept,
  collect,
  concat,
  type Expr,
  mismatch,
  newProblems,
  noOutcome,
  note,
  outcomeIn,
  outcomeOf,
  type Site,
  type Stmt,
  unlessFine,
} from "./decoding.ts";
import { type Argument, counting, derivedFunction } from "./derived-function.ts";
import type { StructDecl } from "./tables.ts";

type Field = StructDecl["fields"][number];

/** An object as a map of values of unknown type. */
export const OBJECT = map(STRING, UNKNOWN);

/** A field, the local that holds what it was decoded to, and the one that says whether it is there. */
interface Member {
  readonly field: Field;
  readonly outcome: Argument;
  readonly given: Argument;
}

export const structBody = (type: Nominal, site: Site): readonly Stmt[] => {
  const { value, frame, context } = site;
  const { fields } = context.tables.structs.get(type.id)!;
  const object = use(fresh(frame, "object"), OBJECT);
  const { bound, problems } = newProblems(frame);
  const members = fields.map((field) => ({
    field,
    outcome: use(freshVar(frame, field.name), outcomeOf(field.type)),
    given: use(fresh(frame, "given"), BOOL),
  }));
  const values = members.map(({ field, outcome }) => prim("result.ok_value", field.type, [outcome]));
  return [
    when<Expr, Stmt>(not(kindIs(value, "Map")), [mismatch(type, value)]),
    letBe(object.local, prim("unknown.as", OBJECT, [value])),
    bound,
    ...members.flatMap((member) => decodedField(member, object, problems, site)),
    ...unknownKeys(fields, object, problems, site),
    unlessFine(type, problems),
    ...members.flatMap((member) => filled(member, type, problems, site)),
    unlessFine(type, problems),
    accept(type, { kind: "MakeStruct", at: 0, type, struct: type.id, values }),
  ];
};

const step = (name: string): Expr => text(`.${name}`);

/** Without default and not optional: a field that has to be there. */
const isNeeded = ({ type, default: id }: Field): boolean => id === null && type.kind !== "Option";

/** A field that is there is decoded; one that is absent has null for now, which only an option keeps. */
const decodedField = (
  { field, outcome, given }: Member,
  object: Argument,
  problems: Argument,
  { context }: Site,
): readonly Stmt[] => {
  const { name, type } = field;
  const key = text(name);
  const { bound, isOk, validation } = outcomeIn(
    outcome,
    type,
    choose(
      given,
      outcomeOf(type),
      call(context.decoder(type), outcomeOf(type), [prim("map.read", UNKNOWN, [object, key])]),
      absent(type),
    ),
  );
  const missing = note(problems, step(name), "missing_field", text(`the field ${name} is missing`));
  const failed = when<Expr, Stmt>(not(isOk), [collect(problems, step(name), { validation })]);
  return [
    letBe(given.local, prim("map.has", BOOL, [object, key])),
    bound,
    when<Expr, Stmt>(given, [failed]),
    ...(isNeeded(field) ? [when<Expr, Stmt>(not(given), [missing])] : []),
  ];
};

/** Null where the field is optional; elsewhere what nobody looks at before it is replaced. */
const absent = (type: Type): Expr =>
  type.kind === "Option" ? prim("result.ok", outcomeOf(type), [nothing(type)]) : noOutcome(type);

/** Keys that are no fields, in the order of their code points. */
const unknownKeys = (
  fields: readonly Field[],
  object: Argument,
  problems: Argument,
  { frame }: Site,
): readonly Stmt[] => {
  const keys = use(fresh(frame, "keys"), list(STRING));
  const loop = counting<Expr, Stmt>(frame, prim("list.length", INT, [keys]), (index) => {
    const key = use(fresh(frame, "key"), STRING);
    const isKnown = use(freshVar(frame, "known"), BOOL);
    // one test behind the other, not one in the other: a struct may have hundreds of fields
    const tests = fields.map(({ name }) =>
      when<Expr, Stmt>(prim("text.eq", BOOL, [key, text(name)]), [assign<Expr>(isKnown.local, bool(true))]),
    );
    const unknown = note(
      problems,
      concat(text("."), key),
      "unknown_field",
      concat(text("there is no field "), key),
    );
    return [
      letBe(key.local, prim("list.get", STRING, [keys, index])),
      letBe(isKnown.local, bool(false)),
      ...tests,
      when<Expr, Stmt>(not(isKnown), [unknown]),
    ];
  });
  return [letBe(keys.local, prim("map.sorted_keys", list(STRING), [object])), ...loop];
};

/** The default of a field that is absent, validated. */
const filled = (
  { field, outcome, given }: Member,
  struct: Nominal,
  problems: Argument,
  site: Site,
): readonly Stmt[] => {
  const { name, type, default: id } = field;
  if (id === null) return [];
  const { made, functions, path } = site.context;
  const result = outcomeOf(type);
  const maker = made.ask(`default<${struct.key}.${name}>`, () =>
    derivedFunction(
      {
        id: `default<${struct.key}.${name}>`,
        name: `default<${struct.text}.${name}>`,
        path,
        params: [],
        result,
      },
      (): readonly Stmt[] => {
        const value = call(id, functions.get(id)!.result, []);
        return [accept(type, { kind: "Validate", at: 0, type, path: "", value })];
      },
    ),
  );
  const { isOk, validation } = outcomeIn(outcome, type, outcome);
  return [
    when<Expr, Stmt>(not(given), [
      assign<Expr>(outcome.local, call(maker, result, [])),
      when<Expr, Stmt>(not(isOk), [collect(problems, step(name), { validation })]),
    ]),
  ];
};
