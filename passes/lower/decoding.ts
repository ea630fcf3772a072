// What decoders are made of: outcomes, problems with their paths, and the decoding of members.
//
// A decoder gives the value, or a `Validation` of all its problems, whose paths begin at the value: who asks for it puts
// his own step in front of them. So paths cost nothing where nothing is wrong.

import type { DecodedGrammar, StructuresGrammar } from "../../ir/derived.ts";
import type { NodeOf } from "../../ir/framework/language.ts";
import { BOOL, INT, list, option, result, STRING, type Type, UNKNOWN } from "../../ir/types.ts";
import { type Frame, fresh, freshVar } from "../fresh.ts";
import { assign, bool, call, choose, giveBack, int, letBe, not, prim, text, use, when } from "./build.ts";
import type { Demand } from "./demand.ts";
import { type Argument, counting, derivedFunction } from "./derived-function.ts";
import { readFast } from "./readers.ts";
import { VALIDATION, VALIDATION_FIELD, VALIDATION_FIELD_ID, VALIDATION_ID } from "./std-error.ts";
import type { Tables } from "./tables.ts";

export type Expr = NodeOf<DecodedGrammar, "Expr">;
export type Stmt = NodeOf<DecodedGrammar, "Stmt">;
export type Fn = NodeOf<DecodedGrammar, "Function">;

export interface Context {
  readonly tables: Tables;
  /** The functions of the program, among them those that give defaults. */
  readonly functions: ReadonlyMap<string, Pick<NodeOf<StructuresGrammar, "Function">, "result" | "body">>;
  readonly made: Demand<Fn>;
  /** The id of the function that decodes a type; it is made. */
  readonly decoder: (type: Type) => string;
  readonly path: string;
}

/** A decoder under way: the value of unknown type that it is given. */
export interface Site {
  readonly value: Argument;
  readonly frame: Frame;
  readonly context: Context;
}

// ---- Outcomes -------------------------------------------------------------------------------------------

/** What a decoder of the type gives. */
export const outcomeOf = (type: Type): Type => result(type, VALIDATION);

export const accept = (type: Type, value: Expr): Stmt =>
  giveBack(prim("result.ok", outcomeOf(type), [value]));

const reject = (type: Type, validation: Expr): Stmt =>
  giveBack(prim("result.err", outcomeOf(type), [validation]));

/** Gives one problem back. */
export const refuse = (type: Type, code: string, message: Expr, path: Expr = text("")): Stmt =>
  reject(type, call(PROBLEM, VALIDATION, [path, text(code), message]));

/** The problem of a value, or a part of it at `path`, that is of another kind than is wanted. */
export const mismatch = (wanted: Type, value: Expr, path: Expr = text(""), type = wanted): Stmt =>
  refuse(
    type,
    "type_mismatch",
    concat(text(`expected ${wanted.text}, got `), prim("unknown.kind", STRING, [value])),
    path,
  );

/** Neither a value nor a problem. */
export const noOutcome = (type: Type): Expr =>
  prim("result.err", outcomeOf(type), [validationOf(emptyList(PROBLEMS))]);

/** What a member was decoded to: bound to a local. */
export interface Outcome {
  readonly bound: Stmt;
  readonly isOk: Expr;
  readonly value: Expr;
  readonly validation: Expr;
}

/** Decodes a value as one of the type. */
export const decode = (type: Type, value: Expr, { frame, context }: Site): Outcome => {
  const outcome = use(fresh(frame, "outcome"), outcomeOf(type));
  return outcomeIn(outcome, type, call(context.decoder(type), outcomeOf(type), [value]));
};

/** The outcome of a call, held in a local. */
export const outcomeIn = (outcome: Argument, type: Type, value: Expr): Outcome => ({
  bound: letBe(outcome.local, value),
  isOk: prim("result.is_ok", BOOL, [outcome]),
  value: prim("result.ok_value", type, [outcome]),
  validation: prim("result.err_value", VALIDATION, [outcome]),
});

/** A value that is decoded as one of another type first: problems of that are problems of this one. */
export const through = (type: Type, { bound, isOk, validation }: Outcome): readonly Stmt[] => [
  bound,
  when<Expr, Stmt>(not(isOk), [reject(type, validation)]),
];

// ---- Problems -------------------------------------------------------------------------------------------

export const PROBLEMS = list(VALIDATION_FIELD);

const or = (left: Expr, right: Expr): Expr => choose(left, BOOL, bool(true), right);

export const concat = (left: Expr, right: Expr): Expr => prim("text.concat", STRING, [left, right]);

/** A variable for problems, empty at first. */
export const newProblems = (frame: Frame): { readonly bound: Stmt; readonly problems: Argument } => {
  const problems = use(freshVar(frame, "problems"), PROBLEMS);
  return { bound: letBe(problems.local, emptyList(PROBLEMS)), problems };
};

export const emptyList = (type: Type): Expr => ({ kind: "List", at: 0, type, items: [] });

/** The problems of a validation, behind a step. */
const behind = (step: Expr, validation: Expr): Expr =>
  call(PREFIXED, PROBLEMS, [
    { kind: "Field", at: 0, type: PROBLEMS, name: { name: "fields", at: 0 }, base: validation },
    step,
  ]);

/** Adds the problems of a member, behind the step that leads to it. */
export const collect = (problems: Argument, step: Expr, { validation }: Pick<Outcome, "validation">): Stmt =>
  assign<Expr>(problems.local, prim("list.concat", PROBLEMS, [problems, behind(step, validation)]));

/** Adds one problem. */
export const note = (problems: Argument, path: Expr, code: string, message: Expr): Stmt =>
  assign<Expr>(
    problems.local,
    prim("list.append", PROBLEMS, [problems, fieldOf([path, text(code), message])]),
  );

const fieldOf = (values: readonly Expr[]): Expr => ({
  ...{ kind: "MakeStruct", at: 0, type: VALIDATION_FIELD, struct: VALIDATION_FIELD_ID, values },
});

const validationOf = (fields: Expr): Expr => ({
  ...{ kind: "MakeStruct", at: 0, type: VALIDATION, struct: VALIDATION_ID },
  values: [text("validation failed"), fields],
});

/** Gives the problems back, if there are any. */
export const unlessFine = (type: Type, problems: Argument): Stmt =>
  when<Expr, Stmt>(prim("int.gt", BOOL, [prim("list.length", INT, [problems]), int(0n)]), [
    reject(type, validationOf(problems)),
  ]);

/** The step to an item. */
export const itemStep = (index: Expr): Expr =>
  concat(text("["), concat(prim("int.text", STRING, [index]), text("]")));

// ---- Functions that all decoders share ------------------------------------------------------------------

const PROBLEM = "<decoding problem>";
const PREFIXED = "<problems behind>";

/** They stand at `path`. */
export const sharedFunctions = (path: string): readonly Fn[] => [
  derivedFunction(
    {
      ...{ id: PROBLEM, name: "decoding problem", path, result: VALIDATION },
      params: ["path", "code", "message"].map((name) => [name, STRING] as const),
    },
    (_, ...values): readonly Stmt[] => [
      giveBack(validationOf({ kind: "List", at: 0, type: PROBLEMS, items: [fieldOf(values)] })),
    ],
  ),
  derivedFunction(
    {
      ...{ id: PREFIXED, name: "problems behind", path, result: PROBLEMS },
      params: [
        ["problems", PROBLEMS],
        ["step", STRING],
      ],
    },
    (frame, problems, step): readonly Stmt[] => prefixed(frame, problems!, step!),
  ),
];

/**
 * Whether a path begins at the value that is decoded: it is empty or begins with a step. That of a struct that a default
 * or a predicate could not make begins with the name of that struct, and stays as it is (04, section 4).
 */
const isRelative = (path: Expr): Expr => {
  const begins = (step: string): Expr => prim("text.starts_with", BOOL, [path, text(step)]);
  const isEmpty = prim("text.eq", BOOL, [path, text("")]);
  return [begins("."), begins("[")].reduceRight<Expr>((others, each) => or(each, others), isEmpty);
};

const prefixed = (frame: Frame, problems: Argument, step: Argument): readonly Stmt[] => {
  const { bound, problems: moved } = newProblems(frame);
  const loop = counting<Expr, Stmt>(frame, prim("list.length", INT, [problems]), (index) => {
    const each = use(fresh(frame, "problem"), VALIDATION_FIELD);
    const [path, code, message] = ["path", "code", "message"].map(
      (name): Expr => ({ kind: "Field", at: 0, type: STRING, name: { name, at: 0 }, base: each }),
    );
    const place = choose(isRelative(path!), STRING, concat(step, path!), path!);
    const field = fieldOf([place, code!, message!]);
    return [
      letBe(each.local, prim("list.get", VALIDATION_FIELD, [problems, index])),
      assign<Expr>(moved.local, prim("list.append", PROBLEMS, [moved, field])),
    ];
  });
  return [bound, ...loop, giveBack(moved)];
};

/**
 * Decodes a value of unknown type as one of the type, for a boundary: gives it back, or the `Validation` of all its
 * problems, which have `root` in front of their paths.
 */
export const decodeBehind = (root: Expr, type: Type, value: Expr, site: Site): readonly Stmt[] => {
  const outcome = decode(type, value, site);
  const { bound, problems } = newProblems(site.frame);
  return [
    outcome.bound,
    when<Expr, Stmt>(outcome.isOk, [accept(type, outcome.value)]),
    bound,
    collect(problems, root, outcome),
    reject(type, validationOf(problems)),
  ];
};

const MAYBE_TEXT = option(STRING);

/** What a text is decoded to that may be no JSON (10.5): its problems have `root` in front of their paths. */
export const textDecoder = (type: Type, id: string, context: Context): Fn =>
  derivedFunction(
    {
      ...{ id, name: `decode text<${type.text}>`, path: context.path, result: outcomeOf(type) },
      params: ["text", "root", "code"].map((name) => [name, STRING] as const),
    },
    (frame, source, root, code): readonly Stmt[] => {
      const site: Site = { value: source!, frame, context };
      const fault = use(fresh(frame, "fault"), MAYBE_TEXT);
      const said = prim("option.get", STRING, [fault]);
      return [
        ...readFast(type, { source: source!, frame, context }, (value) => accept(type, value)),
        letBe(fault.local, prim("json.fault", MAYBE_TEXT, [source!])),
        when<Expr, Stmt>(not(prim("option.is_none", BOOL, [fault])), [
          reject(type, call(PROBLEM, VALIDATION, [root!, code!, said])),
        ]),
        ...decodeBehind(root!, type, prim("json.decode", UNKNOWN, [source!]), site),
      ];
    },
  );
