// insert-conversions: a value that enters a place of another type is converted there, in so many words.
//
// The places, and their types:
// - `let`, `var`: the annotation; an assignment: what is stored there (the indices of its path: Int, the map's key);
// - an argument: the parameter, with the type arguments of the call put in (of a built-in, where `_` is untyped, and which
//   tests what is of unknown type itself; of a value of unknown type: `_`); a payload value: the variant's; a default: the
//   parameter; a receiver: without refinement and box;
// - the value of `return` (and of a body's end): the result, but anything in entries; in a task what the task gives;
// - an item, key or value of a literal: what the literal's type says;
// - a condition, an operand of `and`, `or`, `!`: Bool; an operand of `??`: the type of the whole, as an option if it is one;
// - operands of `==`: one type for both (`_` if a part of one is unknown), but an Int may meet a Float;
// - operands of other operators: numbers without refinement, or `_` both (then the operation gives `_`, converted to
//   the type of the expression); those of a `+` with a String are anything; those of a `+` of lists are of its type;
// - the error of `?!`: the error side of the function's result;
// - an attribute: `String` or `String?`;
// - a field of a literal, a default of a field, the value of a config: validated (`Validate`) where the field's type is refined, `Id` or
//   `Email` or has such parts, or where the value is not known; else converted.
// A place whose type is a type parameter takes a value of that type as it is: `specialise` puts both in.
// Everything else takes what comes: children of elements, parts of interpolations, subjects of `match`, `?.`, `?[`, `?!`, iterables (a list, a
// map, or `_`), bases, and indices of unknown type (the read itself tests them).

import { right } from "fp-ts/These";
import { pass } from "../../ir/framework/pass.ts";
import { rewrite } from "../../ir/framework/rewrite.ts";
import { Inferred, type InferredGrammar, Typed, type TypedGrammar } from "../../ir/typed.ts";
import { calls } from "./convert/calls.ts";
import { type Context, newBody } from "./convert/context.ts";
import { declarations } from "./convert/declarations.ts";
import { attributes, elements } from "./convert/html.ts";
import { operators } from "./convert/operators.ts";
import { parts, statements } from "./convert/statements.ts";
import { tasks } from "./convert/tasks.ts";
import { collections } from "./convert/values.ts";
import { declarationsOf } from "./declarations.ts";

const body = rewrite<InferredGrammar, TypedGrammar, Context>(Inferred, Typed, {
  ...declarations,
  ...parts,
  Attribute: attributes,
  Stmt: statements,
  Expr: {
    ...operators,
    ...calls,
    ...collections,
    ...elements,
    ...tasks,
    Error: () => {
      throw new Error("a program with diagnostics was not stopped");
    },
  },
});

export const insertConversions = pass({
  name: "insert-conversions",
  purpose: "Converts every value that enters a place of another type.",
  from: Inferred,
  to: Typed,
  afterErrors: "stop",
  run: (program) => right(body.Program(program, newBody(declarationsOf(program), null))),
});
