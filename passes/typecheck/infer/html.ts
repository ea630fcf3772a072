// Inference of HTML (chapters 2.13 and 04, 10.4): elements, attributes and children.

import type { NodeOf } from "../../../ir/framework/language.ts";
import type { ResolvedGrammar } from "../../../ir/resolved.ts";
import { HTML, list, map, option, plain, STRING, type Type } from "../../../ir/types.ts";
import { fits, isUnknown } from "../../compatibility.ts";
import {
  type Context,
  type Expr,
  type InferenceOf,
  placeOf,
  report,
  type SourceExpr,
  type To,
} from "./context.ts";
import { wholePattern } from "./patterns.ts";
import { article, enter } from "./places.ts";
import { conditionOf, itemOf } from "./statements.ts";

const NODES = list(HTML);
const TEXTS = map(STRING, STRING);
/** A null leaves an attribute out. */
const ATTRIBUTE = option(STRING);
const GIVEN_ATTRIBUTES = map(STRING, ATTRIBUTE);

export const html: InferenceOf<
  "Expr",
  "Element" | "Attributes" | "Children" | "HtmlText" | "HtmlIf" | "HtmlFor"
> = {
  Element: (n, to, context) => ({
    kind: "Element",
    at: n.at,
    type: HTML,
    tag: n.tag,
    attributes: n.attributes && attributesOf(n.attributes, to, context),
    children: n.children && childrenOf(n.children, to, context),
  }),
  Attributes: (n, to, context) => ({
    kind: "Attributes",
    at: n.at,
    type: TEXTS,
    attributes: n.attributes.map((each) => to.Attribute(each, context)),
  }),
  Children: (n, to, context) => ({
    kind: "Children",
    at: n.at,
    type: NODES,
    items: n.items.map((item) => childOf(item, to, context)),
  }),
  HtmlText: (n, to, context) => ({
    kind: "HtmlText",
    at: n.at,
    type: HTML,
    text: to.Expr(n.text, context.operand),
  }),
  HtmlIf: (n, to, context) => ({
    kind: "HtmlIf",
    at: n.at,
    type: NODES,
    branches: n.branches.map((branch) => to.HtmlBranch(branch, context.operand)),
    otherwise: n.otherwise.map((item) => childOf(item, to, context)),
  }),
  HtmlFor: (n, to, context) => {
    const iterable = to.Expr(n.iterable, context.operand);
    return {
      kind: "HtmlFor",
      at: n.at,
      type: NODES,
      pattern: wholePattern(n.pattern, to, placeOf(context, itemOf(iterable, context))),
      iterable,
      children: n.children.map((item) => childOf(item, to, context)),
    };
  },
};

export const attributes: InferenceOf<"Attribute", "Attribute"> = {
  Attribute: (n, to, context) => {
    const place = { type: ATTRIBUTE, what: `the attribute "${n.name.name}"`, at: n.name.at };
    return { kind: "Attribute", at: n.at, name: n.name, value: enter(n.value, to, context, place) };
  },
};

export const branches: InferenceOf<"HtmlBranch", "HtmlBranch"> = {
  HtmlBranch: (n, to, context) => ({
    kind: "HtmlBranch",
    at: n.at,
    condition: conditionOf(n.condition, to, context),
    children: n.children.map((item) => childOf(item, to, context)),
  }),
};

const attributesOf = (source: SourceExpr, to: To, context: Context): Expr =>
  source.kind === "Attributes"
    ? to.Expr(source, context.operand)
    : enter(source, to, context, { type: GIVEN_ATTRIBUTES, what: "the attributes" });

/** Children given as an argument: those of a list literal one by one, else a list of them. */
const childrenOf = (source: SourceExpr, to: To, context: Context): Expr => {
  if (source.kind === "List") return listedOf(source, to, context);
  const children = to.Expr(source, context.operand);
  const type = plain(children.type);
  if (!isUnknown(type) && !(type.kind === "List" && isChild(type))) {
    report(
      context,
      children.at,
      `the children must be a list of Html or String, but this is ${article(type)}`,
    );
  }
  return children;
};

const listedOf = ({ at, items }: Extract<SourceExpr, { kind: "List" }>, to: To, context: Context): Expr => ({
  kind: "Children",
  at,
  type: NODES,
  items: items.map((item) => childOf(item, to, context)),
});

const childOf = (source: NodeOf<ResolvedGrammar, "Expr">, to: To, context: Context): Expr => {
  if (source.kind === "List") return listedOf(source, to, context);
  const child = to.Expr(source, context.operand);
  if (!isChild(child.type)) {
    report(
      context,
      child.at,
      `a child must be Html, a String, or a list of these, but this is ${article(child.type)}${advice(child.type)}`,
    );
  }
  return child;
};

const isChild = (type: Type): boolean => {
  const content = type.kind === "Box" ? type.content : type;
  return fits(content, HTML) || fits(content, STRING) || (content.kind === "List" && isChild(content.item));
};

const advice = (type: Type): string => {
  switch (plain(type).kind) {
    case "Option":
      return '; write an "if" around it, or give something for null with "??"';
    case "Result":
      return '; take the value out with "?!", or match "Ok" and "Err"';
    default:
      return '; write "${…}" around it to get its text';
  }
};
