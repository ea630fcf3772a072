// What the machine needs of a program that runs.

import type { Scheduler } from "../../runtime/scheduler.ts";
import type { Task } from "../../runtime/values.ts";
import type { Fiber } from "./fiber.ts";
import type { Loaded } from "./load.ts";

/** A program that runs: what all its strands have in common. */
export interface Running extends Loaded {
  readonly scheduler: Scheduler;
  /** A task that will run the function of that number; it counts on from that depth. Its arguments are to be passed. */
  readonly spawn: (callee: number, depth: number) => Fiber & { readonly task: Task };
}
