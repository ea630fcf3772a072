// From Owned to Resumable: functions that may wait are state machines.

import * as t from "io-ts";
import { child, extend, type GrammarOf, type Language, leaf, many, opt } from "./framework/language.ts";
import { count, word } from "./leaves.ts";
import { Matched } from "./matched.ts";
import { Owned, type ReturnedPrimitive } from "./owned.ts";
import { primitives } from "./primitives.ts";
import { type Local, local } from "./symbols.ts";
import { type } from "./types.ts";

/** The operations that give their result at once. */
export type PromptPrimitive = Exclude<ReturnedPrimitive, "task.await" | "time.sleep">;
const isPrompt = (u: unknown): u is PromptPrimitive =>
  typeof u === "string" && Object.hasOwn(primitives, u) && !["raise", "task.await", "time.sleep"].includes(u);
const promptPrimitive = leaf(
  new t.Type<PromptPrimitive, string, unknown>(
    "a primitive operation that neither raises nor waits",
    isPrompt,
    (u, context) => (isPrompt(u) ? t.success(u) : t.failure(u, context)),
    (value) => value,
  ),
  (value) => value,
);

const locals = leaf<readonly Local[]>(
  t.readonlyArray(local.codec, "locals"),
  (all) => `[${all.map(local.show).join(" ")}]`,
);

const { counts } = Matched.grammar.Function.Function;

const resumable = extend(Owned, "Resumable", {
  Function: {
    with: {
      /**
       * A function a call of which may wait. It begins with its first state. `kept`: the locals that some state uses
       * without having bound them; what they hold outlasts a wait.
       */
      Suspending: {
        id: word,
        name: word,
        path: word,
        counts,
        params: many("Param"),
        result: type,
        kept: locals,
        states: many("State"),
      },
    },
  },
  /** `number` is what others call it; nobody goes to the first one. */
  State: { with: { State: { number: count, statements: many("Stmt"), end: child("End") } } },
  End: {
    with: {
      Go: { state: count },
      Branch: { condition: child("Atom"), whenTrue: count, whenFalse: count },
      Leave: { value: opt("Expr") },
      /** The function goes on in the state `next` when what it waits for is there; it may be there already. */
      Wait: { on: child("Suspension"), next: count },
    },
  },
  Suspension: {
    with: {
      /** A call of a function that may wait. */
      Call: { type, function: word, args: many("Atom") },
      CallValue: { type, callee: child("Atom"), args: many("Atom") },
      /** `unknown.call`. */
      CallUnknown: { type, callee: child("Atom"), args: child("Atom") },
      /** The end of a task. */
      TaskEnd: { task: child("Atom") },
      /** So many milliseconds. */
      Time: { milliseconds: child("Atom") },
    },
  },
  Stmt: {
    with: {
      /** Out of the statements of a state, wherever it stands in them. */
      GoTo: { state: count },
    },
  },
  Expr: {
    with: {
      Prim: { type, op: promptPrimitive, args: many("Atom") },
      /** What the call gave behind which the state goes on: in its first statement, evaluated once. */
      Arrived: { type },
      /** The Result of a task that has ended, as `task.await` gives it. */
      Outcome: { type, task: child("Atom") },
    },
  },
});
export interface ResumableGrammar extends GrammarOf<typeof resumable> {}
/**
 * What waits is the end of a state, and the function goes on in another one: calls and operations in expressions never
 * wait.
 */
export const Resumable: Language<ResumableGrammar> = resumable;
