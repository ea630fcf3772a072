// link-imports: every import becomes the names that it binds, and what they lead to (chapter 4.7).

import { both, right } from "fp-ts/These";
import { type Diagnostic, error } from "../../ir/diagnostic.ts";
import type { NodeOf } from "../../ir/framework/language.ts";
import { pass } from "../../ir/framework/pass.ts";
import { rewrite } from "../../ir/framework/rewrite.ts";
import type { Ident } from "../../ir/leaves.ts";
import { Linked, type LinkedGrammar } from "../../ir/linked.ts";
import type { ImportBinding, LinkTarget } from "../../ir/links.ts";
import { Surface, type SurfaceGrammar } from "../../ir/surface.ts";
import { type ExportedNames, exportedNames } from "./exported-names.ts";
import { type Import, importsOf, isImport, writtenPath } from "./imports.ts";
import { reachable } from "./reachable.ts";

type Program = NodeOf<SurfaceGrammar, "Program">;
type Module = NodeOf<SurfaceGrammar, "Module">;

interface Linker {
  readonly targetOf: (from: string, written: string) => LinkTarget | undefined;
  readonly exported: ExportedNames;
  readonly diagnostics: Diagnostic[];
}

/** Whether an import leads to an asset, be it one that cannot be read. */
const isAsset = (target: LinkTarget): boolean =>
  target.kind === "asset" || (target.kind === "failure" && target.code.startsWith("FUSE_ASSET_"));

/** Reports what is wrong with an import, one thing at most; true if nothing is. */
const judge = (path: string, n: Import, target: LinkTarget, { diagnostics }: Linker): boolean => {
  if (isAsset(target) && (n.kind === "ImportNamed" || n.kind === "ImportAlias")) {
    const message = `an asset is one value: write import Name from "${writtenPath(n)}"`;
    diagnostics.push(error(path, n.at, message, "FUSE_IMPORT_ASSET_FORM"));
    return false;
  }
  if (target.kind !== "failure") return true;
  const { code, message, place, asset } = target;
  const at = place === "path" && "path" in n ? n.path.at : n.at;
  diagnostics.push(
    place === "asset" && asset !== null ? error(asset, 0, message, code) : error(path, at, message, code),
  );
  return false;
};

/** The names of `{…}` that the module exports; the others are reported. */
const known = (path: string, names: readonly Ident[], module: string, linker: Linker): readonly Ident[] =>
  names.filter(({ name, at }) => {
    const fault = linker.exported.faultOf(module, name);
    if (fault !== null) linker.diagnostics.push(error(path, at, fault, "FUSE_IMPORT_UNKNOWN"));
    return fault === null;
  });

const bindingsOf = (path: string, n: Import, linker: Linker): readonly ImportBinding[] => {
  const target = linker.targetOf(path, writtenPath(n));
  if (!target || !judge(path, n, target, linker) || target.kind === "failure") return [];
  const bound = ({ name, at }: Ident) => ({ name, at, importAt: n.at });
  if (n.kind === "ImportNamed") {
    return known(path, n.names, target.path, linker).map((each) => ({
      kind: "export",
      ...bound(each),
      module: target.path,
    }));
  }
  const name = bound(n.kind === "ImportAlias" ? n.alias : n.name);
  return [
    target.kind === "asset"
      ? { kind: "asset", ...name, asset: target.path }
      : { kind: "module", ...name, module: target.path },
  ];
};

const never = (): never => {
  throw new Error("an import was not taken out");
};

const body = rewrite<SurfaceGrammar, LinkedGrammar, Linker>(Surface, Linked, {
  Program: {
    Program: ({ kind, at, modules, assets, interfaces }, to, linker) => ({
      kind,
      at,
      modules: modules.map((module) => to.Module(module, linker)),
      assets,
      interfaces,
    }),
  },
  Module: {
    Module: (n, to, linker) => ({
      kind: "Module",
      at: n.at,
      path: n.path,
      package: n.package,
      text: n.text,
      comments: n.comments,
      imports: importsOf(n).flatMap((each) => bindingsOf(n.path, each, linker)),
      requires: n.requires,
      items: n.items.flatMap((item) => (isImport(item) ? [] : [to.Item(item, linker)])),
    }),
  },
  Item: { ImportModule: never, ImportFrom: never, ImportNamed: never, ImportAlias: never },
});

/** What the imports of each module lead to, by path and by what is written. */
const targets = ({ links }: Program): Linker["targetOf"] => {
  const byModule = new Map<string, Map<string, LinkTarget>>();
  for (const { from, written, target } of links) {
    const known = byModule.get(from) ?? new Map<string, LinkTarget>();
    byModule.set(from, known.set(written, target));
  }
  return (from, written) => byModule.get(from)?.get(written);
};

export const linkImports = pass({
  name: "link-imports",
  purpose: "Replaces every import by the names that it binds.",
  from: Surface,
  to: Linked,
  run: (program) => {
    const targetOf = targets(program);
    const modules: readonly Module[] = reachable(program, targetOf);
    const diagnostics: Diagnostic[] = [];
    const linker = { targetOf, exported: exportedNames(program), diagnostics };
    const linked = body.Program({ ...program, modules }, linker);
    return diagnostics.length === 0 ? right(linked) : both(diagnostics, linked);
  },
});
