// What a `return` means in the body of an app or test, which has no result (03, 10.2 and section 18).

import type { NodeOf } from "../../ir/framework/language.ts";
import type { LiftedGrammar } from "../../ir/mono.ts";
import { NEVER, plain, STRING } from "../../ir/types.ts";

type Block = NodeOf<LiftedGrammar, "Block">;
type Stmt = NodeOf<LiftedGrammar, "Stmt">;
type Expr = NodeOf<LiftedGrammar, "Expr">;

/**
 * The body with plain `return`s: a value returned is evaluated before, and raised if it is an `Err`. `endsTest` is
 * what stands for a `return` that was written in a test; null keeps it.
 */
export const entryBody = (body: Block, endsTest: Stmt | null): Block => block(body, endsTest, true);

const block = (node: Block, endsTest: Stmt | null, tail: boolean): Block => {
  const last = node.statements.length - 1;
  const statements = node.statements.flatMap((each, i) => statement(each, endsTest, tail && i === last));
  return { ...node, statements };
};

const statement = (node: Stmt, endsTest: Stmt | null, tail: boolean): readonly Stmt[] => {
  switch (node.kind) {
    case "Return":
      return returned(node, endsTest, tail);
    case "If": {
      const branches = node.branches.map((each) => ({ ...each, body: block(each.body, endsTest, tail) }));
      return [{ ...node, branches, otherwise: node.otherwise && block(node.otherwise, endsTest, tail) }];
    }
    case "Match": {
      const cases = node.cases.map((each) => ({
        ...each,
        // the block of an arrow is its value, and the arrow is a `return`
        body: block(each.body, endsTest, tail && each.body.at !== each.body.statements[0]?.at),
      }));
      return [{ ...node, cases }];
    }
    case "For":
    case "While":
      return [{ ...node, body: block(node.body, endsTest, false) }];
    default:
      return [node];
  }
};

type Return = Extract<Stmt, { kind: "Return" }>;

const returned = (node: Return, endsTest: Stmt | null, tail: boolean): readonly Stmt[] => {
  const { at, value } = node;
  const before: readonly Stmt[] = value === null ? [] : [{ kind: "Do", at, value: withoutErr(value) }];
  if (tail && value !== null && value.at === at) return before;
  return [...before, endsTest ?? { kind: "Return", at, value: null }];
};

/** A value that may be an `Err` raises its error. */
const withoutErr = (value: Expr): Expr => {
  const type = plain(value.type);
  if (type.kind !== "Result" && type.kind !== "Unknown") return value;
  const content = type.kind === "Result" ? type.ok : type;
  return { kind: "Bang", at: value.at, type: content, value, error: null };
};

/** A `return` in a test is a failure (the message is normative), by a built-in that no program can name. */
export const testReturn: Stmt = {
  kind: "Do",
  at: 0,
  value: {
    kind: "CallBuiltin",
    at: 0,
    type: NEVER,
    name: "fail",
    args: ["runtime_error", "return not allowed in test"].map((value) => ({
      kind: "Text",
      at: 0,
      type: STRING,
      value,
    })),
  },
};
