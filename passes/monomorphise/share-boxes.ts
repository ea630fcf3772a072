// share-boxes: a function that is called with a box has an instance whose parameter is that box (03, section 13).

import { right } from "fp-ts/These";
import type { FormOf, NodeOf } from "../../ir/framework/language.ts";
import { pass } from "../../ir/framework/pass.ts";
import { rewrite } from "../../ir/framework/rewrite.ts";
import { boxedId, Called, type CalledGrammar } from "../../ir/mono.ts";
import { box, type Type } from "../../ir/types.ts";

type Fn = NodeOf<CalledGrammar, "Function">;
type Expr = NodeOf<CalledGrammar, "Expr">;
type Param = Fn["params"][number];
type BoundArg = FormOf<CalledGrammar, "Expr", "Call">["args"][number];

/** A function of which an instance is wanted: the positions of the parameters that are boxes there. */
interface Wanted {
  readonly of: Fn;
  readonly boxed: readonly number[];
}

interface Context {
  readonly functions: ReadonlyMap<string, Fn>;
  /** By id; they are made one after the other. */
  readonly wanted: Map<string, Wanted>;
  /** The parameters that are boxes in the function under way. */
  readonly boxes: ReadonlySet<number>;
}

/** The id of the function whose parameters at these positions are boxes. */
const instance = (id: string, boxed: readonly number[], { functions, wanted }: Context): string => {
  if (boxed.length === 0) return id;
  const made = boxedId(id, boxed);
  if (!wanted.has(made)) wanted.set(made, { of: functions.get(id)!, boxed });
  return made;
};

/** The receiver of a method is a copy; it is no parameter that its declaration names (03, section 11). */
const isSelf = ({ local }: Param): boolean => local.name === "self";

/** The box that an argument is, where its parameter is of the type of the content. */
const boxIn = ({ index, value }: BoundArg, { params }: Fn): Expr | null => {
  const param = params[index]!;
  if (value.kind !== "Convert" || isSelf(param)) return null;
  const { type } = value.value;
  return type.kind === "Box" && type.content === param.type ? value.value : null;
};

const body = rewrite<CalledGrammar, CalledGrammar, Context>(Called, Called, {
  Program: {
    Program: (n, to, context) => {
      const functions = n.functions.map((fn) => to.Function(fn, context));
      // A map goes on to what is added while it is walked through.
      for (const [id, wanted] of context.wanted) functions.push(boxed(id, wanted, to, context));
      return { ...n, functions };
    },
  },
  Expr: {
    Local: (n, _, { boxes }) =>
      boxes.has(n.local.id) && n.type.kind !== "Box"
        ? { kind: "Convert", at: n.at, type: n.type, value: { ...n, type: box(n.type) } }
        : n,
    Call: (n, to, context) => {
      const callee = context.functions.get(n.function)!;
      const args = n.args.map((arg) => to.BoundArg(arg, context));
      const shared = args.map((arg) => boxIn(arg, callee));
      const positions = args.flatMap(({ index }, i) => (shared[i] ? [index] : []));
      return {
        ...n,
        function: instance(
          n.function,
          positions.sort((a, b) => a - b),
          context,
        ),
        args: args.map((arg, i) => ({ ...arg, value: shared[i] ?? arg.value })),
      };
    },
  },
});

const boxed = (
  id: string,
  { of, boxed }: Wanted,
  to: { readonly Block: (node: Fn["body"], context: Context) => Fn["body"] },
  context: Context,
): Fn => {
  const at = new Set(boxed);
  const params = of.params.map((param, i): Param => {
    const type: Type = at.has(i) ? box(param.type) : param.type;
    // the default of a parameter takes the parameters to its left as they are
    const left = boxed.filter((position) => position < i);
    return { ...param, type, default: param.default && instance(param.default, left, context) };
  });
  const boxes = new Set(boxed.map((position) => of.params[position]!.local.id));
  return { ...of, id, params, body: to.Block(of.body, { ...context, boxes }) };
};

export const shareBoxes = pass({
  name: "share-boxes",
  purpose: "Makes a function with boxes as parameters of each function that is called with boxes.",
  from: Called,
  to: Called,
  run: (program) => {
    const functions = new Map(program.functions.map((fn) => [fn.id, fn]));
    return right(body.Program(program, { functions, wanted: new Map(), boxes: new Set() }));
  },
});
