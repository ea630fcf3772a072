// What a check of each module takes from files, as digests.

import type { NodeOf } from "../../ir/framework/language.ts";
import type { SourceGrammar } from "../../ir/layout.ts";
import type { Link } from "../../ir/links.ts";
import { digest, type Inputs } from "./records.ts";

export type SourceProgram = NodeOf<SourceGrammar, "Program">;

/** The links of each module, by its path. */
const linksByModule = ({ links }: SourceProgram): ReadonlyMap<string, readonly Link[]> => {
  const grouped = new Map<string, Link[]>();
  for (const link of links) {
    const group = grouped.get(link.from);
    if (group) group.push(link);
    else grouped.set(link.from, [link]);
  }
  return grouped;
};

/** The inputs of all modules, by path. The content of an asset counts as part of each import of it. */
export const inputsOf = (program: SourceProgram): ReadonlyMap<string, Inputs> => {
  const assets = new Map(program.assets.map(({ path, text }) => [path, digest(text)]));
  const links = linksByModule(program);
  const leads = ({ written, target }: Link) => [
    written,
    target,
    target.kind === "asset" ? assets.get(target.path) : null,
  ];
  return new Map(
    program.modules.map((module) => [
      module.path,
      {
        text: digest(module.text),
        links: digest(JSON.stringify([module.package, ...(links.get(module.path) ?? []).map(leads)])),
      },
    ]),
  );
};
