// The strands of a run: its entry, and the tasks that it and they make (03, section 12).

import { taskOffsets, taskStates, WAITING_FRAME } from "../../ir/memory.ts";
import { type Broken, brokenAt, isStackOverflow, OutputClosed, type Site } from "../../runtime/failures.ts";
import type { Host } from "../../runtime/host.ts";
import { int } from "../../runtime/int.ts";
import type { Strand } from "../../runtime/scheduler.ts";
import { schedulerOf, sleep } from "../../runtime/tasks.ts";
import type { Border } from "./border.ts";

/** A task that runs. */
interface Running {
  /** Who goes on when it has ended. */
  readonly waiting: Strand[];
}

/** What a program exports for strands, if it has any. */
interface Exports {
  readonly resume?: (frame: number) => number;
  readonly levels?: { value: number };
}

/** How a strand begins its turn: 0 when it has ended. */
type Turn = () => number;

export class Strands {
  private readonly border: Border;
  private readonly scheduler: ReturnType<typeof schedulerOf>;
  private readonly siteOf: (number: number) => Site;
  private exports: Exports = {};
  /** The strand whose turn it is. */
  private current: Strand | null = null;
  /** Tasks that run, and what ended those that failed, by their numbers. */
  private readonly tasks: (Running | Broken | null)[] = [];
  /** The numbers that no task has now. */
  private readonly free: number[] = [];

  constructor(border: Border, host: Host, siteOf: (number: number) => Site) {
    this.border = border;
    this.scheduler = schedulerOf(host);
    this.siteOf = siteOf;
  }

  /** To be called with what the instance exports, before it runs. */
  open(exports: WasmInstance["exports"]): void {
    this.exports = exports as Exports;
  }

  /** Runs an entry that may wait to its end; `start` gives 0 when it has ended. */
  run(start: Turn): void {
    let ended = false;
    const end = (): void => {
      ended = true;
    };
    const fail = (thrown: unknown): void => {
      throw thrown;
    };
    this.scheduler.wake(this.strand(start, end, fail));
    this.scheduler.run(() => ended);
  }

  /** How many tasks have not ended, or were broken off. */
  dropped(): number {
    return this.tasks.filter((task) => task !== null).length;
  }

  /** The functions of the host for strands, by their names in `ir/wat-runtime.ts`. */
  readonly functions = {
    task_spawn: (task: number, frame: number): number => this.task(task, frame),
    task_wait: (number: number): void => {
      (this.tasks[number] as Running).waiting.push(this.current!);
    },
    task_failure: (number: number): never => {
      throw this.tasks[number];
    },
    time_sleep: (milliseconds: bigint, site: number): void => {
      this.border.site = site;
      sleep(this.scheduler, this.current!, int(milliseconds));
    },
  };

  /** A strand that begins with `start` and goes on with the frame that waited last; `fail` is told what it throws. */
  private strand(start: Turn, end: () => void, fail: (thrown: unknown) => void): Strand {
    let frame = 0;
    const strand: Strand = {
      turn: () => {
        this.current = strand;
        try {
          const waits = frame === 0 ? start() : this.exports.resume!(frame);
          if (waits === 0) end();
          else frame = this.border.memory.word(WAITING_FRAME);
        } catch (thrown) {
          fail(thrown);
        }
      },
    };
    return strand;
  }

  /** Begins a task; its number. */
  private task(task: number, frame: number): number {
    const number = this.free.pop() ?? this.tasks.length;
    const waiting: Strand[] = [];
    const settle = (broken: Broken | null): void => {
      this.tasks[number] = broken;
      for (const strand of waiting) this.scheduler.wake(strand);
    };
    const strand = this.strand(
      () => this.exports.resume!(frame),
      () => {
        this.free.push(number);
        settle(null);
      },
      (thrown) => settle(this.broken(task, thrown)),
    );
    this.tasks[number] = { waiting };
    this.scheduler.wake(strand);
    return number;
  }

  /** The task is broken off by what was thrown. The run is, where nobody reads its output, or its stack is used up. */
  private broken(task: number, thrown: unknown): Broken {
    if (thrown instanceof OutputClosed || isStackOverflow(thrown)) throw thrown;
    if (this.exports.levels) this.exports.levels.value = 0;
    this.border.memory.setWord(task + taskOffsets.state, taskStates.failed);
    return brokenAt(thrown, this.siteOf(this.border.site));
  }
}
