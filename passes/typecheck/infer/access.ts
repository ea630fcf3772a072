// Inference of members, variants and indexed reads (chapters 2.7.3 and 2.7.4).

import type { Ident } from "../../../ir/leaves.ts";
import {
  DIAGNOSED,
  enumeration,
  functionType,
  INT,
  option,
  plain,
  type Type,
  UNKNOWN,
} from "../../../ir/types.ts";
import { isUnknown, takesMissing, unknownFrom } from "../compatibility.ts";
import { suggestion } from "../suggestion.ts";
import {
  type Context,
  type Expr,
  type InferenceOf,
  meaningOf,
  placeOf,
  report,
  type SourceExpr,
  type To,
  wrong,
} from "./context.ts";
import { handled, judge } from "./places.ts";

export const access: InferenceOf<"Expr", "Member" | "OptionalMember" | "Index" | "OptionalIndex"> = {
  Member: (n, to, context) => {
    const meant = meaningOf(n.base, context);
    if (meant?.kind === "TypeName") return variantOf(meant.id, n.name, n.at, context);
    const base = to.Expr(n.base, context.operand);
    return { kind: "Field", at: n.at, type: memberType(base.type, n.name, context), name: n.name, base };
  },
  OptionalMember: (n, to, context) => {
    const base = handled(to.Expr(n.base, context.operand));
    const content = contentOf(base, context, "?.");
    const member = content === null ? DIAGNOSED : memberType(content, n.name, context);
    const type = isUnknown(member) ? unknownMember(content) : optional(base.type, member, content);
    return { kind: "OptionalField", at: n.at, type, name: n.name, base };
  },
  Index: (n, to, context) => {
    const base = to.Expr(n.base, context.operand);
    const read = readOf(plain(base.type), base, n.index, to, context);
    const type = read.missing ? option(read.type) : read.type;
    return { kind: "Index", at: n.at, type, handled: read.missing || read.always, base, index: read.index };
  },
  OptionalIndex: (n, to, context) => {
    const base = handled(to.Expr(n.base, context.operand));
    const content = contentOf(base, context, "?[");
    const read = readOf(content ?? DIAGNOSED, base, n.index, to, context);
    const type = optional(base.type, read.type, content && isIndexable(content) ? content : null);
    const handles = read.missing || read.always;
    return { kind: "OptionalIndex", at: n.at, type, handled: handles, base, index: read.index };
  },
};

// ---- Members --------------------------------------------------------------------------------------------

/** `E.V`: the variant itself, or the function that makes it. */
const variantOf = (id: string, name: Ident, at: number, context: Context): Expr => {
  const { enums, structs } = context.body.checker.declarations;
  const known = enums.get(id);
  const payload = known?.variants.get(name.name);
  if (!known || !payload) {
    const owner = known ? `enum ${known.name}` : `type ${structs.get(id)?.name ?? id}`;
    const hint = known ? suggestion(name.name, known.variants.keys()) : "";
    report(context, name.at, `${owner} has no ${known ? "variant" : "member"} "${name.name}"${hint}`);
    return wrong(at);
  }
  const type = enumeration(id, known.name);
  if (payload.length === 0) return { kind: "MakeVariant", at, type, enum: id, variant: name.name, args: [] };
  const params = payload.map((each, i) => ({ name: `arg${i}`, type: each, optional: false }));
  return { kind: "VariantName", at, type: functionType(params, type), enum: id, variant: name.name };
};

/** The type of a field; other members of values do not exist here. */
export const memberType = (base: Type, name: Ident, context: Context): Type => {
  const of = plain(base);
  if (isUnknown(of)) return unknownFrom(of);
  const known = of.kind === "Struct" ? context.body.checker.declarations.structs.get(of.id) : undefined;
  const field = known?.fields.get(name.name);
  if (field) return field.type;
  const hint = known ? suggestion(name.name, known.fields.keys()) : noMembers(of);
  report(context, name.at, `${of.text} has no member "${name.name}"${hint}`);
  return DIAGNOSED;
};

const noMembers = (type: Type): string => {
  if (type.kind === "Option")
    return '; the value may be null: read it with "?.", or give one for null with "??"';
  if (type.kind === "Result") return '; take the value out with "?!", or match "Ok" and "Err"';
  if (type.kind === "Map") return '; read an entry with ["key"]';
  return "";
};

// ---- Optional access ------------------------------------------------------------------------------------

/** What an optional access looks at, or null where there is nothing optional (reported). */
const contentOf = (base: Expr, context: Context, operator: "?." | "?["): Type | null => {
  const type = plain(base.type);
  if (isUnknown(type)) return unknownFrom(type);
  if (type.kind === "Option") return plain(type.inner);
  const without = operator === "?." ? "." : "[";
  report(
    context,
    base.at,
    `optional access on non-optional: "${operator}" is for values that may be null, and ${type.text} may not; write "${without}"`,
  );
  return null;
};

/** A member is of unknown type because nothing is known about its base, or because it was diagnosed. */
const unknownMember = (content: Type | null): Type =>
  content !== null && content !== DIAGNOSED && isUnknown(content) ? option(UNKNOWN) : DIAGNOSED;

/** The type of an optional access whose content has the given member. */
const optional = (base: Type, member: Type, content: Type | null): Type => {
  if (content === null) return DIAGNOSED;
  return isUnknown(plain(base)) ? unknownFrom(plain(base)) : option(member);
};

// ---- Indexed reads --------------------------------------------------------------------------------------

/** `missing`: a key that is not there gives null because of the place, `always`: because of the types. */
interface Read {
  readonly type: Type;
  readonly index: Expr;
  readonly missing: boolean;
  readonly always: boolean;
}

const readOf = (of: Type, base: Expr, source: SourceExpr, to: To, context: Context): Read => {
  const whole = { missing: false, always: false };
  switch (of.kind) {
    case "List":
      return { ...whole, type: of.item, index: indexOf(source, INT, "the index of a list", to, context) };
    case "Map": {
      const index = indexOf(source, of.of, "the key of this map", to, context);
      const always = of.value.kind === "Option" || isUnknown(of.value);
      const missing = !always && context.expected !== null && takesMissing(context.expected, of.value);
      return { type: of.value, index, always, missing };
    }
    default: {
      if (!isUnknown(of))
        report(
          context,
          base.at,
          `not indexable: only lists and maps have "[ ]", and this is ${of.text}${unindexable(of)}`,
        );
      const type = isUnknown(of) ? unknownFrom(of) : DIAGNOSED;
      return { type, index: to.Expr(source, context.operand), missing: false, always: true };
    }
  }
};

const isIndexable = (type: Type): boolean => type.kind === "List" || type.kind === "Map" || isUnknown(type);

const unindexable = (type: Type): string =>
  type.kind === "Option" ? '; the value may be null: read it with "?["' : "";

/** An index, reported where it does not fit. */
export const indexOf = (source: SourceExpr, type: Type, what: string, to: To, context: Context): Expr => {
  const index = to.Expr(source, isUnknown(type) ? context.operand : placeOf(context, type));
  if (judge(index, type) !== "fits") {
    report(context, index.at, `${what} must be of type ${type.text}, but this is of type ${index.type.text}`);
  }
  return index;
};
