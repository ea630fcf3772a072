// The states of a function under way: one is open and takes statements until its end is known.

import type { End, State, Stmt } from "./nodes.ts";

export class StateWriter {
  readonly states: State[] = [];
  private numbers = 0;
  private open: { readonly number: number; readonly statements: Stmt[] } | null = null;

  /** The number of a state that is begun later. */
  number(): number {
    return this.numbers++;
  }

  /** Whether what is added now can be reached. */
  isOpen(): boolean {
    return this.open !== null;
  }

  /** Begins a state, to which the one before goes unless it has its end. */
  begin(number: number): void {
    this.end({ kind: "Go", at: 0, state: number });
    this.open = { number, statements: [] };
  }

  /** Nothing stands behind an end, which nobody would reach. */
  add(node: Stmt): void {
    this.open?.statements.push(node);
  }

  /** Ends the state that is open. */
  end(end: End): void {
    if (this.open) this.states.push({ kind: "State", at: 0, ...this.open, end });
    this.open = null;
  }
}
