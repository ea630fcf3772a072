// Whether a method mentions `self`: then it is an instance method (chapter 2.11.3).

import type { NodeOf } from "../../ir/framework/language.ts";
import { traverse } from "../../ir/framework/rewrite.ts";
import { KnownTypes, type KnownTypesGrammar } from "../../ir/resolved.ts";

interface Found {
  self: boolean;
}

const search = traverse<KnownTypesGrammar, Found>(KnownTypes, {
  Expr: {
    Name: ({ name }, _, found) => {
      if (name === "self") found.self = true;
    },
  },
});

/** Whether the name `self` stands anywhere in this body. */
export const mentionsSelf = (body: NodeOf<KnownTypesGrammar, "Block">): boolean => {
  const found: Found = { self: false };
  search.Block(body, found);
  return found.self;
};
