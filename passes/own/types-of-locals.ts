// The types of the locals of a function.

import type { Local } from "../../ir/symbols.ts";
import type { Type } from "../../ir/types.ts";
import { type BareBlock, type Block, eachStatement } from "./nodes.ts";

interface AnyFn {
  readonly params: readonly { readonly local: Local; readonly type: Type }[];
  readonly body: BareBlock | Block;
}

/** By the ids of the locals. */
export const typesOf = ({ params, body }: AnyFn): ReadonlyMap<number, Type> => {
  const types = new Map(params.map(({ local, type }) => [local.id, type]));
  eachStatement(body, (node) => {
    if (node.kind === "Let") types.set(node.local.id, node.type);
  });
  return types;
};
