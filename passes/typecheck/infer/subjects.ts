// The subjects of patterns: which variants, structs and domains a type has.

import type { FormOf, NodeOf } from "../../../ir/framework/language.ts";
import type { ResolvedGrammar } from "../../../ir/resolved.ts";
import { DIAGNOSED, domainsOf, plain, type Type, UNKNOWN } from "../../../ir/types.ts";
import { isUnknown, unknownFrom } from "../../compatibility.ts";
import { type Context, type Pattern, placeOf } from "./context.ts";

export type SourcePatternNode = NodeOf<ResolvedGrammar, "Pattern">;
export type SourcePattern<K extends keyof ResolvedGrammar["Pattern"]> = FormOf<ResolvedGrammar, "Pattern", K>;

/** The type of the subject without refinement; a pattern always has a subject. */
export const subjectOf = (context: Context): Type => plain(context.expected ?? UNKNOWN);

/** The context of a sub-pattern against a part of the subject. */
export const partOf = (context: Context, type: Type): Context => placeOf(context, type);

/** The type of what a pattern takes for a part of the subject, where the type of the subject has no such part. */
export const missingPart = (context: Context): Type => {
  const subject = subjectOf(context);
  return isUnknown(subject) ? unknownFrom(subject) : DIAGNOSED;
};

/** Stands for a pattern that was diagnosed, too: it takes anything. */
export const anything = (at: number): Pattern => ({ kind: "Wildcard", at });

export interface FoundVariant {
  readonly enum: string;
  readonly payload: readonly Type[];
}

/** The variant of an enum, or of the only domain of a union that has it. */
export const variantIn = (
  subject: Type,
  name: string,
  context: Context,
): FoundVariant | "ambiguous" | null => {
  const found = enumsIn(subject).flatMap(({ id }) => {
    const payload = context.body.checker.declarations.enums.get(id)?.variants.get(name);
    return payload ? [{ enum: id, payload }] : [];
  });
  return found.length > 1 ? "ambiguous" : (found[0] ?? null);
};

/** A declared type. */
interface Nominal {
  readonly id: string;
  readonly name: string;
}

/** The enum itself, or the enums among the domains of a union. */
export const enumsIn = (subject: Type): readonly Nominal[] =>
  domainsOf(subject).flatMap((type) => (type.kind === "Enum" ? [type] : []));

/** The struct or config itself, or the structs among the domains of a union. */
export const structsIn = (subject: Type): readonly Nominal[] =>
  domainsOf(subject).flatMap((type) => (type.kind === "Struct" || type.kind === "Config" ? [type] : []));
