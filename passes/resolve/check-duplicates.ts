// check-duplicates: a name is declared once in a module, and once among the members or parameters of a declaration.

import { isLeft } from "fp-ts/Either";
import { builtinTypes } from "../../ir/builtins.ts";
import { Core, type CoreGrammar } from "../../ir/core.ts";
import type { FormOf, NodeOf } from "../../ir/framework/language.ts";
import { pass } from "../../ir/framework/pass.ts";
import { startOf } from "../../ir/framework/span.ts";
import type { Ident } from "../../ir/leaves.ts";
import { STD_ERROR } from "../../ir/symbols.ts";
import { declaredBy, type ModuleNames, moduleNames } from "../module-names.ts";
import { type Report, throughModules } from "./modules.ts";
import { routeParameters } from "./route-paths.ts";
import { targetNamed } from "./type-names.ts";

type Module = NodeOf<CoreGrammar, "Module">;
type Item = NodeOf<CoreGrammar, "Item">;
type Params = readonly NodeOf<CoreGrammar, "Param">[];
type Route = FormOf<CoreGrammar, "Route", "Route">;

/** Calls `repeated` for each name that stands behind an equal one, with the first of them. */
const eachRepeated = (names: readonly Ident[], repeated: (second: Ident, first: Ident) => void): void => {
  const first = new Map<string, Ident>();
  for (const name of names) {
    const known = first.get(name.name);
    if (known) repeated(name, known);
    else first.set(name.name, name);
  }
};

// ---- Members and parameters -----------------------------------------------------------------------------

const checkMembers = (noun: string, members: readonly { readonly name: Ident }[], report: Report): void =>
  eachRepeated(
    members.map(({ name }) => name),
    ({ name, at }) => report(at, `duplicate ${noun} "${name}"`),
  );

/** `_` binds nothing, so it may be repeated (2.5). */
const checkParams = (params: Params, report: Report): void =>
  checkMembers(
    "binding",
    params.filter(({ name }) => name.name !== "_"),
    report,
  );

const implicit: ReadonlySet<string> = new Set(["attrs", "children"]);

const checkComponent = (params: Params, report: Report): void => {
  checkParams(params, report);
  for (const { name } of params) {
    if (implicit.has(name.name))
      report(name.at, `duplicate binding "${name.name}": every component has a parameter of this name`);
  }
};

/** The parameters of the path, and `body` where the route takes one; said at the verb (2.14). */
const checkRoute = ({ at, path, bodyType }: Route, report: Report): void => {
  const names = routeParameters(path.name).flatMap(({ name }) => (name === null ? [] : [name]));
  const all = bodyType ? ["body", ...names] : names;
  eachRepeated(
    all.map((name) => ({ name, at })),
    ({ name }) =>
      report(
        at,
        name === "body" && bodyType
          ? 'duplicate binding "body": in a route with a body this is the name of the body'
          : `duplicate binding "${name}" in the path of the route`,
      ),
  );
};

const checkItem = (item: Item, names: ModuleNames, report: Report): void => {
  switch (item.kind) {
    case "Struct":
    case "Config":
      checkMembers("field", item.fields, report);
      return;
    case "Enum":
      checkMembers("variant", item.variants, report);
      return;
    case "Interface":
      checkMembers("member", item.members, report);
      for (const member of item.members) checkParams(member.params, report);
      return;
    case "Impl":
      if (isLeft(targetNamed(item.target.name, names))) return; // nothing in it is checked further (2.11.2)
      for (const method of item.methods) checkParams(method.params, report);
      return;
    case "Function":
      checkParams(item.fn.params, report);
      return;
    case "Component":
      checkComponent(item.params, report);
      return;
    case "Service":
      for (const route of item.routes) checkRoute(route, report);
      return;
  }
};

// ---- The module level -----------------------------------------------------------------------------------

const takesBuiltin = (item: Item, name: string): boolean =>
  item.kind !== "Function" && item.kind !== "Component" && item.kind !== "Service" && builtinTypes.has(name);

/** The names that the module declares, in source order; a name of a built-in type is reported, and none of them. */
const declaredNames = ({ path, items }: Module, report: Report): readonly Ident[] =>
  items.flatMap((item) => {
    const name = item.kind === "App" ? undefined : declaredBy(item)?.name;
    if (!name) return [];
    if (!takesBuiltin(item, name.name) || path === STD_ERROR) return [name];
    report(name.at, `duplicate symbol "${name.name}": it is a built-in type`);
    return [];
  });

const checkNames = (module: Module, report: Report): void => {
  const names = [...module.imports, ...declaredNames(module, report)];
  names.sort((a, b) => startOf(a.at) - startOf(b.at));
  eachRepeated(names, (second, first) => {
    report(second.at, `duplicate symbol "${second.name}"`);
    report(first.at, `previous definition of "${first.name}" is here`);
  });
};

const checkRequires = ({ requires }: Module, report: Report): void =>
  eachRepeated(
    requires.map(({ capability }) => capability),
    (second, first) => {
      report(second.at, `the capability "${second.name}" is declared twice`);
      report(first.at, `"${first.name}" is declared here before`);
    },
  );

export const checkDuplicates = pass({
  name: "check-duplicates",
  purpose: "Reports names that are declared twice.",
  from: Core,
  to: Core,
  run: (program) => {
    const namesOf = moduleNames(program);
    return throughModules(program, (module, report) => {
      const names = namesOf(module);
      checkRequires(module, report);
      checkNames(module, report);
      for (const item of module.items) checkItem(item, names, report);
      return module;
    });
  },
});
