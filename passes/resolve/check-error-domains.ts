// check-error-domains: the errors of a function are declared types (chapter 2.3, error domains of boundaries).

import { pass } from "../../ir/framework/pass.ts";
import { KnownTypes } from "../../ir/resolved.ts";
import { ERROR, type Type } from "../../ir/types.ts";
import { throughModules } from "./modules.ts";

const domainKinds: ReadonlySet<string> = new Set(["Struct", "Enum", "HttpError", "Unknown"]);

const domainsOf = (error: Type): readonly Type[] => (error.kind === "Union" ? error.domains : [error]);

const faultOf = (result: Type): string | null => {
  if (result.kind !== "Result") return null;
  const bad = domainsOf(result.error).find(({ kind }) => !domainKinds.has(kind));
  if (!bad) return null;
  return bad === ERROR
    ? "cannot use the catch-all Error as error domain: name a declared type or enum"
    : `${bad.text} is no error domain: name a declared type or enum`;
};

export const checkErrorDomains = pass({
  name: "check-error-domains",
  purpose: "Reports functions whose errors are not of declared types.",
  from: KnownTypes,
  to: KnownTypes,
  run: (program) =>
    throughModules(program, (module, report) => {
      for (const item of module.items) {
        if (item.kind !== "Function" || !item.fn.result) continue;
        const fault = faultOf(item.fn.result.type);
        if (fault !== null) report(item.fn.result.at, fault);
      }
      return module;
    }),
});
