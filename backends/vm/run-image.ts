// Runs an entry of an image to its end and says how it ended.

import { NO_PLACE } from "../../ir/derived.ts";
import type { Host } from "../../runtime/host.ts";
import { brokenOff, ENDED, type Outcome, type Site, uncaught } from "../../runtime/outcome.ts";
import { Result, type Value } from "../../runtime/values.ts";
import { Fiber, FRAME } from "./fiber.ts";
import { drop } from "./heap.ts";
import { type Image, type ImageFunction, WORDS } from "./image.ts";
import { load } from "./load.ts";
import { run } from "./machine.ts";

/**
 * Runs the function of that id, which takes no arguments. Output is flushed before the outcome is told. Nothing is
 * thrown. A run that ends properly leaves no counted object behind: `heap` of `runtime/values.ts` tells.
 */
export const runImage = (image: Image, entry: string, host: Host): Outcome => {
  const fiber = new Fiber();
  const outcome = settle(image, fiber, () => {
    const loaded = load(image, host);
    return ending(
      run(
        loaded,
        fiber,
        image.functions.findIndex(({ id }) => id === entry),
      ),
    );
  });
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

/** Where the fiber stands: the innermost active call whose instruction has a position says it. */
const siteOf = ({ positions, functions }: Image, { pc, frame, frames }: Fiber): Site => {
  let word = pc;
  for (let top = frame; top > 0; top -= FRAME) {
    const number = word / WORDS;
    const at = positions[number]!;
    if (at !== NO_PLACE) return { path: functionAt(functions, number).path, at };
    word = frames[top - FRAME]! - WORDS;
  }
  return { path: "", at: -1 };
};

/** The function that holds the instruction: the last that starts there or before. */
const functionAt = (functions: readonly ImageFunction[], number: number): ImageFunction => {
  let low = 0;
  let high = functions.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (functions[middle]!.start <= number) low = middle;
    else high = middle - 1;
  }
  return functions[low]!;
};
