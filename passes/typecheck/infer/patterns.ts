// Inference of literals and bare names in patterns (chapter 2.9.1): the type of the subject tells variants from bindings.

import { DIAGNOSED, plain, type Type, UNKNOWN } from "../../../ir/types.ts";
import { isUnknown, unboxed } from "../../compatibility.ts";
import { type Context, type Expr, type InferenceOf, type Pattern, report, type To } from "./context.ts";
import { article, judge } from "./places.ts";
import {
  anything,
  missingPart,
  type SourcePattern,
  type SourcePatternNode,
  subjectOf,
  variantIn,
} from "./subjects.ts";

export const simplePatterns: InferenceOf<"Pattern", "Wildcard" | "LiteralPattern" | "BarePattern"> = {
  Wildcard: (n) => anything(n.at),
  LiteralPattern: (n, to, context) => {
    const literal = to.Expr(n.literal, context.operand);
    const place = context.expected ?? UNKNOWN;
    if (judge(literal, place) === "fits") return literalPattern(literal, n.at, subjectOf(context));
    report(
      context,
      n.at,
      `this pattern is ${article(literal.type)}, but the matched value is ${article(place)}`,
    );
    return anything(n.at);
  },
  BarePattern: (n, _, context) => barePattern(n, subjectOf(context), context),
};

/** A literal stands for the content of an option or result. */
const literalPattern = (literal: Expr, at: number, subject: Type): Pattern => {
  if (literal.kind === "Null" && (subject.kind === "Option" || isUnknown(subject))) {
    return { kind: "NonePattern", at };
  }
  if (subject.kind === "Option") {
    return { kind: "SomePattern", at, inner: literalPattern(literal, at, plain(subject.inner)) };
  }
  if (subject.kind === "Result") {
    return { kind: "OkPattern", at, inner: literalPattern(literal, at, plain(subject.ok)) };
  }
  return { kind: "LiteralPattern", at, literal };
};

/** A pattern with all its parts, in which no name may be bound twice. */
export const wholePattern = (source: SourcePatternNode, to: To, context: Context): Pattern => {
  const pattern = to.Pattern(source, context);
  const seen = new Set<string>();
  for (const { at, local } of bindingsOf(pattern)) {
    if (seen.has(local.name))
      report(context, at, `duplicate binding "${local.name}": the pattern binds it already`);
    seen.add(local.name);
  }
  return pattern;
};

type Binding = Extract<Pattern, { readonly kind: "BindPattern" | "DynamicBarePattern" }>;

const bindingsOf = (pattern: Pattern): readonly Binding[] => {
  switch (pattern.kind) {
    case "BindPattern":
    case "DynamicBarePattern":
      return [pattern];
    case "SomePattern":
    case "OkPattern":
    case "ErrPattern":
      return bindingsOf(pattern.inner);
    case "VariantPattern":
    case "DynamicVariantPattern":
      return pattern.args.flatMap(bindingsOf);
    case "StructPattern":
      return pattern.fields.flatMap((field) => bindingsOf(field.pattern));
    default:
      return [];
  }
};

type Bare = SourcePattern<"BarePattern">;

const barePattern = (n: Bare, subject: Type, context: Context): Pattern => {
  if (isUnknown(subject)) return dynamicPattern(n, context);
  const found = variantIn(subject, n.name, context);
  if (found === "ambiguous") {
    return failedPattern(
      n,
      `several error domains have a variant "${n.name}"; write its enum in front (Enum.${n.name})`,
      context,
    );
  }
  if (found) {
    if (found.payload.length > 0) {
      const holes = found.payload.map(() => "_").join(", ");
      return failedPattern(n, `the variant ${n.name} has a payload; write ${n.name}(${holes})`, context);
    }
    context.body.variants.add(n.local.id);
    return { kind: "VariantPattern", at: n.at, enum: found.enum, variant: n.name, args: [] };
  }
  if (subject.kind === "Option") return optionPattern(n, plain(subject.inner), context);
  if (subject.kind === "Result" && (n.name === "Ok" || n.name === "Err")) {
    return failedPattern(n, `${n.name} needs one pattern; write ${n.name}(_)`, context);
  }
  return binding(n, context);
};

const optionPattern = (n: Bare, content: Type, context: Context): Pattern => {
  if (n.name === "None") {
    context.body.variants.add(n.local.id);
    return { kind: "NonePattern", at: n.at };
  }
  if (n.name === "Some") return failedPattern(n, "Some needs one pattern; write Some(_)", context);
  // a variant is told by its name through an option, too (03, 6)
  return variantIn(content, n.name, context)
    ? { kind: "SomePattern", at: n.at, inner: barePattern(n, content, context) }
    : binding(n, context);
};

const dynamicPattern = (n: Bare, context: Context): Pattern => {
  const { at, name, local } = n;
  if (name === "None" || name === "Some" || name === "Ok" || name === "Err") {
    context.body.variants.add(local.id);
    return name === "None"
      ? { kind: "NonePattern", at }
      : { kind: "DynamicVariantPattern", at, name, args: [] };
  }
  context.body.locals[local.id] = missingPart(context);
  return { kind: "DynamicBarePattern", at, name, local };
};

/** The subject as it is, without its box: a refined one keeps its type. */
const binding = (n: Bare, context: Context): Pattern => {
  const type = unboxed(context.expected ?? UNKNOWN);
  context.body.locals[n.local.id] = type;
  return { kind: "BindPattern", at: n.at, local: n.local, type };
};

const failedPattern = (n: Bare, message: string, context: Context): Pattern => {
  report(context, n.at, message);
  context.body.locals[n.local.id] = DIAGNOSED;
  return anything(n.at);
};
