// What binds one parameter of `main`: from its flag as given to a value that is validated (04, 6.2 and section 2).

import {
  BOOL,
  BYTES,
  FLOAT,
  hasConstraints,
  holdsUnknown,
  INT,
  option,
  plain,
  STRING,
  type Type,
} from "../../ir/types.ts";
import type { Frame } from "../fresh.ts";
import { fresh } from "../fresh.ts";
import { bool, giveBack, letBe, not, nothing, prim, text, use, when } from "./build.ts";
import { derivedFunction } from "./derived-function.ts";
import { type Expr, type Fn, joined, leave, orProblems, refuse, type Stmt } from "./flag-problems.ts";

export interface Parameter {
  readonly name: string;
  readonly type: Type;
  readonly hasDefault: boolean;
  /** `--no-NAME` is the negation of its flag. */
  readonly negatable: boolean;
}

/** The function of that id, without parameters: the value of a parameter, or its problems. */
export const flagFunction = (id: string, path: string, parameter: Parameter): Fn => {
  const { name, type } = parameter;
  const signature = { id, name: `flag ${name}`, path, params: [], result: orProblems(type) };
  return derivedFunction(signature, (frame): readonly Stmt[] => {
    const form = fresh(frame, "form");
    const given = fresh(frame, "text");
    const asked = prim("flags.form", STRING, [text(name), bool(parameter.negatable)]);
    const is = (word: string): Expr => prim("text.eq", BOOL, [use(form, STRING), text(word)]);
    const site = { parameter, text: use(given, STRING), frame };
    return [
      letBe(form, asked),
      when<Expr, Stmt>(is("absent"), [absent(parameter)]),
      ...(plain(contentOf(type)) === BOOL ? booleanForms(parameter, is) : []),
      when<Expr, Stmt>(not(is("value")), [wrong(parameter, "invalid_type", "the flag takes one value")]),
      letBe(given, prim("flags.value", STRING, [text(name)])),
      ...parsed(contentOf(type), site),
    ];
  });
};

/** Whether a default of the type `from` is to be validated. */
export const isDoubtful = ({ type }: Parameter, from: Type): boolean =>
  hasConstraints(type) || (from !== type && holdsUnknown(from));

/** The function of that id that validates the default of a parameter, which is of the type `from`. */
export const defaultCheck = (id: string, path: string, parameter: Parameter, from: Type): Fn =>
  derivedFunction(
    {
      ...{ id, name: `default ${parameter.name}`, path },
      params: [["value", from]],
      result: orProblems(parameter.type),
    },
    (_, value): readonly Stmt[] => [succeed(parameter, validated(parameter, parameter.type, value!))],
  );

const wrong = ({ name, type }: Parameter, code: string, message: string): Stmt =>
  refuse(type, name, code, text(message));

const succeed = ({ type }: Parameter, value: Expr): Stmt =>
  giveBack(prim("result.ok", orProblems(type), [value]));

const validated = ({ name }: Parameter, type: Type, value: Expr): Expr => ({
  ...{ kind: "Validate", at: value.at, type, path: name, value },
});

/** A value that is not null, validated with the parameter's name as root. */
const accept = (parameter: Parameter, value: Expr): Stmt => {
  const { type } = parameter;
  const content = validated(parameter, contentOf(type), value);
  return succeed(parameter, type.kind === "Option" ? prim("option.some", type, [content]) : content);
};

const absent = (parameter: Parameter): Stmt => {
  const { type, hasDefault } = parameter;
  if (hasDefault) return leave(type);
  return type.kind === "Option"
    ? succeed(parameter, nothing(type))
    : wrong(parameter, "missing_field", "the argument is missing");
};

const booleanForms = (parameter: Parameter, is: (form: string) => Expr): readonly Stmt[] =>
  [true, false].map((value) => when<Expr, Stmt>(is(String(value)), [accept(parameter, bool(value))]));

const contentOf = (type: Type): Type => (type.kind === "Option" ? type.inner : type);

// ---- Texts ----------------------------------------------------------------------------------------------

interface Site {
  readonly parameter: Parameter;
  readonly text: Expr;
  readonly frame: Frame;
}

const parsed = (type: Type, site: Site): readonly Stmt[] => {
  const { parameter, text } = site;
  const isNull = when<Expr, Stmt>(prim("parse.is_null", BOOL, [text]), [
    succeed(parameter, nothing(parameter.type)),
  ]);
  const content = contentParsed(type, site);
  return parameter.type.kind === "Option" ? [isNull, ...content] : content;
};

/** How the texts of scalars are read: each operation gives an option. */
const parsers = {
  Int: { op: "parse.int", of: INT },
  Float: { op: "parse.float", of: FLOAT },
  Bool: { op: "parse.bool", of: BOOL },
  Bytes: { op: "parse.bytes", of: BYTES },
} as const;

const contentParsed = (type: Type, site: Site): readonly Stmt[] => {
  const { parameter, text } = site;
  const { kind } = plain(type);
  switch (kind) {
    case "String":
      return [accept(parameter, text)];
    case "Id":
    case "Email":
      return [accept(parameter, prim("parse.trimmed", STRING, [text]))];
    case "Int":
    case "Float":
    case "Bool":
    case "Bytes":
      return scalar(kind, site);
    case "List":
    case "Map":
    case "Struct":
    case "Enum":
      return [structured(site)];
    default:
      return [notConverted(site)];
  }
};

const scalar = (kind: keyof typeof parsers, site: Site): readonly Stmt[] => {
  const { parameter, text, frame } = site;
  const { op, of } = parsers[kind];
  const read = fresh(frame, "read");
  const value = use(read, option(of));
  return [
    letBe(read, prim(op, option(of), [text])),
    when<Expr, Stmt>(prim("option.is_none", BOOL, [value]), [notConverted(site)]),
    accept(parameter, prim("option.get", of, [value])),
  ];
};

/** The text is JSON, which the decoder of the type validates by itself. */
const structured = ({ parameter: { name, type }, text }: Site): Stmt =>
  giveBack({
    ...{ kind: "DecodeText", at: 0, type: orProblems(type) },
    ...{ root: name, code: "invalid_value", value: text },
  });

const notConverted = ({ parameter: { name, type }, text: given }: Site): Stmt => {
  const message = joined(text(`expected ${type.text}, got "`), given, text('"'));
  return refuse(type, name, "invalid_value", message);
};
