// Whether all ways to run a program tell the same story, and where two of them do not.

import type { State } from "../../pipeline/compiler.ts";
import { passesOf, type Stage } from "../../pipeline/stage.ts";
import { diceFrom } from "./dice.ts";
import { varied } from "./vary.ts";
import { type Ending, matchedOf, type Story, stagesBehind, type Way, ways } from "./ways.ts";

/** Two ways that end the same program differently; or a way that failed by itself. */
export interface Difference {
  readonly entry: string;
  readonly expected: readonly [way: string, Ending | null];
  readonly found: readonly [way: string, Ending | string | null];
}

/** What the first way tells, and the first difference from it, if there is one. */
export interface Comparison {
  readonly story: Story;
  readonly difference: Difference | null;
}

/**
 * Runs a program in Matched in the first way and `among`; through the standard order of passes and, if `order` is not
 * null, with optional passes left out, moved and repeated as that number says.
 */
export const compared = async (
  matched: State,
  among: readonly Way[],
  order: number | null = null,
): Promise<Comparison> => {
  const dice = order === null ? null : diceFrom(order);
  const first = ways[0]!;
  const story = await first.tell(matched, stagesBehind);
  for (const { name, tell } of among) {
    for (const stages of [stagesBehind, ...(dice ? [varied(stagesBehind, dice)] : [])]) {
      const label = stages === stagesBehind ? name : `${name} with the optional passes ${optionalOf(stages)}`;
      const found = await settled(() => tell(matched, stages));
      const difference = typeof found === "string" ? died(found) : firstDifference(story, found);
      if (difference === null) continue;
      const { entry, one, other } = difference;
      return { story, difference: { entry, expected: [first.name, one], found: [label, other] } };
    }
  }
  return { story, difference: null };
};

/** The first difference; null if there is none, or the program is rejected. */
export const differenceOf = async (text: string, order: number): Promise<Difference | null> => {
  const matched = matchedOf(text);
  return matched && (await compared(matched, ways.slice(1), order)).difference;
};

/** The story, or the text of the error that a way died of. */
const settled = async (tell: () => Promise<Story>): Promise<Story | string> => {
  try {
    return await tell();
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
};

interface Pair {
  readonly entry: string;
  readonly one: Ending | null;
  readonly other: Ending | string | null;
}

const died = (reason: string): Pair => ({ entry: "", one: null, other: reason });

const firstDifference = (one: Story, other: Story): Pair | null => {
  for (const [i, expected] of one.entries()) {
    const found = other[i] ?? null;
    if (JSON.stringify(expected) !== JSON.stringify(found)) {
      return { entry: expected.entry, one: expected, other: found };
    }
  }
  return null;
};

const optionalOf = (stages: readonly Stage[]): string =>
  passesOf(stages)
    .filter(({ pass }) => pass.optional)
    .map(({ pass }) => pass.name)
    .join(", ");
