// lower-methods: the receiver of a method is its first argument, and `self` its first parameter (chapter 1.8, row 11).

import { right } from "fp-ts/These";
import type { NodeOf } from "../../ir/framework/language.ts";
import { pass } from "../../ir/framework/pass.ts";
import { rewrite } from "../../ir/framework/rewrite.ts";
import { Called, type CalledGrammar, Specialised, type SpecialisedGrammar } from "../../ir/mono.ts";
import { type Frame, fresh } from "../fresh.ts";

type Fn = NodeOf<SpecialisedGrammar, "Function">;
type Expr = NodeOf<CalledGrammar, "Expr">;
type BoundArg = NodeOf<CalledGrammar, "BoundArg">;

interface Context extends Frame {
  readonly functions: ReadonlyMap<string, Fn>;
}

const takesReceiver = (id: string, { functions }: Context): boolean => functions.get(id)?.self !== null;

/** The receiver of a method that does not take it is evaluated before, and dropped (02, 2.11.3). */
const dropped = (receiver: Expr, then: Expr, context: Context): Expr =>
  receiver.kind === "Local"
    ? then
    : {
        ...{ kind: "Bind", at: then.at, type: then.type, local: fresh(context, "receiver") },
        ...{ value: receiver, body: then },
      };

const body = rewrite<SpecialisedGrammar, CalledGrammar, Context>(Specialised, Called, {
  Function: {
    Function: (n, to, { functions }) => {
      const context = { functions, locals: n.locals };
      const params = n.params.map((param) => to.Param(param, context));
      const self = n.self && {
        kind: "Param" as const,
        at: n.at,
        local: n.self,
        type: n.selfType,
        default: null,
      };
      const body = to.Block(n.body, context);
      const { kind, at, id, name, path, result } = n;
      return {
        ...{ kind, at, id, name, path, result },
        ...{ params: self ? [self, ...params] : params, locals: context.locals as Fn["locals"], body },
      };
    },
  },
  Expr: {
    Call: (n, to, context) => {
      const receiver = n.receiver && to.Expr(n.receiver, context);
      const args = n.args.map((arg) => to.BoundArg(arg, context));
      const call = (all: readonly BoundArg[]): Expr => ({
        ...{ kind: "Call", at: n.at, type: n.type, function: n.function, args: all },
      });
      if (receiver === null) return call(args);
      if (!takesReceiver(n.function, context)) return dropped(receiver, call(args), context);
      const shifted = args.map((arg) => ({ ...arg, index: arg.index + 1 }));
      return call([{ kind: "BoundArg", at: receiver.at, index: 0, value: receiver }, ...shifted]);
    },
    MethodValue: (n, to, context) => {
      const receiver = to.Expr(n.receiver, context);
      if (takesReceiver(n.function, context))
        return { kind: "MethodValue", at: n.at, type: n.type, function: n.function, receiver };
      const name: Expr = { kind: "FunctionName", at: n.at, type: n.type, id: n.function };
      return dropped(receiver, name, context);
    },
  },
});

export const lowerMethods = pass({
  name: "lower-methods",
  purpose: "Makes the receiver of a method its first argument.",
  from: Specialised,
  to: Called,
  run: (program) => {
    const functions = new Map(program.functions.map((fn) => [fn.id, fn]));
    return right(body.Program(program, { functions, locals: 0 }));
  },
});
