// Takes turns between strands of one thread: those that are ready, first in, first out, and those that sleep.

/** Something that runs by turns: a program's entry, or a task. */
export interface Strand {
  /** Goes on until it waits for something, or has ended. */
  readonly turn: () => void;
}

/** A clock that only goes forward, in milliseconds, and a way to let time pass. */
export interface Timer {
  readonly now: () => number;
  readonly pause: (milliseconds: number) => void;
}

interface Sleeper {
  readonly strand: Strand;
  readonly until: number;
  /** Of those that sleep until the same time, the one that lay down first wakes first. */
  readonly order: number;
}

/** After so many turns in a row the clock is looked at. */
const ROUND = 64;

export class Scheduler {
  private readonly timer: Timer;
  /** A queue: what stands in front of `next` is gone. */
  private ready: (Strand | undefined)[] = [];
  private next = 0;
  /** A binary heap: the first one wakes first. */
  private readonly sleepers: Sleeper[] = [];
  private slept = 0;

  constructor(timer: Timer) {
    this.timer = timer;
  }

  /** The strand gets a turn when those that are ready have had theirs. */
  wake(strand: Strand): void {
    this.ready.push(strand);
  }

  /** The strand becomes ready when so much time has passed. */
  sleep(strand: Strand, milliseconds: number): void {
    const sleeper = { strand, until: this.timer.now() + milliseconds, order: this.slept++ };
    this.sleepers.push(sleeper);
    rise(this.sleepers);
  }

  /** Gives turns until the strand whose end is waited for has ended; what a turn throws comes out. */
  run(ended: () => boolean): void {
    for (let turns = 1; !ended(); turns++) {
      if (turns % ROUND === 0) this.wakeSleepers();
      (this.take() ?? this.awaken()).turn();
    }
  }

  private take(): Strand | undefined {
    const strand = this.ready[this.next];
    if (strand === undefined) return undefined;
    this.ready[this.next++] = undefined;
    if (this.next === this.ready.length || this.next > 1024) {
      this.ready = this.ready.slice(this.next);
      this.next = 0;
    }
    return strand;
  }

  /** Nobody is ready: the next one is who sleeps least. */
  private awaken(): Strand {
    for (;;) {
      this.wakeSleepers();
      const strand = this.take();
      if (strand) return strand;
      const first = this.sleepers[0];
      if (!first) throw new Error("everybody waits for somebody");
      this.timer.pause(first.until - this.timer.now());
    }
  }

  private wakeSleepers(): void {
    if (this.sleepers.length === 0) return;
    const now = this.timer.now();
    while (this.sleepers.length > 0 && this.sleepers[0]!.until <= now) this.wake(first(this.sleepers).strand);
  }
}

// ---- The heap -------------------------------------------------------------------------------------------

const isBefore = (a: Sleeper, b: Sleeper): boolean =>
  a.until < b.until || (a.until === b.until && a.order < b.order);

const swap = (heap: Sleeper[], i: number, j: number): void => {
  [heap[i], heap[j]] = [heap[j]!, heap[i]!];
};

/** Brings the last one to its place. */
const rise = (heap: Sleeper[]): void => {
  for (let at = heap.length - 1; at > 0; ) {
    const above = (at - 1) >> 1;
    if (!isBefore(heap[at]!, heap[above]!)) return;
    swap(heap, at, above);
    at = above;
  }
};

/** Takes the first one out. */
const first = (heap: Sleeper[]): Sleeper => {
  swap(heap, 0, heap.length - 1);
  const found = heap.pop()!;
  for (let at = 0; ; ) {
    const [left, right] = [2 * at + 1, 2 * at + 2];
    let least = at;
    if (left < heap.length && isBefore(heap[left]!, heap[least]!)) least = left;
    if (right < heap.length && isBefore(heap[right]!, heap[least]!)) least = right;
    if (least === at) return found;
    swap(heap, at, least);
    at = least;
  }
};
