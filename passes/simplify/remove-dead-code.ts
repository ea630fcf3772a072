// remove-dead-code: what is never reached goes, as does what nobody uses.

import { right } from "fp-ts/These";
import { Anf, type AnfGrammar } from "../../ir/anf.ts";
import { pass } from "../../ir/framework/pass.ts";
import { rewrite, traverse } from "../../ir/framework/rewrite.ts";
import { isPure } from "./effects.ts";
import { type Block, type Fn, perform, type Stmt, withStatements } from "./nodes.ts";
import { reachable } from "./reachable.ts";

/** How often each local is used. */
interface Uses {
  readonly counts: Int32Array;
  /** What a visited use adds. */
  readonly by: 1 | -1;
}

const uses = traverse<AnfGrammar, Uses>(Anf, {
  Atom: { Local: ({ local }, _, { counts, by }) => void (counts[local.id]! += by) },
  Expr: { Local: ({ local }, _, { counts, by }) => void (counts[local.id]! += by) },
  Stmt: {
    /** A variable that is assigned is needed, whether it is read or not. */
    Assign: ({ local, value, steps }, to, each) => {
      each.counts[local.id]! += each.by;
      to.Expr(value, each);
      for (const step of steps) to.Step(step, each);
    },
  },
});

/** From the end to the start: where a use is gone, what it used may be unused. */
const usedBlock = (old: Block, counts: Int32Array): Block => {
  const statements: Stmt[] = [];
  let same = true;
  for (let i = old.statements.length - 1; i >= 0; i--) {
    const node = old.statements[i]!;
    const now = usedStatement(node, counts);
    same &&= now === node;
    if (now) statements.push(now);
  }
  return same ? old : withStatements(old, statements.reverse());
};

const usedStatement = (node: Stmt, counts: Int32Array): Stmt | null => {
  switch (node.kind) {
    case "Let":
      if (counts[node.local.id]! > 0) return node;
      return isPure(node.value) ? dropped(node, counts) : perform(node.value, node.at);
    case "Do":
      return isPure(node.value) ? dropped(node, counts) : node;
    case "If":
      return usedIf(node, counts);
    case "Loop": {
      const step = usedBlock(node.step, counts);
      const body = usedBlock(node.body, counts);
      const test = usedBlock(node.test, counts);
      const same = test === node.test && body === node.body && step === node.step;
      return same ? node : { ...node, test, body, step };
    }
    default:
      return node;
  }
};

const usedIf = (node: Stmt & { readonly kind: "If" }, counts: Int32Array): Stmt | null => {
  const otherwise = node.whenFalse && usedBlock(node.whenFalse, counts);
  const whenFalse = otherwise && otherwise.statements.length > 0 ? otherwise : null;
  const whenTrue = usedBlock(node.whenTrue, counts);
  const now =
    whenTrue === node.whenTrue && whenFalse === node.whenFalse ? node : { ...node, whenTrue, whenFalse };
  return whenTrue.statements.length === 0 && whenFalse === null ? dropped(now, counts) : now;
};

const dropped = (node: Stmt, counts: Int32Array): null => {
  uses.Stmt(node, { counts, by: -1 });
  return null;
};

const cleared = (fn: Fn): Fn => {
  const reached = reachable(fn.body);
  const counts = new Int32Array(fn.locals);
  uses.Block(reached, { counts, by: 1 });
  const body = usedBlock(reached, counts);
  return body === fn.body ? fn : { ...fn, body };
};

const program = rewrite(Anf, Anf, { Function: { Function: cleared } });

export const removeDeadCode = pass({
  name: "remove-dead-code",
  purpose: "Drops what has no effect.",
  from: Anf,
  to: Anf,
  optional: true,
  run: (given) => right(program.Program(given)),
});
