// Inference of member accesses, variants and indexed reads (chapters 2.7.3 and 2.7.4).

import type { FunctionInfo } from "../../../ir/interfaces.ts";
import type { Ident } from "../../../ir/leaves.ts";
import { substitute } from "../../../ir/substitution.ts";
import { DIAGNOSED, functionType, INT, option, plain, type Type, UNIT, UNKNOWN } from "../../../ir/types.ts";
import { isUnknown, takesMissing, unknownFrom } from "../../compatibility.ts";
import {
  type Context,
  type Expr,
  type InferenceOf,
  meaningOf,
  placeOf,
  report,
  type SourceExpr,
  type SourceForm,
  type To,
  wrong,
} from "./context.ts";
import { associatedOf, type Member, memberOf } from "./members.ts";
import { handled, judge } from "./places.ts";
import { builtinType, typeOfValue } from "./values.ts";

export const access: InferenceOf<"Expr", "Member" | "OptionalMember" | "Index" | "OptionalIndex"> = {
  Member: (n, to, context) => {
    const meant = meaningOf(n.base, context);
    if (meant?.kind === "TypeName") return associatedValue(meant, n, context);
    const base = to.Expr(n.base, context.operand);
    return memberValue(memberOf(plain(base.type), n.name, context), n, base);
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

const functionOf = ({ params, result }: Pick<FunctionInfo, "params" | "result">): Type =>
  functionType(params, result ?? UNIT);

/** A member of a value as an expression: read, or a function with the receiver bound. */
const memberValue = (member: Member, n: SourceForm<"Member">, base: Expr): Expr => {
  const { at } = n;
  switch (member.kind) {
    case "field":
      return { kind: "Field", at, type: member.type, name: n.name, base };
    case "method": {
      const { method } = member;
      return { kind: "MethodValue", at, type: typeOfValue(method), function: method.id, receiver: base };
    }
    case "bound":
      return boundValue(member, at, base);
    case "namespace":
      return { kind: "BuiltinName", at, type: builtinType(member.name), name: member.name };
    case "built-in method":
      return { kind: "BuiltinMethod", at, type: builtinType(member.name), name: member.name, receiver: base };
  }
};

const boundValue = (
  { of, interface: owner, member }: Extract<Member, { readonly kind: "bound" }>,
  at: number,
  receiver: Expr | null,
): Expr => {
  const type = substitute(typeOfValue(member), new Map([[owner.self, of]]));
  return { kind: "MemberValue", at, type, of, interface: owner.id, member: member.name, receiver };
};

/** `T.m`: a variant, an associated method, or a member of a bound. */
const associatedValue = ({ type: of }: SourceForm<"TypeName">, n: SourceForm<"Member">, context: Context) => {
  const variant = variantOf(of, n, context);
  if (variant) return variant;
  const member = associatedOf(of, n.name, context);
  if (member?.kind === "bound") return boundValue(member, n.at, null);
  if (member?.kind !== "method") return wrong(n.at);
  const { method } = member;
  return { kind: "FunctionName", at: n.at, type: typeOfValue(method), id: method.id } as const;
};

/** `E.V`: the variant itself, or the function that makes it. */
const variantOf = (type: Type, { at, name }: SourceForm<"Member">, context: Context): Expr | null => {
  if (type.kind !== "Enum") return null;
  const payload = context.body.checker.declarations.enums.get(type.id)?.variants.get(name.name);
  if (!payload) return null;
  const made = { enum: type.id, variant: name.name };
  if (payload.length === 0) return { kind: "MakeVariant", at, type, ...made, args: [] };
  const params = payload.map((each, i) => ({ name: `arg${i}`, type: each, optional: false }));
  return { kind: "VariantName", at, type: functionType(params, type), ...made };
};

/** The type of a member that is read through an option; that of a method is its function. */
const memberType = (of: Type, name: Ident, context: Context): Type => {
  const member = memberOf(of, name, context);
  switch (member.kind) {
    case "field":
      return member.type;
    case "method":
      return functionOf(member.method);
    case "bound":
      return substitute(functionOf(member.member), new Map([[member.interface.self, of]]));
    default:
      return builtinType(member.name);
  }
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
