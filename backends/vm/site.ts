// Where a fiber stands in the source of its program.

import { NO_PLACE } from "../../ir/derived.ts";
import type { Site } from "../../runtime/failures.ts";
import { type Fiber, FRAME } from "./fiber.ts";
import { type Image, type ImageFunction, WORDS } from "./image.ts";

/** Where the fiber stands: the innermost active call whose instruction has a position says it. */
export const siteOf = ({ positions, functions }: Image, { pc, frame, frames }: Fiber): Site => {
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
