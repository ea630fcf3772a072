// The rules of `?!` (chapter 2.7.7): what an operand is taken apart into, and where an error may go.

import { domainsOf, plain, type Type, UNKNOWN } from "../../ir/types.ts";
import { fits, isUnknown, unknownFrom } from "../compatibility.ts";

/** The value that is left, and the error that is passed on; or what is wrong with the operand. */
export type Parts = { readonly value: Type; readonly error: Type } | { readonly wrong: string };

/** What `?!` takes its operand apart into; only a result has an error of its own. */
export const partsOf = (type: Type, hasError: boolean): Parts => {
  const operand = plain(type);
  if (isUnknown(operand)) return { value: unknownFrom(operand), error: UNKNOWN };
  if (operand.kind === "Result") return { value: operand.ok, error: operand.error };
  if (operand.kind !== "Option") {
    return {
      wrong: `"?!" takes an option or a result, and this is of type ${operand.text}, which cannot fail`,
    };
  }
  if (hasError) return { value: operand.inner, error: UNKNOWN };
  return { wrong: `"?!" on ${operand.text} needs an error to leave with: write "value ?! SomeError(…)"` };
};

/**
 * Why an error cannot leave a function with this result (null: there is no function around), or null if it can.
 * `given` is the type of the error written behind `?!`; without one `passed` goes on.
 */
export const whyStuck = (passed: Type, given: Type | null, result: Type | null): string | null => {
  const leaving = given ?? passed;
  if (given !== null && !isError(given)) {
    return `an error must be a value of a struct or enum type, and ${given.text} is none; declare a type for it`;
  }
  if (result === null) {
    return '"?!" is used outside of a function, so the error has nowhere to go; handle it with "match" or "??"';
  }
  if (isUnknown(result)) return null;
  if (result.kind !== "Result") {
    const fallible = `${result.text}!${isUnknown(leaving) ? "Error" : leaving.text}`;
    return `"?!" is used in a function that cannot fail: its result is ${result.text}; declare it as ${fallible}`;
  }
  const stray = strayDomains(leaving, result.error);
  if (stray.length === 0) return null;
  return `the error ${stray.map(({ text }) => text).join(", ")} cannot leave a function with the result ${result.text}; add it to the result, or give another error behind "?!"`;
};

const strayDomains = (leaving: Type, error: Type): readonly Type[] =>
  domainsOf(leaving).filter((domain) => !domainsOf(error).some((known) => fits(domain, known)));

const errorKinds: ReadonlySet<string> = new Set(["Struct", "Enum", "HttpError"]);

const isError = (type: Type): boolean =>
  isUnknown(plain(type)) || domainsOf(plain(type)).every(({ kind }) => errorKinds.has(kind));
