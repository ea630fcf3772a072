// Which functions are the members of an interface for a type.

import type { NodeOf } from "../../ir/framework/language.ts";
import type { LiftedGrammar } from "../../ir/mono.ts";
import type { Nominal, Type } from "../../ir/types.ts";

/** A function that is a member of an interface for a type. */
export interface Implementation {
  readonly target: Nominal;
  readonly function: string;
}

export interface MethodTable {
  /** The function that is a member of the interface for the type; null if the type has no impl of it. */
  readonly find: (of: string, target: Type, member: string) => string | null;
  /** All functions that are the member of the interface for some type. */
  readonly all: (of: string, member: string) => readonly Implementation[];
}

export const methodsOfImpls = (impls: readonly NodeOf<LiftedGrammar, "Impl">[]): MethodTable => {
  const members = new Map<string, Map<Type, string>>();
  const key = (of: string, member: string) => JSON.stringify([of, member]);
  for (const { interface: of, target, methods } of impls) {
    for (const { name, function: id } of methods) {
      const found = members.get(key(of, name)) ?? new Map<Type, string>();
      members.set(key(of, name), found);
      // two packages may have an impl of one pair; the first that was loaded is taken, as for calls on values
      if (!found.has(target)) found.set(target, id);
    }
  }
  return {
    find: (of, target, member) => members.get(key(of, member))?.get(target) ?? null,
    all: (of, member) =>
      [...(members.get(key(of, member)) ?? [])].flatMap(([target, id]) =>
        "id" in target && target.kind !== "Parameter" ? [{ target, function: id }] : [],
      ),
  };
};
