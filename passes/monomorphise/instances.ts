// The instances of generic functions that a program needs.

import type { NodeOf } from "../../ir/framework/language.ts";
import { type DetachedGrammar, instanceId } from "../../ir/mono.ts";
import type { Type } from "../../ir/types.ts";
import type { Frame } from "../fresh.ts";
import type { MethodTable } from "./method-table.ts";

export type Fn = NodeOf<DetachedGrammar, "Function">;

export interface Context extends Frame {
  readonly functions: ReadonlyMap<string, Fn>;
  readonly methods: MethodTable;
  /** The instances that were asked for, by id; they are made one after the other. */
  readonly wanted: Map<string, { readonly of: Fn; readonly args: readonly Type[] }>;
}

/** The id of a function for these type arguments; if it is generic, that instance is made. */
export const instance = (id: string, args: readonly Type[], { functions, wanted }: Context): string => {
  const made = instanceId(id, args);
  if (args.length > 0 && !wanted.has(made)) wanted.set(made, { of: functions.get(id)!, args });
  return made;
};
