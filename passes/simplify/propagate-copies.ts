// propagate-copies: what a local is a copy of stands where the local was used.

import { right } from "fp-ts/These";
import { Anf, type AnfGrammar, isAtom } from "../../ir/anf.ts";
import { pass } from "../../ir/framework/pass.ts";
import { rewrite } from "../../ir/framework/rewrite.ts";
import { plain } from "../../ir/types.ts";
import { singlesOf } from "./definitions.ts";
import type { Atom } from "./nodes.ts";

/** What the locals of a function are copies of. */
interface Copies {
  readonly isSingle: (id: number) => boolean;
  readonly originals: Map<number, Atom>;
}

/** Neither the copy nor what it is a copy of may change. */
const isLasting = (value: Atom, { isSingle }: Copies): boolean =>
  value.kind !== "FunctionValue" && (value.kind !== "Local" || isSingle(value.local.id));

const body = rewrite<AnfGrammar, AnfGrammar, Copies | null>(Anf, Anf, {
  Function: {
    Function: (n, to) => {
      const body = to.Block(n.body, { isSingle: singlesOf(n), originals: new Map() });
      return body === n.body ? n : { ...n, body };
    },
  },
  Stmt: {
    /** Its own `Let` stays, for a pass that removes what is not used. */
    Let: (n, to, context) => {
      const copies = context!;
      const value = to.Expr(n.value, copies);
      const sameType = plain(value.type) === plain(n.type);
      if (isAtom(value) && sameType && copies.isSingle(n.local.id) && isLasting(value, copies)) {
        copies.originals.set(n.local.id, value);
      }
      return value === n.value ? n : { ...n, value };
    },
  },
  Atom: {
    Local: (n, _, copies) => {
      const original = copies!.originals.get(n.local.id);
      return original ? { ...original, at: n.at, type: n.type } : n;
    },
  },
  Expr: {
    Local: (n, _, copies) => {
      const original = copies!.originals.get(n.local.id);
      return original ? { ...original, at: n.at, type: n.type } : n;
    },
  },
});

export const propagateCopies = pass({
  name: "propagate-copies",
  purpose: "Uses the original of a value in place of its copy.",
  from: Anf,
  to: Anf,
  optional: true,
  run: (program) => right(body.Program(program, null)),
});
