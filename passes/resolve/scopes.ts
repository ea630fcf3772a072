// Scopes: which locals a name may mean at a place, as a chain of small maps.

import type { NodeOf } from "../../ir/framework/language.ts";
import type { KnownTypesGrammar } from "../../ir/resolved.ts";
import type { Local, LocalKind } from "../../ir/symbols.ts";
import type { Declarations } from "./declarations.ts";

export type KnownTypesItem = NodeOf<KnownTypesGrammar, "Item">;

/** What holds in a whole module. */
export interface ModuleContext {
  readonly declarations: Declarations<KnownTypesItem>;
  readonly report: (at: number, message: string) => void;
  readonly suggest: (name: string, scope: Scope) => string;
  /**
   * What is wrong with names, by where their first part starts: a name is diagnosed as a value at first, because the
   * walk may come to it before it comes to the member access or call around it, where it may mean something else.
   */
  readonly wrongNames: Map<number, { readonly at: number; readonly message: string }>;
}

/** A function, app or test: `id` is that of the function, `locals` counts up. */
export interface Frame {
  readonly id: string;
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
  frame: { id: "", locals: 0 },
  outer: null,
  names: new Map(),
});

/** The outermost scope of a body. */
export const bodyScope = (outer: Scope, id: string): Scope => ({
  module: outer.module,
  frame: { id, locals: 0 },
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
