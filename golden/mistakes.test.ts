// One mistake in a right program gives a diagnostic or two, and what is accepted does not fail for a type.

import fc from "fast-check";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { interpret } from "../backends/interpreter/interpret.ts";
import type { NodeOf } from "../ir/framework/language.ts";
import { traverse } from "../ir/framework/rewrite.ts";
import type { MatchedGrammar } from "../ir/matched.ts";
import { Typed, type TypedGrammar } from "../ir/typed.ts";
import { holdsUnknown } from "../ir/types.ts";
import { compile } from "../pipeline/compile.ts";
import type { State } from "../pipeline/compiler.ts";
import { behind } from "../pipeline/points.ts";
import { sourceOf } from "../pipeline/source.ts";
import { standard } from "../pipeline/standard.ts";
import { OutputClosed } from "../runtime/failures.ts";
import type { Outcome } from "../runtime/outcome.ts";
import type { Output } from "../runtime/output.ts";
import { quietHost } from "../runtime/testing-host.ts";
import { checkable, otherOperand, runnable, unknownName } from "./arbitrary/mistakes.ts";

const compiled = (start: State, until: string) => {
  const stages = until === "typecheck" ? standard : behind(standard, "typecheck");
  return compile({ stages, options: {}, start, until, points: [], verify: true });
};
const checked = (text: string) => compiled(sourceOf("wrong.fuse", text), "typecheck");

const shown = (text: string, messages: readonly { readonly message: string }[]): string =>
  `${text}\n${messages.map(({ message }) => message).join("\n")}`;

test("the programs themselves are right", () => {
  for (const text of checkable) assert.equal(checked(text).diagnostics, [], text);
});

test("a name that nothing has is one mistake", () => {
  fc.assert(
    fc.property(unknownName, ({ text }) => {
      const { diagnostics } = checked(text);
      // A task that is not awaited any more is another.
      assert.ok(diagnostics.length === 1 || diagnostics.length === 2, shown(text, diagnostics));
      assert.ok(
        diagnostics.some(({ message }) => message.includes('"nope"')),
        shown(text, diagnostics),
      );
    }),
    { numRuns: 6000 },
  );
});

test("another operand is a mistake that few diagnostics tell of", () => {
  fc.assert(
    fc.property(otherOperand(checkable), ({ text }) => {
      const { diagnostics } = checked(text);
      assert.ok(diagnostics.length <= 4, shown(text, diagnostics));
    }),
    { numRuns: 6000 },
  );
});

/** Whether a value of unknown type may be looked at somewhere in the program. */
const usesUnknown = (program: NodeOf<TypedGrammar, "Program">): boolean => {
  let found = false;
  const visit = traverse(Typed, {
    Expr: {
      Local: ({ type }) => {
        found ||= holdsUnknown(type);
      },
      BuiltinName: ({ type }) => {
        found ||= holdsUnknown(type);
      },
      Field: (n, to) => {
        found ||= holdsUnknown(n.base.type);
        to.Expr(n.base);
      },
      Call: (n, to) => {
        found ||= holdsUnknown(n.type);
        for (const { value } of n.args) to.Expr(value);
      },
      CallValue: (n, to) => {
        found ||= holdsUnknown(n.type) || n.callee.type.kind !== "Function";
        to.Expr(n.callee);
        for (const value of n.args) to.Expr(value);
      },
    },
  });
  visit.Program(program);
  return found;
};

/** An output that nobody reads any more after a while: it ends a program that prints without end. */
const limited = (): Output => {
  let left = 20_000;
  const write = (): void => {
    if (left-- === 0) throw new OutputClosed();
  };
  return { write, flush: () => {} };
};

/** The remainder of Floats is one that the checker accepts (02, 2.7.2) and that fails when it runs (03, 10.1). */
const isTypeFailure = ({ code, message }: Extract<Outcome, { readonly kind: "failure" }>): boolean =>
  code === "runtime_field_access" || (code === "runtime_type_error" && !message.startsWith('"%"'));

test("what is accepted does not fail for a type when it runs", () => {
  fc.assert(
    fc.property(otherOperand(runnable), ({ text }) => {
      const { program } = checked(text);
      if (program === null || usesUnknown(program.program as NodeOf<TypedGrammar, "Program">)) return;
      const { program: matched } = compiled(program, "match");
      // a name that is that of an HTML element makes one, which this version cannot run
      if (matched === null) return;
      const runs = matched.program as NodeOf<MatchedGrammar, "Program">;
      for (const { role, function: id } of runs.entries) {
        if (role === "main") continue;
        const host = quietHost({ output: limited() });
        const outcome = interpret(runs, id, host);
        if (outcome.kind === "failure") assert.not.ok(isTypeFailure(outcome), text);
      }
    }),
    { numRuns: 600 },
  );
});

test.run();
