// Scopes: which locals and type parameters a name may mean at a place, as a chain of small maps.

import type { Local, LocalKind } from "../../ir/symbols.ts";
import type { Type } from "../../ir/types.ts";
import type { ModuleNames } from "../module-names.ts";
import type { Report } from "./modules.ts";

/** What is wrong with a name. */
export interface WrongName {
  readonly at: number;
  readonly message: string;
  readonly code?: string;
}

/** What holds in a whole module. */
export interface ModuleContext {
  readonly names: ModuleNames;
  readonly report: Report;
  /** `; did you mean "…"?` or nothing: for a name at a place, and for a name that another module does not export. */
  readonly suggest: (name: string, scope: Scope) => string;
  readonly suggestExport: (name: string, module: string) => string;
  /** The alias of an imported module that exports this name. */
  readonly aliasOf: (name: string) => string | undefined;
  /** Whether the method of this id has a receiver. */
  readonly isInstance: (id: string) => boolean;
  /**
   * What is wrong with names, by where their first part starts: a name is diagnosed as a value at first, because the
   * walk may come to it before it comes to the member access or call around it, where it may mean something else.
   */
  readonly wrongNames: Map<number, WrongName>;
}

/** The types that type parameters and `Self` are. */
export type TypeNames = ReadonlyMap<string, Type>;
const NO_TYPES: TypeNames = new Map();

/** A function, route, app or default: `locals` counts up. */
interface Frame {
  readonly types: TypeNames;
  locals: number;
}

/** `bare`: bound by a bare name in a pattern, unless the subject's type makes that a variant (2.9.1). */
interface Binding {
  readonly local: Local;
  readonly bare: boolean;
}

export interface Scope {
  readonly module: ModuleContext;
  readonly frame: Frame;
  readonly outer: Scope | null;
  readonly names: Map<string, Binding>;
}

/** The scope of the module level: there are no locals. */
export const moduleScope = (module: ModuleContext): Scope => ({
  module,
  frame: { types: NO_TYPES, locals: 0 },
  outer: null,
  names: new Map(),
});

/** The outermost scope of a body, which knows some types besides those known around it. */
export const bodyScope = (outer: Scope, types: TypeNames = NO_TYPES): Scope => ({
  module: outer.module,
  frame: {
    types: types.size === 0 ? outer.frame.types : new Map([...outer.frame.types, ...types]),
    locals: 0,
  },
  outer: null,
  names: new Map(),
});

export const innerScope = (outer: Scope): Scope => ({
  module: outer.module,
  frame: outer.frame,
  outer,
  names: new Map(),
});

/** A new local, which takes the place of an older one of its name in this scope. `_` binds nothing. */
export const declare = (scope: Scope, name: string, kind: LocalKind, bare = false): Local => {
  const local: Local = { name, id: scope.frame.locals++, kind };
  if (name !== "_") scope.names.set(name, { local, bare });
  return local;
};

/** The locals of this name that are visible, the innermost first. */
export const bindingsOf = (name: string, scope: Scope): readonly Binding[] => {
  const found: Binding[] = [];
  for (let each: Scope | null = scope; each; each = each.outer) {
    const binding = each.names.get(name);
    if (binding) found.push(binding);
    if (binding && !binding.bare) break;
  }
  return found;
};

/** The names of all visible locals, the innermost first. */
export const visibleNames = (scope: Scope): readonly string[] => {
  const found: string[] = [];
  for (let each: Scope | null = scope; each; each = each.outer) found.push(...each.names.keys());
  return found;
};
