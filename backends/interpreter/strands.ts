// The strands of a run: its entry, and the tasks that it and they make (03, section 12).

import { brokenAt, OutputClosed } from "../../runtime/failures.ts";
import { settle } from "../../runtime/tasks.ts";
import { type Result, Task, type Value } from "../../runtime/values.ts";
import { placeOf, Run, type Shared } from "./run.ts";
import { callById, type Waiting } from "./suspended.ts";

abstract class Calling extends Run {
  private readonly call: Waiting<Value>;
  constructor(shared: Shared, id: string, args: readonly Value[], calls: number) {
    super(shared, calls);
    this.call = callById(this, id, args);
  }

  override spawn(id: string, args: readonly Value[]): Task {
    const task = new Task();
    this.shared.scheduler.wake(new TaskRun(this.shared, id, args, this.calls, task));
    return task;
  }

  /** Goes on with the call until it waits; its value if it has ended. */
  protected advance(): { readonly value: Value } | null {
    const { done, value } = this.call.next();
    return done ? { value } : null;
  }
}

/** The strand of an entry: what it throws ends the run. */
export class EntryRun extends Calling {
  ended: { readonly value: Value } | null = null;
  override turn(): void {
    this.ended = this.advance();
  }
}

/** The strand of a task, which keeps whatever it ends with. */
class TaskRun extends Calling {
  private readonly task: Task;
  constructor(shared: Shared, id: string, args: readonly Value[], calls: number, task: Task) {
    super(shared, id, args, calls);
    this.task = task;
  }
  override turn(): void {
    const { scheduler } = this.shared;
    try {
      const ended = this.advance();
      if (ended) settle(this.task, ended.value as Result, scheduler);
    } catch (thrown) {
      if (thrown instanceof OutputClosed) throw thrown;
      settle(this.task, brokenAt(thrown, placeOf(this)), scheduler);
    }
  }
}
