// The order check: whether every pass gets the language that it takes.

import { type Either, left, right } from "fp-ts/Either";
import { type Stage, stageBefore } from "./stage.ts";

/** A pass that would get another language than it takes, and what stands in front of it. */
export interface OrderFault {
  readonly pass: string;
  readonly takes: string;
  readonly behind: string;
  readonly gets: string;
}

/** The languages at the ends of the stages, or the first fault. */
export const checkOrder = (
  stages: readonly Stage[],
  start: string,
): Either<OrderFault, ReadonlyMap<string, string>> => {
  const ends = new Map<string, string>();
  for (const stage of stages) {
    const before = stageBefore(stages, stage.boundary);
    let gets = before ? ends.get(before.boundary)! : start;
    let behind = before ? before.boundary : "the start";
    for (const { name, from, to } of stage.passes) {
      if (from.name !== gets) return left({ pass: name, takes: from.name, behind, gets });
      gets = to.name;
      behind = name;
    }
    ends.set(stage.boundary, gets);
  }
  return right(ends);
};
