// Name resolution of patterns: which enum, struct or config is written in front, what a bare name binds (2.9.1).

import type { FormOf, NodeOf } from "../../ir/framework/language.ts";
import { mapKept } from "../../ir/framework/rewrite.ts";
import type { DescribedGrammar, KnownNamesGrammar } from "../../ir/resolved.ts";
import { declarationId } from "../../ir/symbols.ts";
import type { To } from "./names-of-declarations.ts";
import { declare, type Scope } from "./scopes.ts";
import { typeWritten } from "./value-names.ts";

type Pattern<K extends "NamePattern" | "VariantPattern" | "StructPattern"> = FormOf<
  DescribedGrammar,
  "Pattern",
  K
>;
type Out = NodeOf<KnownNamesGrammar, "Pattern">;

/**
 * The enum that is written in front of a variant, and the variant. A name that no enum has keeps an id of its own,
 * which differs from that of every subject.
 */
const variantOf = (
  written: string,
  scope: Scope,
): { readonly enum: string | null; readonly name: string } => {
  const dot = written.lastIndexOf(".");
  if (dot < 0) return { enum: null, name: written };
  const front = written.slice(0, dot);
  const type = typeWritten(front, scope);
  const id = type?.kind === "Enum" ? type.id : declarationId(scope.module.names.path, `${front} `);
  return { enum: id, name: written.slice(dot + 1) };
};

const structOf = (written: string, scope: Scope): string | null => {
  const type = typeWritten(written, scope);
  return type?.kind === "Struct" || type?.kind === "Config" ? type.id : null;
};

export const patterns = {
  NamePattern: (n: Pattern<"NamePattern">, _: To, scope: Scope): Out => {
    const variant = variantOf(n.name, scope);
    return variant.enum === null
      ? { kind: "BarePattern", at: n.at, name: n.name, local: declare(scope, n.name, "pattern", true) }
      : { kind: "VariantPattern", at: n.at, enum: variant.enum, name: variant.name, args: [] };
  },
  VariantPattern: (n: Pattern<"VariantPattern">, to: To, scope: Scope): Out => {
    const variant = variantOf(n.name, scope);
    const args = mapKept(n.args, to.Pattern, scope);
    return { kind: "VariantPattern", at: n.at, enum: variant.enum, name: variant.name, args };
  },
  StructPattern: (n: Pattern<"StructPattern">, to: To, scope: Scope): Out => ({
    kind: "StructPattern",
    at: n.at,
    struct: structOf(n.name, scope),
    name: n.name,
    fields: mapKept(n.fields, to.FieldPattern, scope),
  }),
};
