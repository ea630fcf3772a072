// Refined types: reading the constraints of `Base(c, …)`, and what can be wrong with them (chapter 2.10).

import { chain, type Either, isLeft, left, right, tryCatch } from "fp-ts/Either";
import { RE2JS } from "re2js";
import type { FormOf, NodeOf } from "../../ir/framework/language.ts";
import { translateRegex } from "../../ir/regex.ts";
import type { PlainComponentsGrammar } from "../../ir/resolved.ts";
import { type Constraint, DIAGNOSED, type Type } from "../../ir/types.ts";
import type { ModuleNames } from "../module-names.ts";
import { checkPredicate, type Predicates } from "./predicates.ts";
import type { RefinedType } from "./type-expressions.ts";

type Expr = NodeOf<PlainComponentsGrammar, "Expr">;
type SignatureOf = Predicates["signatureOf"];
type Bound = bigint | number;

/** What is wrong, and where. */
export interface Problem {
  readonly at: number;
  readonly message: string;
}

/** A constraint whose form is right: its parts, not yet looked at. */
type Shape =
  | { readonly kind: "Range"; readonly at: number; readonly low: Bound; readonly high: Bound }
  | { readonly kind: "Regex" | "Predicate"; readonly at: number; readonly argument: Expr };

const FORMS = `a constraint is a range "lo..hi", regex("…") or predicate(name)`;
const problem = (at: number, message: string): Problem => ({ at, message });

// ---- Forms ----------------------------------------------------------------------------------------------

const boundOf = (n: Expr): Bound | undefined => {
  if (n.kind === "Int" || n.kind === "Float") return n.value;
  if (n.kind !== "Unary" || n.op !== "-") return undefined;
  return n.operand.kind === "Int" || n.operand.kind === "Float" ? -n.operand.value : undefined;
};

const wholeBases: ReadonlySet<string> = new Set(["Int", "String", "Id", "Email", "Bytes"]);

const rangeOf = (base: string, at: number, first: Expr, last: Expr): Either<Problem, Shape> => {
  const low = boundOf(first);
  const high = boundOf(last);
  if (low === undefined) return left(problem(first.at, "the bounds of a range are number literals"));
  if (high === undefined) return left(problem(last.at, "the bounds of a range are number literals"));
  if (!wholeBases.has(base)) return right({ kind: "Range", at, low, high });
  if ([low, high].some((bound) => typeof bound === "number" && !Number.isInteger(bound)))
    return left(problem(at, `the bounds of a range for ${base} are whole numbers`));
  return right({ kind: "Range", at, low: BigInt(low), high: BigInt(high) });
};

const callOf = (n: FormOf<PlainComponentsGrammar, "Expr", "Call">): Either<Problem, Shape> => {
  if (n.callee.kind !== "Name") return left(problem(n.callee.at, FORMS));
  const { name } = n.callee;
  if (name !== "regex" && name !== "predicate")
    return left(problem(n.callee.at, `unknown constraint "${name}": ${FORMS}`));
  const [argument] = n.args;
  if (!argument || n.args.length > 1)
    return left(problem(n.at, `${name} takes one argument, found ${n.args.length}`));
  if (argument.name) return left(problem(n.at, `the argument of ${name} has no name`));
  return right({ kind: name === "regex" ? "Regex" : "Predicate", at: n.at, argument: argument.value });
};

const shapeOf = (base: string, n: Expr): Either<Problem, Shape> => {
  if (n.kind === "Binary" && n.op === "..") return rangeOf(base, n.at, n.left, n.right);
  return n.kind === "Call" ? callOf(n) : left(problem(n.at, FORMS));
};

const shapesOf = (n: RefinedType): Either<Problem, readonly Shape[]> => {
  const [first, second] = n.constraints;
  if (!first) return left(problem(n.at, `a refined type has at least one constraint: ${FORMS}`));
  if (second && n.constraints.length === 2 && boundOf(first) !== undefined && boundOf(second) !== undefined) {
    const range = rangeOf(n.name, first.at, first, second);
    return isLeft(range) ? range : right([range.right]);
  }
  const shapes: Shape[] = [];
  for (const each of n.constraints) {
    const shape = shapeOf(n.name, each);
    if (isLeft(shape)) return shape;
    shapes.push(shape.right);
  }
  return right(shapes);
};

// ---- Contents -------------------------------------------------------------------------------------------

const rangedKinds: ReadonlySet<string> = new Set(["Int", "Float", "String", "Id", "Email", "Bytes"]);
const textKinds: ReadonlySet<string> = new Set(["String", "Id", "Email"]);

/** An expression that RE2 accepts, or its message. */
const compiled = (source: string): Either<string, string> =>
  tryCatch(
    () => RE2JS.compile(source).pattern(),
    (thrown) =>
      thrown instanceof Error ? thrown.message.replace(/^error parsing regexp: /, "") : String(thrown),
  );

type Checked = { readonly problems: readonly Problem[]; readonly constraint?: Constraint };
const wrong = (at: number, message: string): Checked => ({ problems: [problem(at, message)] });
const fine = (constraint: Constraint): Checked => ({ problems: [], constraint });

const checkShape = (shape: Shape, base: Type, names: ModuleNames, signatureOf: SignatureOf): Checked => {
  switch (shape.kind) {
    case "Range": {
      const { at, low, high } = shape;
      if (!rangedKinds.has(base.kind)) return wrong(at, `${base.text} has no ranges`);
      return low > high
        ? wrong(at, `the lower bound ${low} is above the upper bound ${high}`)
        : fine({ kind: "Range", low, high });
    }
    case "Regex": {
      const { at, argument } = shape;
      if (!textKinds.has(base.kind)) return wrong(at, `regex is for texts, not for ${base.text}`);
      if (argument.kind !== "Text") return wrong(argument.at, "regex takes a plain string literal");
      const source = chain(compiled)(translateRegex(argument.value));
      return isLeft(source)
        ? wrong(argument.at, `invalid regular expression: ${source.left}`)
        : fine({ kind: "Regex", source: source.right });
    }
    case "Predicate": {
      const { argument } = shape;
      if (argument.kind !== "Name") return wrong(argument.at, "predicate takes the name of a function");
      const { id, faults } = checkPredicate(argument.name, base, names, signatureOf);
      return id === null || faults.length > 0
        ? { problems: faults.map((message) => problem(argument.at, message)) }
        : fine({ kind: "Predicate", function: id });
    }
  }
};

/**
 * The constraints in the order written, or all that is wrong with them. A wrong form hides the other problems; with a
 * base that was diagnosed only forms are looked at.
 */
export const readRefinement = (
  n: RefinedType,
  base: Type,
  names: ModuleNames,
  signatureOf: SignatureOf,
): Either<readonly Problem[], readonly Constraint[]> => {
  const shapes = shapesOf(n);
  if (isLeft(shapes)) return left([shapes.left]);
  if (base === DIAGNOSED) return right([]);
  const checked = shapes.right.map((shape) => checkShape(shape, base, names, signatureOf));
  const problems = checked.flatMap((each) => each.problems);
  return problems.length > 0
    ? left(problems)
    : right(checked.flatMap(({ constraint }) => (constraint ? [constraint] : [])));
};
