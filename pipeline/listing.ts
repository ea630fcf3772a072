// The listing of `fuse passes`: each stage with what is true at its end, and below it its passes.

import type { Stage } from "./stage.ts";

/** One line a stage, one indented line a pass. */
export const listing = (stages: readonly Stage[]): string => {
  const names = stages.flatMap(({ passes }) => passes.map(({ name }) => name.length));
  const width = Math.max(0, ...names) + 2;
  return stages
    .flatMap(({ boundary, truth, passes }) => [
      `${boundary} ${truth}`,
      ...passes.map(({ name, purpose }) => `  ${name.padEnd(width)}${purpose}`),
    ])
    .map((line) => `${line}\n`)
    .join("");
};
