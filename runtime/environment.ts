// The typed readings of environment variables (03, 14.3).

import { Failure } from "./failures.ts";
import { inRange, int } from "./int.ts";
import { Float, type Int } from "./values.ts";

const SIGNED_DIGITS = /^([+-]?)0*(\d+)$/;
const DECIMAL = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;

const special: ReadonlyMap<string, number> = new Map([
  ["inf", Number.POSITIVE_INFINITY],
  ["+inf", Number.POSITIVE_INFINITY],
  ["-inf", Number.NEGATIVE_INFINITY],
  ["NaN", Number.NaN],
]);

/** An optional sign and digits, within the range of Int. */
const parseInt64 = (text: string): Int | undefined => {
  const [, sign, digits] = SIGNED_DIGITS.exec(text) ?? [];
  if (digits === undefined || digits.length > 19) return undefined;
  const value = sign === "-" ? -BigInt(digits) : BigInt(digits);
  return inRange(value) ? int(value) : undefined;
};

const parseFloat64 = (text: string): Float | undefined => {
  const number = special.get(text) ?? (DECIMAL.test(text) ? Number(text) : undefined);
  return number === undefined ? undefined : new Float(number);
};

const bools: ReadonlyMap<string, boolean> = new Map([
  ["true", true],
  ["false", false],
]);
const parseBool = (text: string): boolean | undefined => bools.get(text.toLowerCase());

/** A reader of variables: null for one that is unset, a failure `runtime_config_decode` for one that does not parse. */
const reader =
  <A>(kind: string, parse: (text: string) => A | undefined) =>
  (name: string, text: string | undefined): A | null => {
    if (text === undefined) return null;
    const value = parse(text.trim());
    if (value !== undefined) return value;
    throw new Failure("runtime_config_decode", `expected ${kind} in ${name}, got ${JSON.stringify(text)}`);
  };

export const readInt = reader("an Int", parseInt64);
export const readFloat = reader("a Float", parseFloat64);
export const readBool = reader("a Bool", parseBool);
