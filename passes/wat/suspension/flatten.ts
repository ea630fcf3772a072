// The body of a function that waits as states: branches and loops in which something waits are taken apart, all others
// stay as they are.

import { rewrite } from "../../../ir/framework/rewrite.ts";
import { Owned, type OwnedGrammar, type ReturnedPrimitive } from "../../../ir/owned.ts";
import { type PromptPrimitive, Resumable, type ResumableGrammar } from "../../../ir/resumable.ts";
import type { OwnedBlock, OwnedExpr, OwnedForm, OwnedStmt, State, Suspension } from "./nodes.ts";
import { arrived, pointsIn, suspensionOf, type Waiting } from "./points.ts";
import { StateWriter } from "./state-writer.ts";

/** The states to which `break` and `continue` of a loop that was taken apart go. */
interface Exits {
  readonly leave: number;
  readonly next: number;
}

/** A statement that does something with what it waited for. */
type Waiter = OwnedForm<"Let"> | OwnedForm<"Assign"> | OwnedForm<"Do"> | OwnedForm<"Return">;

const waits = (op: ReturnedPrimitive): op is "task.await" | "time.sleep" =>
  op === "task.await" || op === "time.sleep";

const promptly = (op: ReturnedPrimitive): PromptPrimitive => {
  if (waits(op)) throw new Error(`${op} in an expression`);
  return op;
};

/** What stays as it is, but that it leaves a loop by going to a state. */
const kept = rewrite<OwnedGrammar, ResumableGrammar, Exits | null>(Owned, Resumable, {
  Stmt: {
    Break: (n, _, exits) => (exits ? { kind: "GoTo", at: n.at, state: exits.leave } : n),
    Continue: (n, _, exits) => (exits ? { kind: "GoTo", at: n.at, state: exits.next } : n),
    Loop: (n, to) => ({
      ...{ kind: "Loop", at: n.at, test: to.Block(n.test, null), condition: n.condition },
      ...{ body: to.Block(n.body, null), step: to.Block(n.step, null) },
    }),
  },
  Expr: { Prim: (n) => ({ ...n, op: promptly(n.op) }) },
});

/** The states of a body, the first one in front. */
export const statesOf = (body: OwnedBlock, waiting: Waiting): readonly State[] => {
  const flattener = new Flattener(pointsIn(body, waiting), waiting);
  return flattener.states(body);
};

class Flattener {
  private readonly writer = new StateWriter();
  private readonly points: ReadonlySet<OwnedStmt>;
  private readonly waiting: Waiting;

  constructor(points: ReadonlySet<OwnedStmt>, waiting: Waiting) {
    this.points = points;
    this.waiting = waiting;
  }

  states(body: OwnedBlock): readonly State[] {
    this.writer.begin(this.writer.number());
    this.block(body, null);
    this.writer.end({ kind: "Leave", at: body.at, value: null });
    return this.writer.states;
  }

  private block({ statements }: OwnedBlock, exits: Exits | null): void {
    for (const node of statements) if (this.writer.isOpen()) this.statement(node, exits);
  }

  private statement(node: OwnedStmt, exits: Exits | null): void {
    if (!this.points.has(node)) {
      this.plain(node, exits);
      return;
    }
    switch (node.kind) {
      case "If":
        this.branch(node, exits);
        break;
      case "Loop":
        this.rounds(node);
        break;
      case "Let":
      case "Assign":
      case "Do":
        this.wait(node, node.value);
        break;
      case "Return":
        this.wait(node, node.value!);
        break;
      default:
        throw new Error(`${node.kind} does not wait`);
    }
  }

  /** A statement in which nothing waits. */
  private plain(node: OwnedStmt, exits: Exits | null): void {
    const { at } = node;
    if (node.kind === "Return") {
      this.writer.end({ kind: "Leave", at, value: node.value && kept.Expr(node.value, exits) });
    } else if (node.kind === "Break") this.writer.end({ kind: "Go", at, state: exits!.leave });
    else if (node.kind === "Continue") this.writer.end({ kind: "Go", at, state: exits!.next });
    else this.writer.add(kept.Stmt(node, exits));
  }

  /** The state ends; the next one begins with what the statement does with the value that it waited for. */
  private wait(node: Waiter, value: OwnedExpr): void {
    const on: Suspension = suspensionOf(value, this.waiting)!;
    const next = this.writer.number();
    this.writer.end({ kind: "Wait", at: value.at, on, next });
    this.writer.begin(next);
    const now = arrived(value, on);
    if (node.kind === "Return") this.writer.end({ kind: "Leave", at: node.at, value: now });
    else this.writer.add({ ...node, value: now });
  }

  private branch({ at, condition, whenTrue, whenFalse }: OwnedForm<"If">, exits: Exits | null): void {
    const [yes, no, behind] = [this.writer.number(), this.writer.number(), this.writer.number()];
    this.writer.end({
      ...{ kind: "Branch", at, condition },
      ...{ whenTrue: yes, whenFalse: whenFalse ? no : behind },
    });
    this.writer.begin(yes);
    this.block(whenTrue, exits);
    if (whenFalse) {
      this.goOn(behind);
      this.writer.begin(no);
      this.block(whenFalse, exits);
    }
    this.writer.begin(behind);
  }

  private rounds({ at, test, condition, body, step }: OwnedForm<"Loop">): void {
    const [again, round] = [this.writer.number(), this.writer.number()];
    const exits = { next: this.writer.number(), leave: this.writer.number() };
    this.writer.begin(again);
    this.block(test, null);
    this.writer.end({ kind: "Branch", at, condition, whenTrue: round, whenFalse: exits.leave });
    this.writer.begin(round);
    this.block(body, exits);
    this.writer.begin(exits.next);
    this.block(step, null);
    this.goOn(again);
    this.writer.begin(exits.leave);
  }

  private goOn(state: number): void {
    this.writer.end({ kind: "Go", at: 0, state });
  }
}
