// Places: where a value enters a type (chapter 2.4), and what a read of a map becomes there (2.7.4).

import { DIAGNOSED, option, type Type } from "../../../ir/types.ts";
import { fits, isUnknown, takesMissing } from "../../compatibility.ts";
import { coalesced } from "../join.ts";
import { literalOf, satisfies } from "../literals.ts";
import { type Context, type Expr, placeOf, report, type SourceExpr, type To } from "./context.ts";

export type Verdict = "fits" | "mismatch" | "bad literal";

/** Whether an expression may stand in a place of this type. */
export const judge = (value: Expr, place: Type, validated = false): Verdict => {
  if (fits(value.type, place, validated)) return "fits";
  const literal = literalOf(value);
  const satisfied = literal === null ? null : satisfies(literal, place);
  return satisfied === null ? "mismatch" : satisfied ? "fits" : "bad literal";
};

/** A place as messages name it, and the span at which they report a mismatch (none: at the value). */
export interface Place {
  readonly type: Type;
  readonly what: string;
  readonly at?: number;
  /** Rule V. */
  readonly validated?: boolean;
}

/** The expression in a place that was found only after it was inferred; reported if it does not fit. */
export const settleIn = (value: Expr, context: Context, place: Place): Expr => {
  const settled = settleWhole(value, place.type);
  expectFit(settled, context, place);
  return settled;
};

/** The expression in a place: inferred against its type, and reported if it does not fit. */
export const enter = (source: SourceExpr, to: To, context: Context, place: Place): Expr => {
  const value = to.Expr(source, placeOf(context, place.type, place.validated));
  expectFit(value, context, place);
  return value;
};

/** Reports a value that does not fit its place; a literal that misses a refinement is reported itself. */
export const expectFit = (value: Expr, context: Context, place: Place): void => {
  const verdict = judge(value, place.type, place.validated);
  if (verdict === "mismatch") {
    report(
      context,
      place.at ?? value.at,
      `${place.what} must be ${article(place.type)}, but this is ${article(value.type)}${advice(value.type, place.type)}`,
    );
  }
  if (verdict === "bad literal") {
    report(
      context,
      value.at,
      `${place.what} must be ${article(place.type)}, and this literal does not satisfy it${condition(place.type)}`,
    );
  }
};

/** A type in a sentence. */
export const article = (type: Type): string => `of type ${type.text}`;

const advice = (found: Type, wanted: Type): string => {
  if (found.kind === "Option" && fits(found.inner, wanted)) {
    return '; give a value for null with "??", or leave with "?! error"';
  }
  if (found.kind === "Result" && wanted.kind !== "Result") {
    return '; take the value out with "?!", or match "Ok" and "Err"';
  }
  if (wanted.kind === "String") return '; write "${…}" around it to get its text';
  if (wanted.kind === "Result" && fits(found, wanted.error))
    return '; to fail with an error write "null ?! error"';
  if (wanted.kind === "Float" && found.kind === "Int")
    return "; an Int is not converted, write it with a decimal point";
  if (wanted.kind === "Refined" || wanted.kind === "Id" || wanted.kind === "Email") {
    return "; only a field of a new struct value validates, so keep the value in one";
  }
  return "";
};

const condition = (place: Type): string => {
  if (place.kind === "Option") return condition(place.inner);
  if (place.kind === "Result") return condition(place.ok);
  if (place.kind === "Email") return ": an address looks like name@host.tld";
  if (place.kind === "Id") return ": an Id is not empty";
  if (place.kind !== "Refined") return "";
  const shown = place.constraints.map((c) =>
    c.kind === "Range"
      ? `${c.low}..${c.high}`
      : c.kind === "Regex"
        ? "regex(…)"
        : "predicate(…), which only the run can decide",
  );
  return `: ${place.base.text}(${shown.join(", ")})`;
};

/**
 * A map read whose missing key gives null, and whose type says so; any other expression as it is. The last operand of
 * a `??` chain stands in the place of the chain.
 */
export const handled = (value: Expr): Expr => {
  switch (value.kind) {
    case "Index":
    case "OptionalIndex":
      return value.handled || value.base.type.kind === "List" ? value : handledRead(value);
    case "Coalesce":
      return handledChain(value);
    default:
      return value;
  }
};

type Read = Extract<Expr, { readonly kind: "Index" | "OptionalIndex" }>;

const handledRead = ({ kind, at, type, base, index }: Read): Expr => ({
  kind,
  at,
  type: isUnknown(type) ? type : option(type),
  handled: true,
  base,
  index,
});

const handledChain = (value: Extract<Expr, { readonly kind: "Coalesce" }>): Expr => {
  const { at, left } = value;
  const right = handled(value.right);
  if (right === value.right) return value;
  return { kind: "Coalesce", at, type: coalesced(left.type, right.type) ?? DIAGNOSED, left, right };
};

/** The expression as it stands in a place of a type that was found only after it was inferred. */
export const settle = (value: Expr, type: Type): Expr =>
  takesMissing(type, value.type) ? handled(value) : value;

/** The same for a list or map literal, whose items are in places, too; it has the type of its place if they all fit. */
const settleWhole = (value: Expr, type: Type): Expr => {
  if (value.type === type || value.type === DIAGNOSED) return value;
  const place = literalPlace(type) ?? type;
  if (value.kind === "List" && place.kind === "List") {
    const items = value.items.map((item) => settleWhole(item, place.item));
    const fit = items.every((item) => judge(item, place.item) === "fits");
    return fit ? { kind: "List", at: value.at, type: place, items } : value;
  }
  if (value.kind === "Map" && place.kind === "Map") {
    const entries = value.entries.map((entry) => ({
      ...entry,
      value: settleWhole(entry.value, place.value),
    }));
    const fit = entries.every(
      (entry) => judge(entry.key, place.of) === "fits" && judge(entry.value, place.value) === "fits",
    );
    return fit ? { kind: "Map", at: value.at, type: place, entries } : value;
  }
  return settle(value, type);
};

/** What a place demands of a literal in it: an option or result demands it of its value. */
export const literalPlace = (type: Type | null): Type | null => {
  switch (type?.kind) {
    case "Option":
      return literalPlace(type.inner);
    case "Result":
      return literalPlace(type.ok);
    case "Box":
      return literalPlace(type.content);
    default:
      return type;
  }
};
