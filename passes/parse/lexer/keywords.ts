// Tells keywords from identifiers by a perfect hash, so that an identifier is never cut out of the text.

import { keywords } from "../../../ir/tokens.ts";
import { CLASS, DIGIT, LETTER } from "./characters.ts";
import { codeOf, IDENTIFIER } from "./codes.ts";
import { push, type State } from "./state.ts";

const SLOTS = 512;
const words = [...keywords];

const slotOf = (word: string, factor: number): number => {
  let hash = 0;
  for (let i = 0; i < word.length; i++) hash = (Math.imul(hash, factor) + word.charCodeAt(i)) | 0;
  return hash & (SLOTS - 1);
};

const isPerfect = (factor: number): boolean =>
  new Set(words.map((word) => slotOf(word, factor))).size === words.length;

const perfectFactor = (): number => {
  let factor = 31;
  while (!isPerfect(factor)) factor += 2;
  return factor;
};

const FACTOR = perfectFactor();
const wordIn: string[] = new Array(SLOTS).fill("");
const codeIn = new Uint16Array(SLOTS);
for (const word of words) {
  const slot = slotOf(word, FACTOR);
  wordIn[slot] = word;
  codeIn[slot] = codeOf(word);
}

/** Reads the identifier or keyword at `at`; gives its end. */
export const lexWord = (s: State, at: number): number => {
  const { text } = s;
  let hash = 0;
  let end = at;
  for (; end < text.length; end++) {
    const unit = text.charCodeAt(end);
    const kind = CLASS[unit];
    if (kind !== LETTER && kind !== DIGIT) break;
    hash = (Math.imul(hash, FACTOR) + unit) | 0;
  }
  const slot = hash & (SLOTS - 1);
  const word = wordIn[slot]!;
  const isKeyword = word.length === end - at && text.startsWith(word, at);
  push(s, isKeyword ? codeIn[slot]! : IDENTIFIER, at, end);
  return end;
};
