// Compatibility of types (chapter 2.4): whether a value of one type may stand where another is demanded.

import { DIAGNOSED, domainsOf, ID, plain, STRING, type Type, UNKNOWN } from "../ir/types.ts";

/**
 * `found` → `wanted`. With `validated` (Rule V) the run validates the value, so a value of the base type is good for
 * a refined type, and a text for an `Id` or `Email`, also inside options, lists and maps.
 */
export const fits = (found: Type, wanted: Type, validated = false): boolean => {
  if (found === wanted || isUnknown(found) || isUnknown(wanted)) return true;
  if (found.kind === "Box") return fits(found.content, wanted, validated);
  if (wanted.kind === "Box") return fits(found, wanted.content, validated);
  // an option or result of this very type takes it as it is
  if (found.kind === "Refined" && wanted.kind !== "Option" && wanted.kind !== "Result") {
    return fits(found.base, wanted, validated);
  }
  if (found.kind === "Result") {
    return wanted.kind === "Result" && fits(found.ok, wanted.ok) && fitsDomains(found.error, wanted.error);
  }
  if (wanted.kind === "Result") return fits(found, wanted.ok);
  if (found.kind === "Option") {
    return wanted.kind === "Option" && fits(found.inner, wanted.inner, validated);
  }
  if (wanted.kind === "Option") return fits(found, wanted.inner, validated);
  if (validated && fitsValidated(found, wanted)) return true;
  return fitsInside(found, wanted, validated);
};

/** Whether nothing is known about a value of this type; nobody ever holds one of type `Never`. */
export const isUnknown = (type: Type): boolean => type.kind === "Unknown" || type.kind === "Never";

/** Everywhere but in `box`, `spawn` and assignment a box counts as its content. */
export const unboxed = (type: Type): Type => (type.kind === "Box" ? unboxed(type.content) : type);

/** The unknown type of what is made of these: diagnosed if one of them is. */
export const unknownFrom = (...parts: readonly Type[]): Type =>
  parts.includes(DIAGNOSED) ? DIAGNOSED : UNKNOWN;

/** Every domain of `found` is one of `wanted`. */
export const fitsDomains = (found: Type, wanted: Type): boolean =>
  domainsOf(found).every((domain) => domainsOf(wanted).some((other) => fits(domain, other)));

/** Whether null may stand where this type is demanded. */
export const acceptsNull = (type: Type): boolean => {
  switch (type.kind) {
    case "Option":
    case "Unknown":
      return true;
    case "Result":
      return acceptsNull(type.ok);
    case "Box":
      return acceptsNull(type.content);
    default:
      return false;
  }
};

/**
 * Whether a read of a map may give null for a missing key in a place of this type. Not a Result in the place of one: null
 * may be the value of a Result, but is none.
 */
export const takesMissing = (place: Type, read: Type): boolean =>
  acceptsNull(place) && !(place.kind === "Result" && read.kind === "Result");

const fitsInside = (found: Type, wanted: Type, validated: boolean): boolean => {
  switch (wanted.kind) {
    case "List":
      return found.kind === "List" && fits(found.item, wanted.item, validated);
    case "Map":
      return (
        found.kind === "Map" &&
        fits(found.of, wanted.of, validated) &&
        fits(found.value, wanted.value, validated)
      );
    case "Task":
      return found.kind === "Task" && fits(found.value, wanted.value);
    case "Union":
      return fitsDomains(found, wanted);
    default:
      return false;
  }
};

const fitsValidated = (found: Type, wanted: Type): boolean => {
  if (wanted.kind === "Refined") return fits(found, wanted.base, true);
  return (wanted === ID || wanted.kind === "Email") && plain(found) === STRING;
};
