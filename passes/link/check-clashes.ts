// check-clashes: a module imports a name once, and modules do not share the names of what a program has once (chapter 4.7.6).

import { both, right } from "fp-ts/These";
import { type Diagnostic, error } from "../../ir/diagnostic.ts";
import type { NodeOf } from "../../ir/framework/language.ts";
import { pass } from "../../ir/framework/pass.ts";
import type { Export, ExportKind } from "../../ir/interfaces.ts";
import { Named, type NamedGrammar } from "../../ir/linked.ts";
import type { ImportBinding } from "../../ir/links.ts";
import { exportsOfModule } from "../module-names.ts";

type Program = NodeOf<NamedGrammar, "Program">;

const nominal: ReadonlySet<ExportKind> = new Set(["struct", "enum", "config", "service", "app"]);

interface Declared {
  readonly path: string;
  readonly of: Export;
}

/** What a program may have once, in loading order: what was compiled before stands in front of what is new. */
const nominalNames = ({ modules, interfaces }: Program): readonly Declared[] =>
  [
    ...interfaces.map(({ path, exports }) => ({ path, exports })),
    ...modules.map((module) => ({ path: module.path, exports: exportsOfModule(module) })),
  ].flatMap(({ path, exports }) =>
    exports.filter(({ kind }) => nominal.has(kind)).map((of) => ({ path, of })),
  );

const clashesBetweenModules = (program: Program): readonly Diagnostic[] => {
  const first = new Map<string, Declared>();
  return nominalNames(program).flatMap((declared) => {
    const { path, of } = declared;
    const known = first.get(of.name);
    if (!known) first.set(of.name, declared);
    if (!known || known.path === path) return [];
    const code = "FUSE_SYMBOL_DUPLICATE";
    return [
      error(
        path,
        of.at,
        `"${of.name}" is also declared in ${known.path}; a program has one ${noun(of)} of a name`,
        code,
      ),
      error(
        known.path,
        known.of.at,
        `previous definition of "${of.name}" is here; ${path} has another`,
        code,
      ),
    ];
  });
};

const noun = ({ kind }: Export): string => (kind === "struct" ? "type" : kind);

const importedTwice = (path: string, imports: readonly ImportBinding[]): readonly Diagnostic[] => {
  const first = new Map<string, ImportBinding>();
  return imports.flatMap((binding) => {
    if (binding.kind !== "export") return [];
    const known = first.get(binding.name);
    if (!known) first.set(binding.name, binding);
    if (!known) return [];
    const code = "FUSE_IMPORT_DUPLICATE";
    return [
      error(
        path,
        binding.at,
        `"${binding.name}" is imported twice; use one of them through an alias of its module`,
        code,
      ),
      error(path, known.at, `"${binding.name}" is imported here first`, code),
    ];
  });
};

export const checkClashes = pass({
  name: "check-clashes",
  purpose: "Reports names that modules share, or that a module imports twice.",
  from: Named,
  to: Named,
  run: (program) => {
    const found = [
      ...program.modules.flatMap(({ path, imports }) => importedTwice(path, imports)),
      ...clashesBetweenModules(program),
    ];
    return found.length === 0 ? right(program) : both(found, program);
  },
});
