// check-domain-owners: strict architecture wants the errors of a module to have one owner (chapter 2.15, 3).

import { both, right } from "fp-ts/These";
import { Core, type CoreGrammar } from "../../ir/core.ts";
import { type Diagnostic, error } from "../../ir/diagnostic.ts";
import type { NodeOf } from "../../ir/framework/language.ts";
import { pass } from "../../ir/framework/pass.ts";
import { STD_ERROR } from "../../ir/symbols.ts";
import { type ModuleNames, moduleNames } from "../module-names.ts";
import { isStrict } from "../strict.ts";
import { typeNamed } from "./type-names.ts";

type TypeExpr = NodeOf<CoreGrammar, "Type">;
type Item = NodeOf<CoreGrammar, "Item">;

/** The results of functions and routes; methods and members are not looked at. */
const resultsOf = (item: Item): readonly (TypeExpr | null)[] => {
  switch (item.kind) {
    case "Function":
      return [item.fn.result];
    case "Service":
      return item.routes.map(({ result }) => result);
    default:
      return [];
  }
};

/** The error domains of a result type: in `T!A!B`, which is `Result<T, Result<A, B>>`, both. */
const domainsOf = (result: TypeExpr | null): readonly TypeExpr[] => {
  const domains: TypeExpr[] = [];
  let error = result?.kind === "GenericType" && result.name === "Result" ? result.args[1] : undefined;
  while (error?.kind === "GenericType" && error.name === "Result") {
    if (error.args[0]) domains.push(error.args[0]);
    error = error.args[1];
  }
  return error ? [...domains, error] : domains;
};

const isBuiltIn = (name: string): boolean => name === STD_ERROR || name.startsWith(`${STD_ERROR}.`);

/** The path of the module that declares a domain; types of `std.Error`, built-in and unknown ones have none. */
const ownerOf = (domain: TypeExpr, names: ModuleNames): string | null => {
  if (domain.kind !== "NamedType" || isBuiltIn(domain.name)) return null;
  const found = typeNamed(domain.name, { names, types: new Map() });
  if (found._tag === "Left" || (found.right.kind !== "Struct" && found.right.kind !== "Enum")) return null;
  const [first = "", second] = domain.name.split(".");
  const meaning = names.byName.get(first);
  const owner =
    second !== undefined && meaning?.kind === "module"
      ? meaning.path
      : meaning?.kind === "declaration"
        ? meaning.module
        : null;
  return owner === STD_ERROR ? null : owner;
};

/** The first domain that has another owner than those before it. */
const strangerIn = (path: string, items: readonly Item[], names: ModuleNames): Diagnostic | null => {
  let owner: string | null = null;
  for (const domain of items.flatMap(resultsOf).flatMap(domainsOf)) {
    const next = ownerOf(domain, names);
    if (next === null) continue;
    owner ??= next;
    if (next === owner) continue;
    const message = `the errors of a module have one owner: here they are of "${owner}", but this one is of "${next}"; turn it into one of "${owner}" with ?!`;
    return { ...error(path, domain.at, message), last: true };
  }
  return null;
};

export const checkDomainOwners = pass({
  name: "check-domain-owners",
  purpose: "Reports modules whose errors belong to more than one module.",
  from: Core,
  to: Core,
  run: (program, { options }) => {
    if (!isStrict(options)) return right(program);
    const namesOf = moduleNames(program);
    const diagnostics = program.modules.flatMap((module) => {
      const found = strangerIn(module.path, module.items, namesOf(module));
      return found ? [found] : [];
    });
    return diagnostics.length === 0 ? right(program) : both(diagnostics, program);
  },
});
