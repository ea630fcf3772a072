// Which functions are the members of an interface for a type.

import type { NodeOf } from "../../ir/framework/language.ts";
import type { LiftedGrammar } from "../../ir/mono.ts";
import type { Type } from "../../ir/types.ts";

export interface MethodTable {
  /** The function that is a member of the interface for the type; null if the type has no impl of it. */
  readonly find: (of: string, target: Type, member: string) => string | null;
}

export const methodsOfImpls = (impls: readonly NodeOf<LiftedGrammar, "Impl">[]): MethodTable => {
  const members = new Map<string, string>();
  const key = (of: string, target: Type, member: string) => JSON.stringify([of, target.key, member]);
  for (const { interface: of, target, methods } of impls) {
    for (const { name, function: id } of methods) {
      // two packages may have an impl of one pair; the first that was loaded is taken, as for calls on values
      if (!members.has(key(of, target, name))) members.set(key(of, target, name), id);
    }
  }
  return { find: (of, target, member) => members.get(key(of, target, member)) ?? null };
};
