// lower-html-calls: calls of tags become elements, attributes and children of components arguments (1.8, rows 6 and 7).

import { right } from "fp-ts/These";
import type { FormOf, NodeOf } from "../../ir/framework/language.ts";
import { pass } from "../../ir/framework/pass.ts";
import { mapKept, type Recur, rewrite } from "../../ir/framework/rewrite.ts";
import { cover } from "../../ir/framework/span.ts";
import type { Ident } from "../../ir/leaves.ts";
import { KnownNames, type KnownNamesGrammar, PlainHtml, type PlainHtmlGrammar } from "../../ir/resolved.ts";
import { attributeName, type Components, componentCalled, componentsOf } from "./html-components.ts";

type Call = FormOf<KnownNamesGrammar, "Expr", "Call">;
type To = Recur<KnownNamesGrammar, PlainHtmlGrammar, Components>;
type Expr = NodeOf<PlainHtmlGrammar, "Expr">;
type Arg = NodeOf<PlainHtmlGrammar, "Arg">;
type Named = Arg & { readonly name: Ident };

const isNamed = (arg: Arg): arg is Named => arg.name !== null;

/** The map without entries that a block puts in front of its children where there are no arguments. */
const isFiller = ({ fromBlock, value }: Arg): boolean => fromBlock && value.kind === "Map";

const attributesOf = (args: readonly Named[]): Expr => ({
  kind: "Attributes",
  at: cover(args[0]!.at, args.at(-1)!.at),
  attributes: args.map(({ at, name, value }) => ({
    kind: "Attribute",
    at,
    name: { name: attributeName(name), at: name.at },
    value,
  })),
});

/** The items of a list literal are children one by one. */
const childrenOf = (value: Expr): Expr =>
  value.kind === "List" ? { kind: "Children", at: value.at, items: value.items } : value;

/** What `check-html` has objected to stays a call, of nothing that is known. */
const element = (n: Call, tag: string, args: readonly Arg[]): Expr => {
  const named = args.filter(isNamed);
  const [first, second, ...others] = args.filter((arg) => !isNamed(arg));
  const attributes = named.length > 0 ? attributesOf(named) : first && !isFiller(first) ? first.value : null;
  const children = named.length > 0 ? first : second;
  const tooMany = named.length > 0 ? second !== undefined || first?.fromBlock === false : others.length > 0;
  if (tooMany) {
    return { kind: "Call", at: n.at, callee: { kind: "Error", at: n.callee.at }, typeArgs: [], args };
  }
  return {
    kind: "Element",
    at: n.at,
    tag,
    attributes,
    children: children ? childrenOf(children.value) : null,
  };
};

/** The attributes stand where the first of them does. */
const componentArgs = (args: readonly Arg[], params: readonly string[]): readonly Arg[] => {
  const attributes = args.filter(isNamed).filter(({ name }) => !params.includes(name.name));
  return args.flatMap((arg, i): readonly Arg[] => {
    const { at, fromBlock, value } = arg;
    if (isFiller(arg)) return [];
    if (fromBlock) return [{ ...arg, name: { name: "children", at }, value: childrenOf(value) }];
    if (!isNamed(arg)) return [i === params.length - 1 ? { ...arg, value: childrenOf(value) } : arg];
    if (params.includes(arg.name.name)) return [arg];
    if (arg !== attributes[0]) return [];
    return [{ ...arg, name: { name: "attrs", at: arg.name.at }, value: attributesOf(attributes) }];
  });
};

/** What a block gives a function: the filler, the children. */
const functionArg = (arg: Arg): Arg => (arg.fromBlock ? { ...arg, value: childrenOf(arg.value) } : arg);

const body = rewrite<KnownNamesGrammar, PlainHtmlGrammar, Components>(KnownNames, PlainHtml, {
  Expr: {
    /** Only a callee is the name of a tag, and the call does not ask for it. */
    TagName: ({ at }) => ({ kind: "Error", at }),
    Call: (n, to: To, components) => {
      const written = mapKept(n.args, to.Arg, components);
      if (n.callee.kind === "TagName") return element(n, n.callee.tag, written);
      const callee = to.Expr(n.callee, components);
      const params = componentCalled(n.callee, components);
      const args = params ? componentArgs(written, params) : mapKept(written, functionArg, undefined);
      const typeArgs = mapKept(n.typeArgs, to.Type, components);
      return callee === n.callee && typeArgs === n.typeArgs && args === n.args
        ? (n as FormOf<PlainHtmlGrammar, "Expr", "Call">)
        : { kind: "Call", at: n.at, callee, typeArgs, args };
    },
  },
});

export const lowerHtmlCalls = pass({
  name: "lower-html-calls",
  purpose: "Turns calls of tags into elements, attributes of components into arguments.",
  from: KnownNames,
  to: PlainHtml,
  run: (program) => right(body.Program(program, componentsOf(program.interfaces))),
});
