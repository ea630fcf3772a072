// Builders of nodes whose making is more than writing them down.

import type { NodeOf } from "../../../ir/framework/language.ts";
import { cover } from "../../../ir/framework/span.ts";
import type { Ident } from "../../../ir/leaves.ts";
import type { SurfaceGrammar } from "../../../ir/surface.ts";
import { kindOf } from "../../../ir/tokens.ts";

export type Expr = NodeOf<SurfaceGrammar, "Expr">;
type Child = NodeOf<SurfaceGrammar, "Child">;
type Pattern = NodeOf<SurfaceGrammar, "Pattern">;
type FieldPattern = NodeOf<SurfaceGrammar, "FieldPattern">;
type Type = NodeOf<SurfaceGrammar, "Type">;
type ReportAt = (at: number, message: string) => void;

/** A dotted name is one name. */
export const joinNames = (first: Ident, rest: readonly Ident[]): Ident => ({
  name: [first, ...rest].map(({ name }) => name).join("."),
  at: cover(first.at, rest.at(-1)!.at),
});

interface Sign {
  readonly operator: string;
  readonly at: number;
}

/** This literal stands only directly behind a prefix minus, with which it is the least Int. */
const TOO_GREAT = 2n ** 63n;

/** Puts a prefix operator before an operand. */
export const prefix = ({ operator, at: start }: Sign, operand: Expr): Expr => {
  const at = cover(start, operand.at);
  const op = kindOf(operator);
  if (operand.kind === "Int" && operand.value === TOO_GREAT) return { kind: "Int", at, value: -TOO_GREAT };
  if (op === "await") return { kind: "Await", at, operand };
  if (op === "box") return { kind: "Box", at, operand };
  return { kind: "Unary", at, op: op === "!" ? "!" : "-", operand };
};

/** A node under construction: what stands before the suffix is still to come. */
type Suffix =
  | { kind: "Call"; at: number; callee: Expr | null }
  | { kind: "Bang"; at: number; value: Expr | null; error: Expr | null }
  | { kind: "Member" | "OptionalMember" | "Index" | "OptionalIndex"; at: number; base: Expr | null };

/** Puts suffixes behind an expression, by completing their nodes from the left. */
export const postfix = (first: Expr, suffixes: readonly Suffix[]): Expr => {
  let result = first;
  for (const suffix of suffixes) {
    const withoutOperand = suffix.kind === "Bang" && suffix.error === null;
    suffix.at = withoutOperand ? result.at : cover(result.at, suffix.at);
    if (suffix.kind === "Call") suffix.callee = result;
    else if (suffix.kind === "Bang") suffix.value = result;
    else suffix.base = result;
    result = suffix as Expr;
  }
  return result;
};

/** `?` and `!` behind a type, one token or two in one. */
interface TypeSuffix {
  readonly optional: number | null;
  readonly twice: boolean;
  readonly result: { readonly at: number; readonly error: Type | null } | null;
}

export const suffixType = (inner: Type, { optional, twice, result }: TypeSuffix): Type => {
  let type = inner;
  for (let times = optional === null ? 0 : twice ? 2 : 1; times > 0; times--) {
    type = { kind: "OptionalType", at: cover(type.at, optional!), inner: type };
  }
  return result ? { kind: "ResultType", at: cover(type.at, result.at), ok: type, error: result.error } : type;
};

/** `Name(…)`: with positional patterns a variant, with named ones a struct. */
export const argumentPattern = (
  at: number,
  name: string,
  args: readonly (Pattern | FieldPattern)[],
  report: ReportAt,
): Pattern => {
  const fields = args.filter((arg) => arg.kind === "FieldPattern");
  if (fields.length === 0) return { kind: "VariantPattern", at, name, args: args as readonly Pattern[] };
  if (fields.length < args.length) report(at, "cannot mix positional and named patterns");
  return { kind: "StructPattern", at, name, fields };
};

/** An expression with an HTML block behind it; only a call may have one. */
export const htmlCall = (call: Expr, children: readonly Child[], report: ReportAt): Expr => {
  if (call.kind !== "Call") report(call.at, "html block form requires a function call");
  return { kind: "HtmlCall", at: cover(call.at, (children.at(-1) ?? call).at), call, children };
};
