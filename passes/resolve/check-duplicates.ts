// check-duplicates: a name is declared once in a module, and once in a type, an enum or a list of parameters.

import { builtinTypes } from "../../ir/builtins.ts";
import type { NodeOf } from "../../ir/framework/language.ts";
import { pass } from "../../ir/framework/pass.ts";
import type { Ident } from "../../ir/leaves.ts";
import { Slice, type SliceGrammar } from "../../ir/slice.ts";
import { nameOf } from "./declarations.ts";
import { type Report, throughModules } from "./modules.ts";

type Item = NodeOf<SliceGrammar, "Item">;

/** Calls `repeated` for each name that stands behind an equal one, with the first of them. */
const eachRepeated = (names: readonly Ident[], repeated: (second: Ident, first: Ident) => void): void => {
  const first = new Map<string, Ident>();
  for (const name of names) {
    const known = first.get(name.name);
    if (known) repeated(name, known);
    else first.set(name.name, name);
  }
};

/** What an item lists under names that must differ, and what such a name is called. */
const membersOf = (item: Item): { readonly noun: string; readonly members: readonly { name: Ident }[] } => {
  switch (item.kind) {
    case "Struct":
      return { noun: "field", members: item.fields };
    case "Enum":
      return { noun: "variant", members: item.variants };
    case "Function":
      // `_` binds nothing, so it may be repeated (2.5).
      return { noun: "binding", members: item.fn.params.filter(({ name }) => name.name !== "_") };
    default:
      return { noun: "", members: [] };
  }
};

const checkMembers = (item: Item, report: Report): void => {
  const { noun, members } = membersOf(item);
  eachRepeated(
    members.map(({ name }) => name),
    ({ name, at }) => report(at, `duplicate ${noun} "${name}"`),
  );
};

const takesBuiltin = (item: Item): boolean =>
  item.kind !== "Function" && builtinTypes.has(nameOf(item)?.name ?? "");

const checkNames = (items: readonly Item[], report: Report): void => {
  const names: Ident[] = [];
  for (const item of items) {
    const name = nameOf(item);
    if (!name) continue;
    if (takesBuiltin(item)) report(name.at, `duplicate symbol "${name.name}": it is a built-in type`);
    else names.push(name);
  }
  eachRepeated(names, (second, first) => {
    report(second.at, `duplicate symbol "${second.name}"`);
    report(first.at, `previous definition of "${first.name}" is here`);
  });
};

export const checkDuplicates = pass({
  name: "check-duplicates",
  purpose: "Reports names that are declared twice.",
  from: Slice,
  to: Slice,
  run: (program) =>
    throughModules(program, (module, report) => {
      checkNames(module.items, report);
      for (const item of module.items) checkMembers(item, report);
      return module;
    }),
});
