// inline-small: a call of a small function becomes the statements of its body.

import { isLeft } from "fp-ts/Either";
import { left, right } from "fp-ts/These";
import * as t from "io-ts";
import { Anf, type AnfGrammar } from "../../ir/anf.ts";
import { error } from "../../ir/diagnostic.ts";
import { pass } from "../../ir/framework/pass.ts";
import { rewrite } from "../../ir/framework/rewrite.ts";
import type { Frame } from "../fresh.ts";
import { type Inlinable, inlinableOf, inlined } from "./inlinable.ts";
import { type Block, type Expr, type Fn, type Stmt, withStatements } from "./nodes.ts";

/** The function that is worked in, and those whose calls may go. */
interface Context extends Frame {
  readonly caller: Fn;
  readonly inlinable: ReadonlyMap<string, Inlinable>;
}

/** The statements in place of a call, the last of which takes the value; null if the call stays. */
const expanded = (value: Expr, context: Context, settle: (value: Expr) => Stmt): readonly Stmt[] | null => {
  if (value.kind !== "Call") return null;
  const callee = context.inlinable.get(value.function);
  if (!callee || (callee.failsInPlace && callee.fn.path !== context.caller.path)) return null;
  const { statements, result } = inlined(callee.fn, value, context.caller.path, context);
  return [...statements, settle(result)];
};

const expandedStatement = (node: Stmt, context: Context): readonly Stmt[] | null => {
  switch (node.kind) {
    case "Let":
    case "Do":
      return expanded(node.value, context, (value) => ({ ...node, value }));
    case "Assign":
      return expanded(node.value, context, (value) => ({ ...node, value }));
    case "Return":
      return node.value && expanded(node.value, context, (value) => ({ ...node, value }));
    default:
      return null;
  }
};

const body = rewrite<AnfGrammar, AnfGrammar, Context>(Anf, Anf, {
  Block: {
    Block: (n, to, context) => {
      let changed = false;
      const statements: Stmt[] = [];
      for (const each of n.statements) {
        const now = expandedStatement(each, context) ?? [to.Stmt(each, context)];
        changed ||= now.length !== 1 || now[0] !== each;
        for (const statement of now) statements.push(statement);
      }
      return changed ? withStatements(n, statements) : (n as Block);
    },
  },
});

const expandedFunction = (caller: Fn, inlinable: ReadonlyMap<string, Inlinable>): Fn => {
  const context = { caller, inlinable, locals: caller.locals };
  const now = body.Block(caller.body, context);
  return now === caller.body ? caller : { ...caller, body: now, locals: context.locals };
};

/** `limit`: so many statements a body may have at most. */
const optionsCodec = t.exact(t.partial({ limit: t.Int }));
const LIMIT = 6;

export const inlineSmall = pass({
  name: "inline-small",
  purpose: "Puts the bodies of small functions in place of their calls.",
  from: Anf,
  to: Anf,
  optional: true,
  run: (program, { options }) => {
    const decoded = optionsCodec.decode(options ?? {});
    if (isLeft(decoded)) {
      const path = program.sources[0]?.path ?? "";
      return left([error(path, 0, "the option `limit` of inline-small must be an integer")]);
    }
    const { limit = LIMIT } = decoded.right;
    const inlinable = inlinableOf(program.functions, limit);
    return right({ ...program, functions: program.functions.map((fn) => expandedFunction(fn, inlinable)) });
  },
});
