// Environment variables, and their typed readings (03, 14.3).

import { Failure } from "./failures.ts";
import { parseBool, parseDecimal, parseInt64 } from "./parse.ts";
import { Float } from "./values.ts";

export type Variables = Readonly<Record<string, string | undefined>>;

const special: ReadonlyMap<string, number> = new Map([
  ["inf", Number.POSITIVE_INFINITY],
  ["+inf", Number.POSITIVE_INFINITY],
  ["-inf", Number.NEGATIVE_INFINITY],
  ["NaN", Number.NaN],
]);

/** A variable, unlike other texts, may say that it is not finite. */
const parseSetting = (text: string): Float | undefined => {
  const number = special.get(text.trim()) ?? parseDecimal(text);
  return number === undefined ? undefined : new Float(number);
};

/** A reader of variables: null for one that is unset, a failure `runtime_config_decode` for one that does not parse. */
const reader =
  <A>(kind: string, parse: (text: string) => A | undefined) =>
  (name: string, text: string | undefined): A | null => {
    if (text === undefined) return null;
    const value = parse(text);
    if (value !== undefined) return value;
    throw new Failure("runtime_config_decode", `expected ${kind} in ${name}, got ${JSON.stringify(text)}`);
  };

export const readInt = reader("an Int", parseInt64);
export const readFloat = reader("a Float", parseSetting);
export const readBool = reader("a Bool", parseBool);
