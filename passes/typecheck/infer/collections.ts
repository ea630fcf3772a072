// Inference of list and map literals (chapters 2.4 and 2.7.1).

import { DIAGNOSED, list, map, STRING, type Type, UNKNOWN } from "../../../ir/types.ts";
import { isUnknown } from "../../compatibility.ts";
import { join } from "../join.ts";
import { type Context, type Expr, type InferenceOf, placeOf, report } from "./context.ts";
import { judge, literalPlace, settle } from "./places.ts";

export const collections: InferenceOf<"Expr", "List" | "Map"> = {
  List: (n, to, context) => {
    const wanted = wantedList(context.expected);
    const inside = contextOf(context, wanted);
    const items = n.items.map((item) => to.Expr(item, inside));
    const type =
      wanted !== null && allFit(items, wanted, context)
        ? wanted
        : joined(items, typeOf(wanted), context, "item");
    return {
      kind: "List",
      at: n.at,
      type: type === null ? DIAGNOSED : list(type),
      items: type === null ? items : items.map((item) => settle(item, type)),
    };
  },
  Map: (n, to, context) => {
    const wanted = wantedMap(context.expected);
    const inKey = contextOf(context, wanted?.key ?? null);
    const inValue = contextOf(context, wanted?.value ?? null);
    const entries = n.entries.map(({ at, key, value }) => ({
      at,
      key: to.Expr(key, inKey),
      value: to.Expr(value, inValue),
    }));
    const type =
      wanted !== null && entriesFit(entries, wanted, context)
        ? wanted
        : joinedEntries(entries, typeOf(wanted), context);
    return {
      kind: "Map",
      at: n.at,
      type: type === null ? DIAGNOSED : map(type.key, type.value),
      entries: entries.map(({ at, key, value }) => ({
        kind: "Entry",
        at,
        key,
        value: type === null ? value : settle(value, type.value),
      })),
    };
  },
};

type Entry = { readonly key: Expr; readonly value: Expr };

const entriesFit = (entries: readonly Entry[], wanted: Wanted, context: Context): boolean =>
  allFit(
    entries.map(({ key }) => key),
    wanted.key,
    context,
  ) &&
  allFit(
    entries.map(({ value }) => value),
    wanted.value,
    context,
  );

const joinedEntries = (entries: readonly Entry[], typeOf: TypeOf, context: Context): Wanted | null => {
  const key = joined(
    entries.map((entry) => entry.key),
    typeOf,
    context,
    "key",
  );
  const value = joined(
    entries.map((entry) => entry.value),
    typeOf,
    context,
    "value",
  );
  return key && value && { key, value };
};

type Wanted = { readonly key: Type; readonly value: Type };

const contextOf = (context: Context, wanted: Type | null): Context =>
  wanted === null ? context.operand : placeOf(context, wanted, context.validated);

const wantedList = (expected: Type | null): Type | null => {
  const place = literalPlace(expected);
  if (place === null) return null;
  return isUnknown(place) ? UNKNOWN : place.kind === "List" ? place.item : null;
};

const wantedMap = (expected: Type | null): Wanted | null => {
  const place = literalPlace(expected);
  if (place === null) return null;
  if (isUnknown(place)) return { key: STRING, value: UNKNOWN };
  return place.kind === "Map" ? { key: place.of, value: place.value } : null;
};

const allFit = (items: readonly Expr[], wanted: Type, context: Context): boolean =>
  items.every((item) => judge(item, wanted, context.validated) === "fits");

type TypeOf = (item: Expr) => Type;

/** How the types of items are taken that do not fit what was wanted: as if nothing had been expected of them. */
const typeOf = (wanted: Type | Wanted | null): TypeOf => (wanted === null ? ({ type }) => type : natural);

/** The type of an expression as if nothing were expected: only of a literal is that another one. */
const natural: TypeOf = (item) => {
  if (item.type === DIAGNOSED) return DIAGNOSED;
  if (item.kind === "List") {
    const type = joinOf(item.items);
    return type === null ? item.type : list(type);
  }
  if (item.kind === "Map") {
    const key = joinOf(item.entries.map((entry) => entry.key));
    const value = joinOf(item.entries.map((entry) => entry.value));
    return key === null || value === null ? item.type : map(key, value);
  }
  return item.type;
};

const joinOf = (items: readonly Expr[]): Type | null =>
  items.reduce<Type | null>((type, item) => type && join(type, natural(item)), UNKNOWN);

/** The join of the items, or null where one does not fit those before it. */
const joined = (items: readonly Expr[], typeOf: TypeOf, context: Context, what: string): Type | null => {
  let type: Type = UNKNOWN;
  for (const item of items) {
    const own = typeOf(item);
    const wider = join(type, own);
    if (wider === null) {
      report(
        context,
        item.at,
        `incompatible types: this ${what} is of type ${own.text}, those before it of type ${type.text}; all must have one type`,
      );
      return null;
    }
    type = wider;
  }
  return type;
};
