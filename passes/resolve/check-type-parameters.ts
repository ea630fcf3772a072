// check-type-parameters: type parameters and the `where` behind them are right (chapter 2.11.1).

import { isLeft } from "fp-ts/Either";
import { Core, type CoreGrammar } from "../../ir/core.ts";
import type { NodeOf } from "../../ir/framework/language.ts";
import { pass } from "../../ir/framework/pass.ts";
import type { Ident } from "../../ir/leaves.ts";
import { type ModuleNames, moduleNames } from "../module-names.ts";
import { type Report, throughModules } from "./modules.ts";
import { explained, interfaceNamed, nameHints, targetNamed } from "./type-names.ts";

type Bound = NodeOf<CoreGrammar, "Bound">;
type Item = NodeOf<CoreGrammar, "Item">;

/** What may have type parameters. */
interface Generic {
  readonly name: Ident;
  readonly typeParams: readonly Ident[];
  readonly where: readonly Bound[];
}

interface Context {
  readonly names: ModuleNames;
  readonly hint: (name: string) => string;
  readonly report: Report;
}

const genericsOf = (item: Item, names: ModuleNames): readonly Generic[] => {
  switch (item.kind) {
    case "Function":
      return [item.fn];
    case "Component":
      return [item];
    case "Interface":
      return item.members;
    case "Impl": // in one with a wrong target nothing is checked further (2.11.2)
      return isLeft(targetNamed(item.target.name, names)) ? [] : item.methods;
    default:
      return [];
  }
};

/** The type parameters by name; one that is there twice is reported. */
const declaredIn = ({ typeParams }: Generic, report: Report): ReadonlySet<string> => {
  const known = new Set<string>();
  for (const { name, at } of typeParams) {
    if (known.has(name))
      report(at, `the type parameter "${name}" is declared twice`, "FUSE_GENERIC_DUPLICATE_TYPE_PARAM");
    known.add(name);
  }
  return known;
};

const checkInterface = ({ interface: { name, at } }: Bound, { names, hint, report }: Context): void => {
  const found = interfaceNamed(name, names);
  if (isLeft(found))
    report(
      at,
      explained(found.left, () => hint(name)),
      "FUSE_WHERE_UNKNOWN_INTERFACE",
    );
};

const checkGeneric = (generic: Generic, context: Context): void => {
  const { report } = context;
  const declared = declaredIn(generic, report);
  const bound = new Map<string, string>();
  for (const each of generic.where) {
    const { name, at } = each.param;
    const first = bound.get(name);
    if (!declared.has(name)) {
      report(at, `"${name}" in "where" is no type parameter of "${generic.name.name}"`);
    } else if (first !== undefined) {
      const message = `the type parameter "${name}" has the constraint ${first} already: there is one for each`;
      report(at, message, "FUSE_WHERE_MULTI_CONSTRAINT");
    } else {
      bound.set(name, each.interface.name);
      checkInterface(each, context);
    }
  }
};

export const checkTypeParameters = pass({
  name: "check-type-parameters",
  purpose: "Reports wrong type parameters.",
  from: Core,
  to: Core,
  run: (program) => {
    const namesOf = moduleNames(program);
    return throughModules(program, (module, report) => {
      const names = namesOf(module);
      const context = { names, hint: nameHints(names, "interface"), report };
      for (const item of module.items) {
        for (const generic of genericsOf(item, names)) checkGeneric(generic, context);
      }
      return module;
    });
  },
});
