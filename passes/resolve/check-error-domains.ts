// check-error-domains: the errors of functions and routes are declared types (chapter 2.3, error domains of boundaries).

import type { NodeOf } from "../../ir/framework/language.ts";
import { pass } from "../../ir/framework/pass.ts";
import { Described, type DescribedGrammar } from "../../ir/resolved.ts";
import { domainsOf, ERROR, type Type } from "../../ir/types.ts";
import { throughModules } from "./modules.ts";

type Item = NodeOf<DescribedGrammar, "Item">;

const domainKinds: ReadonlySet<string> = new Set(["Struct", "Enum", "HttpError", "Unknown"]);

const faultOf = (result: Type): string | null => {
  if (result.kind !== "Result") return null;
  const bad = domainsOf(result.error).find(({ kind }) => !domainKinds.has(kind));
  if (!bad) return null;
  return bad === ERROR
    ? "cannot use the catch-all Error as error domain: name a declared type or enum"
    : `${bad.text} is no error domain: name a declared type or enum`;
};

/** The declared results of an item: a boundary each. */
const resultsOf = (item: Item): readonly (NodeOf<DescribedGrammar, "Type"> | null)[] => {
  switch (item.kind) {
    case "Function":
      return [item.fn.result];
    case "Impl":
      return item.methods.map(({ result }) => result);
    case "Interface":
      return item.members.map(({ result }) => result);
    case "Service":
      return item.routes.map(({ result }) => result);
    default:
      return [];
  }
};

export const checkErrorDomains = pass({
  name: "check-error-domains",
  purpose: "Reports functions whose errors are not of declared types.",
  from: Described,
  to: Described,
  run: (program) =>
    throughModules(program, (module, report) => {
      for (const result of module.items.flatMap(resultsOf)) {
        const fault = result && faultOf(result.type);
        if (result && fault !== null) report(result.at, fault);
      }
      return module;
    }),
});
