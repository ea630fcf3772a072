// check-impls: an interface has one impl for a type in a package, which owns one of the two (chapter 2.11.2).

import { both, right } from "fp-ts/These";
import { type Diagnostic, error } from "../../ir/diagnostic.ts";
import type { NodeOf } from "../../ir/framework/language.ts";
import { pass } from "../../ir/framework/pass.ts";
import type { ImplInfo, ModuleInterface } from "../../ir/interfaces.ts";
import { Described, type DescribedGrammar } from "../../ir/resolved.ts";
import { nameOfId } from "../../ir/symbols.ts";
import type { Type } from "../../ir/types.ts";

type Item = NodeOf<DescribedGrammar, "Item">;

/** An impl of some module. */
interface Known {
  readonly module: ModuleInterface;
  readonly impl: ImplInfo;
}

const shown = ({ impl }: Known): string => `${nameOfId(impl.interface)} for ${impl.target.text}`;

/** Impls that are not the only one of their pair in their package, in whichever modules. */
const duplicates = (impls: readonly Known[]): readonly Diagnostic[] => {
  const groups = new Map<string, Known[]>();
  for (const each of impls) {
    const key = JSON.stringify([each.module.package, each.impl.interface, each.impl.target.key]);
    const group = groups.get(key);
    if (group) group.push(each);
    else groups.set(key, [each]);
  }
  return [...groups.values()]
    .filter((group) => group.length > 1)
    .flat()
    .map((each) => {
      const message = `the package has more than one impl of ${shown(each)}: keep one of them`;
      return error(each.module.path, each.impl.at, message, "FUSE_IMPL_DUPLICATE");
    });
};

const targetId = (target: Type): string =>
  target.kind === "Struct" || target.kind === "Enum" ? target.id : "";

/** Impls of which neither the interface (if there is one) nor the type belongs to the package. */
const orphans = (impls: readonly Known[], packages: ReadonlyMap<string, string>): readonly Diagnostic[] =>
  impls.flatMap((each) => {
    const { module, impl } = each;
    const owners = [impl.interface, targetId(impl.target)].map((id) => packages.get(id));
    if (owners[0] === undefined || owners.includes(module.package)) return [];
    const message = `impl of ${shown(each)}: both belong to other packages; declare one of them in this package`;
    return [error(module.path, impl.at, message, "FUSE_IMPL_ORPHAN")];
  });

/** The package of each interface, struct and enum, by id. */
const packagesOf = (interfaces: readonly ModuleInterface[]): ReadonlyMap<string, string> =>
  new Map(
    interfaces.flatMap((module) =>
      [...module.interfaces, ...module.structs, ...module.enums].map(
        ({ id }) => [id, module.package] as const,
      ),
    ),
  );

const repeatedMethods = (path: string, item: Item): readonly Diagnostic[] => {
  if (item.kind !== "Impl") return [];
  const seen = new Set<string>();
  return item.methods.flatMap(({ name: { name, at } }) => {
    const repeated = seen.has(name);
    seen.add(name);
    return repeated ? [error(path, at, `duplicate method "${name}"`)] : [];
  });
};

export const checkImpls = pass({
  name: "check-impls",
  purpose: "Reports impls that are there twice, or in a wrong package.",
  from: Described,
  to: Described,
  run: (program) => {
    const impls = program.interfaces.flatMap((module) => module.impls.map((impl) => ({ module, impl })));
    const fresh = new Set(program.modules.map(({ path }) => path));
    const own = impls.filter(({ module }) => fresh.has(module.path));
    const diagnostics = [
      ...duplicates(impls),
      ...orphans(own, packagesOf(program.interfaces)),
      ...program.modules.flatMap(({ path, items }) => items.flatMap((item) => repeatedMethods(path, item))),
    ];
    return diagnostics.length === 0 ? right(program) : both(diagnostics, program);
  },
});
