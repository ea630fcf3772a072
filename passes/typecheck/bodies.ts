// The bodies of a program, and the blocks in statements: for checks that do not look into expressions.

import type { NodeOf } from "../../ir/framework/language.ts";
import { traverse } from "../../ir/framework/rewrite.ts";
import { Inferred, type InferredGrammar } from "../../ir/typed.ts";
import type { Type } from "../../ir/types.ts";
import { withKeyword } from "./keywords.ts";

type Program = NodeOf<InferredGrammar, "Program">;
type Item = NodeOf<InferredGrammar, "Item">;
type Block = NodeOf<InferredGrammar, "Block">;
type Stmt = NodeOf<InferredGrammar, "Stmt">;
type Fn = NodeOf<InferredGrammar, "Fn">;
type Route = NodeOf<InferredGrammar, "Route">;

/** What a body has to give, as messages call what it is the body of; `at` is where they point. */
export interface Owner {
  readonly kind: "function" | "component" | "route";
  readonly name: string;
  readonly at: number;
  readonly result: Type;
}

/** A body and its file; `owner` is null for an entry (app, test, migration), which has no result. */
export interface ProgramBody {
  readonly path: string;
  readonly owner: Owner | null;
  readonly block: Block;
}

/** The bodies of all items, in order: functions, methods, components, routes and entries. */
export const bodiesOf = (program: Program): readonly ProgramBody[] =>
  program.modules.flatMap(({ path, items }) => items.flatMap((item) => bodiesIn(item, path)));

const bodiesIn = (item: Item, path: string): readonly ProgramBody[] => {
  switch (item.kind) {
    case "Function":
      return [{ path, owner: ownerOf(item.fn, "function"), block: item.fn.body }];
    case "Component":
      return [{ path, owner: ownerOf(item.fn, "component"), block: item.fn.body }];
    case "Impl":
      return item.methods.map((fn) => ({ path, owner: ownerOf(fn, "function"), block: fn.body }));
    case "Service":
      return item.routes.map((route) => ({ path, owner: ownerOfRoute(route), block: route.body }));
    case "App":
    case "Test":
    case "Migration":
      return [{ path, owner: null, block: item.body }];
    default:
      return [];
  }
};

const ownerOf = ({ name, result }: Fn, kind: Owner["kind"]): Owner => ({
  kind,
  name: name.name,
  at: name.at,
  result,
});

const ownerOfRoute = ({ at, verb, path, result }: Route): Owner => ({
  kind: "route",
  name: `${verb} "${path.name}"`,
  at,
  result,
});

/** The blocks of all `spawn`s of a program, nested ones too. */
export const taskBlocksOf = (
  program: Program,
): readonly { readonly path: string; readonly block: Block }[] => {
  const found: { readonly path: string; readonly block: Block }[] = [];
  for (const { path, items } of withKeyword(program, "spawn").modules) {
    for (const item of items) taskBlocks.Item(item, { note: (block) => found.push({ path, block }) });
  }
  return found;
};

const taskBlocks = traverse<InferredGrammar, { readonly note: (block: Block) => void }>(Inferred, {
  Expr: {
    Spawn: (n, to, context) => {
      context.note(n.body);
      to.Block(n.body, context);
    },
  },
});

/** The blocks that a statement has. */
export const innerBlocks = (statement: Stmt): readonly Block[] => {
  switch (statement.kind) {
    case "If": {
      const blocks = statement.branches.map(({ body }) => body);
      return statement.otherwise ? [...blocks, statement.otherwise] : blocks;
    }
    case "Match":
      return statement.cases.map(({ body }) => body);
    case "For":
    case "While":
    case "Transaction":
      return [statement.body];
    default:
      return [];
  }
};
