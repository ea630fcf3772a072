// fuse-dup-drop: a part needs no reference of its own while what it is a part of keeps it.

import { right } from "fp-ts/These";
import { pass } from "../../ir/framework/pass.ts";
import { rewrite } from "../../ir/framework/rewrite.ts";
import { Owned, type OwnedGrammar } from "../../ir/owned.ts";
import type { Takes } from "./operands.ts";
import { keptParts } from "./parts.ts";

interface Context {
  readonly takes: Takes;
  /** The parts that need no reference. */
  readonly kept: ReadonlySet<number>;
}

const program = rewrite<OwnedGrammar, OwnedGrammar, Context>(Owned, Owned, {
  Function: {
    Function: (n, to, { takes }) => {
      const kept = keptParts(n, takes);
      return kept.size === 0 ? n : { ...n, body: to.Block(n.body, { takes, kept }) };
    },
  },
  Block: {
    Block: (n, to, context) => ({
      ...n,
      statements: n.statements.flatMap((each) =>
        (each.kind === "Dup" || each.kind === "Drop") && context.kept.has(each.local.id)
          ? []
          : [to.Stmt(each, context)],
      ),
    }),
  },
});

export const fuseDupDrop = pass({
  name: "fuse-dup-drop",
  purpose: "Drops the count of references to parts that something else keeps.",
  from: Owned,
  to: Owned,
  optional: true,
  run: (given) => {
    const params = new Map(given.functions.map((fn) => [fn.id, fn.params]));
    const takes: Takes = (id, position) => !params.get(id)?.[position]?.borrowed;
    return right(program.Program(given, { takes, kept: new Set() }));
  },
});
