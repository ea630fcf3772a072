// take-contents: what is read from a box that soon gets a new content is taken out of it, so that it can be changed in place.

import { right } from "fp-ts/These";
import { Anf, type AnfGrammar } from "../../ir/anf.ts";
import { pass } from "../../ir/framework/pass.ts";
import { rewrite } from "../../ir/framework/rewrite.ts";
import { isManaged } from "../../ir/ownership.ts";
import { primitives } from "../../ir/primitives.ts";
import type { Stmt } from "./nodes.ts";

/** The local whose box a statement puts something into; null for any other statement. */
const filledBy = (node: Stmt): number | null => {
  if (node.kind !== "Do" || node.value.kind !== "Prim" || node.value.op !== "box.put") return null;
  const [box] = node.value.args;
  return box?.kind === "Local" ? box.local.id : null;
};

/** Whether nothing can look into a box while the statement is executed: it makes no call, and asks no box. */
const isBlind = (node: Stmt): boolean => {
  if (node.kind !== "Let" && node.kind !== "Do") return false;
  const { value } = node;
  if (value.kind === "Prim") return !primitives[value.op].effect;
  return value.kind !== "Call" && value.kind !== "CallValue" && value.kind !== "Spawn";
};

/** Whether the box of the local gets a new content before anybody looks into it again. */
const isRefilled = (box: number, statements: readonly Stmt[], from: number): boolean => {
  for (let i = from; i < statements.length; i++) {
    if (filledBy(statements[i]!) === box) return true;
    if (!isBlind(statements[i]!)) return false;
  }
  return false;
};

/** The statement at `i`, or in its place one that takes what it reads out of its box. */
const taking = (node: Stmt, i: number, statements: readonly Stmt[]): Stmt => {
  if (node.kind !== "Let" || node.value.kind !== "Prim" || node.value.op !== "box.get") return node;
  const [box] = node.value.args;
  if (box?.kind !== "Local" || !isManaged(node.type)) return node;
  const taken = isRefilled(box.local.id, statements, i + 1);
  return taken ? { ...node, value: { ...node.value, op: "box.take" } } : node;
};

const body = rewrite<AnfGrammar, AnfGrammar>(Anf, Anf, {
  Block: {
    Block: (n, to) => {
      const statements = n.statements.map((each) => to.Stmt(each)).map(taking);
      return statements.every((each, i) => each === n.statements[i]) ? n : { ...n, statements };
    },
  },
});

export const takeContents = pass({
  name: "take-contents",
  purpose: "Takes what is read from a box out of it, where it soon gets a new content.",
  from: Anf,
  to: Anf,
  optional: true,
  run: (program) => right(body.Program(program)),
});
