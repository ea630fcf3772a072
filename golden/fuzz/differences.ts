// Whether all ways to run a program tell the same story, and where two of them do not.

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

/**
 * The first difference; null if there is none, or the program is rejected. `seed` decides how passes are varied; `among`
 * which ways are gone besides the first.
 */
export const differenceOf = async (
  text: string,
  seed: number,
  among: readonly Way[] = ways.slice(1),
): Promise<Difference | null> => {
  const matched = matchedOf(text);
  if (matched === null) return null;
  const dice = diceFrom(seed);
  const first = ways[0]!;
  const expected = await first.tell(matched, stagesBehind);
  for (const { name, tell } of among) {
    for (const stages of [stagesBehind, varied(stagesBehind, dice)]) {
      const label = stages === stagesBehind ? name : `${name} with the optional passes ${optionalOf(stages)}`;
      const found = await settled(() => tell(matched, stages));
      if (typeof found === "string") {
        return { entry: "", expected: [first.name, null], found: [label, found] };
      }
      const at = firstDifference(expected, found);
      if (at !== null) return { entry: at.entry, expected: [first.name, at.one], found: [label, at.other] };
    }
  }
  return null;
};

/** The story, or the text of the error that a way died of. */
const settled = async (tell: () => Promise<Story>): Promise<Story | string> => {
  try {
    return await tell();
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
};

const firstDifference = (
  one: Story,
  other: Story,
): { readonly entry: string; readonly one: Ending; readonly other: Ending | null } | null => {
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
