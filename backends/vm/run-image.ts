// Runs an entry of an image to its end and says how it ended.

import type { Host } from "../../runtime/host.ts";
import { brokenOff, ENDED, type Outcome, uncaught } from "../../runtime/outcome.ts";
import { Result, type Value } from "../../runtime/values.ts";
import type { Fiber } from "./fiber.ts";
import { drop } from "./heap.ts";
import type { Image } from "./image.ts";
import { load } from "./load.ts";
import { siteOf } from "./site.ts";
import { entryFiber, runEntry, running } from "./strands.ts";

/**
 * Runs the function of that id, which takes no arguments. Output is flushed before the outcome is told. Nothing is
 * thrown. A run that ends properly leaves no counted object behind: `heap` of `runtime/values.ts` tells.
 */
export const runImage = (image: Image, entry: string, host: Host): Outcome => {
  const program = running(load(image, host), host);
  const number = image.functions.findIndex(({ id }) => id === entry);
  const fiber = entryFiber(program, number);
  const outcome = settle(image, fiber, () => ending(runEntry(program, fiber)));
  return settle(image, fiber, () => {
    host.output.flush();
    return outcome;
  });
};

/** An entry that ends with an `Err` has an uncaught error (03, 10.2). */
const ending = (value: Value): Outcome => {
  const outcome = value instanceof Result && !value.isOk ? uncaught(value.content) : ENDED;
  drop(value);
  return outcome;
};

/** The outcome, also of a run that ends by throwing. */
const settle = (image: Image, fiber: Fiber, action: () => Outcome): Outcome => {
  try {
    return action();
  } catch (thrown) {
    const site = siteOf(image, fiber);
    fiber.frame = 0;
    return brokenOff(thrown, site);
  }
};
