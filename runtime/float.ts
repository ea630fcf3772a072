// Floats: IEEE doubles and their text form.

const EXPONENT = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/;

/** The shortest digits that read back as the same double, never with an exponent (03, 2.1). */
export const floatText = (value: number): string => {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? "NaN" : value > 0 ? "inf" : "-inf";
  if (Object.is(value, -0)) return "-0";
  const short = String(value);
  const parts = EXPONENT.exec(short);
  if (!parts) return short;
  const [, sign, first, rest = "", exponent] = parts;
  const digits = `${first}${rest}`;
  const point = 1 + Number(exponent);
  return point > 0 ? `${sign}${digits.padEnd(point, "0")}` : `${sign}0.${"0".repeat(-point)}${digits}`;
};

/** Beyond this a step of 1.0 may change nothing. */
const WIDEST = 2 ** 53;

/** Whether a range may have this bound. */
export const isBound = (value: number): boolean => Math.abs(value) <= WIDEST;

/** `from`, each the one before plus 1.0, while it is not beyond `to` (03, 3.4), which `isBound`. */
export function* floatSpan(from: number, to: number): Generator<number> {
  for (let value = from; value <= to + 1e-9; value += 1) {
    yield value;
    if (value === WIDEST) return;
  }
}
