// lower-components: a component becomes a function with the parameters `attrs` and `children` (chapter 1.8, row 8).

import { right } from "fp-ts/These";
import { Core, type CoreGrammar } from "../../ir/core.ts";
import type { NodeOf } from "../../ir/framework/language.ts";
import { pass } from "../../ir/framework/pass.ts";
import { rewrite } from "../../ir/framework/rewrite.ts";
import { PlainComponents, type PlainComponentsGrammar } from "../../ir/resolved.ts";

type Type = NodeOf<CoreGrammar, "Type">;
type Expr = NodeOf<CoreGrammar, "Expr">;

const named = (name: string, at: number): Type => ({ kind: "NamedType", at, name });
const generic = (name: string, args: readonly Type[], at: number): Type => ({
  kind: "GenericType",
  at,
  name,
  args,
});
const param = (name: string, type: Type, value: Expr, at: number): NodeOf<CoreGrammar, "Param"> => ({
  kind: "Param",
  at,
  name: { name, at },
  type,
  default: value,
});

const attrs = (at: number) =>
  param(
    "attrs",
    generic("Map", [named("String", at), named("String", at)], at),
    { kind: "Map", at, entries: [] },
    at,
  );
const children = (at: number) =>
  param("children", generic("List", [named("Html", at)], at), { kind: "List", at, items: [] }, at);

const body = rewrite<CoreGrammar, PlainComponentsGrammar>(Core, PlainComponents, {
  Item: {
    Component: (n) => {
      const { at } = n.name;
      const { id, name, typeParams, doc, where, body: block } = n;
      const params = [...n.params, attrs(at), children(at)];
      const result = named("Html", at);
      const fn = {
        kind: "Fn" as const,
        at: n.at,
        id,
        name,
        typeParams,
        doc,
        params,
        result,
        where,
        body: block,
      };
      return { kind: "Component", at: n.at, fn };
    },
  },
});

export const lowerComponents = pass({
  name: "lower-components",
  purpose: "Replaces each component by the function that it is.",
  from: Core,
  to: PlainComponents,
  run: (program) => right(body.Program(program)),
});
