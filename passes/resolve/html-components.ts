// The components that a program can call: the parameters of each (chapter 04, 11).

import type { ModuleInterface } from "../../ir/interfaces.ts";
import type { Ident } from "../../ir/leaves.ts";

/** The names of the parameters of each component by its id, in order; the last two are `attrs` and `children`. */
export type Components = ReadonlyMap<string, readonly string[]>;

export const componentsOf = (interfaces: readonly ModuleInterface[]): Components =>
  new Map(
    interfaces.flatMap(({ functions }) =>
      functions.flatMap(({ id, kind, params }) =>
        kind === "component" ? [[id, params.map(({ name }) => name)] as const] : [],
      ),
    ),
  );

/** The parameters of the component that is called, or null if it is none. */
export const componentCalled = (
  callee: { readonly kind: string; readonly id?: string },
  components: Components,
): readonly string[] | null => (callee.kind === "FunctionName" && components.get(callee.id ?? "")) || null;

/** The name of the attribute that a named argument gives. */
export const attributeName = ({ name }: Ident): string => name.replaceAll("_", "-");
