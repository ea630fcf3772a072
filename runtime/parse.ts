// Texts of scalars, as environment variables, configs and program arguments give them (04, section 2).

import { inRange, int } from "./int.ts";
import { Float, type Int } from "./values.ts";

const SIGNED_DIGITS = /^([+-]?)0*(\d+)$/;
const DECIMAL = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;

/** An optional sign and digits, within the range of Int. */
export const parseInt64 = (text: string): Int | undefined => {
  const [, sign, digits] = SIGNED_DIGITS.exec(text.trim()) ?? [];
  if (digits === undefined || digits.length > 19) return undefined;
  const value = sign === "-" ? -BigInt(digits) : BigInt(digits);
  return inRange(value) ? int(value) : undefined;
};

/** A decimal number, which may be too large for any finite Float. */
export const parseDecimal = (text: string): number | undefined => {
  const trimmed = text.trim();
  return DECIMAL.test(trimmed) ? Number(trimmed) : undefined;
};

/** A decimal number that is finite as a Float. */
export const parseFloat64 = (text: string): Float | undefined => {
  const number = parseDecimal(text);
  return number === undefined || !Number.isFinite(number) ? undefined : new Float(number);
};

const bools: ReadonlyMap<string, boolean> = new Map([
  ["true", true],
  ["false", false],
]);

/** `true` or `false` in any letter case. */
export const parseBool = (text: string): boolean | undefined => bools.get(text.trim().toLowerCase());

/** Whether an option of this text is null. */
export const isNullText = (text: string): boolean => /^(?:null)?$/i.test(text.trim());
