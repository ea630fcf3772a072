// The locals whose references are needed later, on the way from the end of a function to its start.

/**
 * A set of locals that keeps a log of its changes, so that two branches can start from one state without copies of it:
 * what a branch costs depends on what it changes.
 */
export class Live {
  private readonly ids = new Set<number>();
  private readonly log: number[] = [];

  has(id: number): boolean {
    return this.ids.has(id);
  }

  add(id: number): void {
    if (!this.ids.has(id)) this.toggle(id);
  }

  delete(id: number): void {
    if (this.ids.has(id)) this.toggle(id);
  }

  /** All, in order of their ids. */
  all(): readonly number[] {
    return [...this.ids].sort((a, b) => a - b);
  }

  /** Exactly these. */
  become(ids: ReadonlySet<number>): void {
    for (const id of [...this.ids]) if (!ids.has(id)) this.toggle(id);
    for (const id of ids) this.add(id);
  }

  /** A point to come back to. */
  mark(): number {
    return this.log.length;
  }

  /** Those whose membership is another than at the mark. */
  changedSince(mark: number): ReadonlySet<number> {
    const changed = new Set<number>();
    for (let i = mark; i < this.log.length; i++) if (!changed.delete(this.log[i]!)) changed.add(this.log[i]!);
    return changed;
  }

  /** Back to the mark. */
  undo(mark: number): void {
    while (this.log.length > mark) this.flip(this.log.pop()!);
  }

  private toggle(id: number): void {
    this.flip(id);
    this.log.push(id);
  }

  private flip(id: number): void {
    if (!this.ids.delete(id)) this.ids.add(id);
  }
}
