// check-html: what can be wrong with a call of a tag or component whatever its types are (chapters 2.13 and 04, 10.4-11).

import type { FormOf, NodeOf } from "../../ir/framework/language.ts";
import { pass } from "../../ir/framework/pass.ts";
import { traverse } from "../../ir/framework/rewrite.ts";
import { voidTags } from "../../ir/html-tags.ts";
import type { Ident } from "../../ir/leaves.ts";
import { KnownNames, type KnownNamesGrammar } from "../../ir/resolved.ts";
import { nearest } from "../suggest.ts";
import { ariaAttributes, isUnknownAria, wrongAriaValue } from "./html-aria.ts";
import { attributeName, type Components, componentCalled, componentsOf } from "./html-components.ts";
import { type Report, throughModules } from "./modules.ts";

type Call = FormOf<KnownNamesGrammar, "Expr", "Call">;
type Arg = NodeOf<KnownNamesGrammar, "Arg">;
type Attribute = Arg & { readonly name: Ident };

interface Context {
  readonly components: Components;
  readonly report: Report;
}

const isNamed = (arg: Arg): arg is Attribute => arg.name !== null;
const isGiven = (arg: Arg): boolean => !isNamed(arg) && !arg.fromBlock;

// ---- Attributes

const problemWith = (attribute: string, value: NodeOf<KnownNamesGrammar, "Expr">): string | null => {
  if (attribute === "aria-role") return 'there is no attribute "aria-role"; write role=…';
  if (isUnknownAria(attribute)) {
    const similar = nearest(attribute, ariaAttributes);
    const hint = similar === undefined ? "" : `; did you mean "${similar.replaceAll("-", "_")}"?`;
    return `unknown attribute "${attribute}"${hint}`;
  }
  return value.kind === "Text" ? wrongAriaValue(attribute, value.value) : null;
};

const checkAttributes = (attributes: readonly Attribute[], report: Report): void => {
  const seen = new Set<string>();
  for (const { name, value } of attributes) {
    const attribute = attributeName(name);
    const problem = seen.has(attribute)
      ? `duplicate attribute "${attribute}"`
      : problemWith(attribute, value);
    if (problem !== null) report(name.at, problem);
    seen.add(attribute);
  }
};

// ---- Calls

/** The first child that a block gives. */
const childOf = ({ args }: Call): number | null => {
  const children = args.find(({ fromBlock, value }) => fromBlock && value.kind === "List")?.value;
  return children?.kind === "List" && children.items.length > 0 ? children.items[0]!.at : null;
};

const checkTag = (call: Call, tag: string, report: Report): void => {
  const given = call.args.filter(isGiven).length;
  const named = call.args.filter(isNamed);
  const isVoid = voidTags.has(tag);
  const child = childOf(call);
  checkAttributes(named, report);
  if (call.typeArgs.length > 0)
    report(call.at, `${tag}() takes no type arguments`, "FUSE_GENERIC_CALL_TYPE_ARG");
  if (given > 0 && named.length > 0) {
    report(call.at, `${tag}() takes either attributes or a map of them, not both`);
  } else if (isVoid && child !== null) {
    report(child, `<${tag}> is a void element: it has no children`);
  } else if (given > (isVoid ? 1 : 2)) {
    const takes = isVoid ? "a map of attributes" : "a map of attributes and a list of children";
    report(call.at, `${tag}() takes ${takes}, found ${given} arguments`);
  }
};

const checkComponent = (call: Call, params: readonly string[], report: Report): void => {
  checkAttributes(
    call.args.filter(isNamed).filter(({ name }) => !params.includes(name.name)),
    report,
  );
  const given = call.args.filter(isGiven).length;
  const mixed = given > 0 && call.args.some(isNamed);
  if (call.args.some(({ fromBlock }) => fromBlock) && (given > 1 || mixed)) {
    report(call.at, "a call with a block takes named arguments, or at most one that is not");
  }
};

const visit = traverse<KnownNamesGrammar, Context>(KnownNames, {
  Expr: {
    Call: (call, to, context) => {
      const { callee } = call;
      const params = componentCalled(callee, context.components);
      if (callee.kind === "TagName") checkTag(call, callee.tag, context.report);
      else if (params) checkComponent(call, params, context.report);
      to.Expr(callee, context);
      for (const arg of call.args) to.Arg(arg, context);
    },
  },
});

export const checkHtml = pass({
  name: "check-html",
  purpose: "Checks how tags and components are called.",
  from: KnownNames,
  to: KnownNames,
  run: (program) => {
    const components = componentsOf(program.interfaces);
    return throughModules(program, (module, report) => {
      visit.Module(module, { components, report });
      return module;
    });
  },
});
