// Problems of program arguments: values of `std.Error`, and the end of the run that names them all (04, section 1).

import type { StructuresGrammar } from "../../ir/derived.ts";
import type { NodeOf } from "../../ir/framework/language.ts";
import { list, NEVER, result, STRING, type Type } from "../../ir/types.ts";
import { call, fail, giveBack, perform, prim, text } from "./build.ts";
import { derivedFunction } from "./derived-function.ts";
import { VALIDATION, VALIDATION_FIELD, VALIDATION_FIELD_ID, VALIDATION_ID } from "./std-error.ts";

export type Expr = NodeOf<StructuresGrammar, "Expr">;
export type Stmt = NodeOf<StructuresGrammar, "Stmt">;
export type Fn = NodeOf<StructuresGrammar, "Function">;

export const PROBLEMS = list(VALIDATION_FIELD);

/** A value of the type, or the problems why there is none: none at all if the argument is left to its default. */
export const orProblems = (type: Type): Type => result(type, VALIDATION);

export const listOf = (items: readonly Expr[]): Expr => ({ kind: "List", at: 0, type: PROBLEMS, items });

/** The text of the parts, one behind the other. */
export const joined = (...parts: readonly Expr[]): Expr =>
  parts.reduceRight((rest, part) => prim("text.concat", STRING, [part, rest]));

export const problem = (path: Expr, code: string, message: Expr): Expr =>
  fieldOf([path, text(code), message]);

const fieldOf = (values: readonly Expr[]): Expr => ({
  ...{ kind: "MakeStruct", at: 0, type: VALIDATION_FIELD, struct: VALIDATION_FIELD_ID, values },
});

/** Gives no value but a problem back, in a function of `orProblems(type)`. */
export const refuse = (type: Type, path: string, code: string, message: Expr): Stmt =>
  giveBack(
    prim("result.err", orProblems(type), [call(PROBLEM, VALIDATION, [text(path), text(code), message])]),
  );

/** Gives neither a value nor a problem back. */
export const leave = (type: Type): Stmt =>
  giveBack(prim("result.err", orProblems(type), [validation(listOf([]))]));

const validation = (fields: Expr): Expr => ({
  ...{ kind: "MakeStruct", at: 0, type: VALIDATION, struct: VALIDATION_ID },
  values: [text("validation failed"), fields],
});

const PROBLEM = "<flag problem>";

/** The function that makes the `Validation` of one problem. */
const oneProblem = (path: string): Fn =>
  derivedFunction(
    {
      ...{ id: PROBLEM, name: "flag problem", path, result: VALIDATION },
      params: ["path", "code", "message"].map((name) => [name, STRING] as const),
    },
    (_, ...values): readonly Stmt[] => [giveBack(validation(listOf([fieldOf(values)])))],
  );

/** The problems that such a function gave. */
export const problemsIn = (outcome: Expr): Expr => ({
  ...{ kind: "Field", at: 0, type: PROBLEMS, name: { name: "fields", at: 0 } },
  base: prim("result.err_value", VALIDATION, [outcome]),
});

const REJECTION = "<invalid flags>";

/** Ends the run with the problems. */
export const reject = (problems: Expr): Stmt => perform(call(REJECTION, NEVER, [problems]));

/** The function that does: the message of its failure is the envelope, as the command line prints it. */
const rejection = (path: string): Fn =>
  derivedFunction(
    { id: REJECTION, name: "invalid flags", path, params: [["problems", PROBLEMS]], result: NEVER },
    (_, problems): readonly Stmt[] => {
      const fields: Expr = { kind: "JsonText", at: 0, type: STRING, value: problems! };
      const start = text('{"error":{"code":"validation_error","fields":');
      const end = text(',"message":"validation failed"}}');
      return [perform(fail("invalid_flags", joined(start, fields, end)))];
    },
  );

/** The functions that the above call; `path` is where they are said to stand. */
export const problemFunctions = (path: string): readonly Fn[] => [oneProblem(path), rejection(path)];
