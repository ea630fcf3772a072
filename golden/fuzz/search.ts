// Random programs one after the other, each made from a number of its own, so that any of them can be made again.

import { setImmediate } from "node:timers/promises";
import { diceFrom } from "./dice.ts";
import { compared } from "./differences.ts";
import { generateProgram } from "./program.ts";
import { shownDifference } from "./show.ts";
import { smaller } from "./shrink.ts";
import { type Tree, textOf } from "./tree.ts";
import { matchedOf, type Story, type Way } from "./ways.ts";

/** What to run: programs `seed`, `seed + step`, … below `end`. */
export interface Search {
  readonly seed: number;
  readonly end: number;
  readonly step: number;
  readonly among: readonly Way[];
  /** Whether passes are varied, too. */
  readonly vary: boolean;
}

export type Found =
  | { readonly kind: "story"; readonly story: Story }
  /** The checker takes it for no program. */
  | { readonly kind: "rejected" }
  /** `again` are the arguments to find it once more. */
  | { readonly kind: "difference"; readonly name: string; readonly again: string; readonly text: string };

/** How many smaller programs are tried. */
const TRIES = 3_000;

/** What was found program by program; it ends behind the first difference, whose text shows a program made small. */
export async function* search({ seed, end, step, among, vary }: Search): AsyncGenerator<Found> {
  for (let now = seed; now < end; now += step) {
    // Else nothing that was said would leave the thread, and no memory of a module would be given back.
    await setImmediate();
    const program = generateProgram(diceFrom(now));
    const matched = matchedOf(textOf(program));
    if (matched === null) {
      yield { kind: "rejected" };
      continue;
    }
    const order = vary ? now : null;
    const { story, difference } = await compared(matched, among, order);
    yield { kind: "story", story };
    if (difference === null) continue;
    const [name] = difference.found[0].split(" ");
    const guilty = among.filter((way) => way.name === name);
    const text = await small(program, guilty, order);
    yield { kind: "difference", name: `program ${now}`, again: `1 --seed ${now}`, text };
    return;
  }
}

/** The program made smaller as long as the ways differ, with both endings. */
const small = async (program: Tree, guilty: readonly Way[], order: number | null): Promise<string> => {
  const different = async (each: Tree) => {
    const matched = matchedOf(textOf(each));
    return matched && (await compared(matched, guilty, order)).difference;
  };
  let smallest = program;
  let difference = await different(program);
  let candidates = smaller(program);
  for (let tries = 0; tries < TRIES; tries++) {
    const next = candidates.next();
    if (next.done) break;
    await setImmediate();
    const found = await different(next.value);
    if (found === null) continue;
    [smallest, difference, candidates] = [next.value, found, smaller(next.value)];
  }
  const text = textOf(smallest);
  return difference ? shownDifference(text, difference) : text;
};
