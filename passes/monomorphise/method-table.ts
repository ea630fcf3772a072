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
  /** The methods of that name that values have, whatever the interface: a field of the name hides one (02, 2.7.3). */
  readonly named: (member: string) => readonly Implementation[];
}

type Program = NodeOf<LiftedGrammar, "Program">;
type Members = Map<string, Map<Nominal, string>>;

/** Two packages may have an impl of one pair; the first that was loaded is taken, as for calls on values. */
const add = (members: Members, key: string, target: Nominal, id: string): void => {
  const found = members.get(key) ?? new Map<Nominal, string>();
  members.set(key, found);
  if (!found.has(target)) found.set(target, id);
};

const listed = (members: Members, key: string): readonly Implementation[] =>
  [...(members.get(key) ?? [])].map(([target, id]) => ({ target, function: id }));

const hasField = (types: Program["types"], target: Nominal, member: string): boolean =>
  types.some(
    (type) =>
      type.kind === "Struct" && type.id === target.id && type.fields.some(({ name }) => name === member),
  );

export const methodsOf = ({ impls, types }: Pick<Program, "impls" | "types">): MethodTable => {
  const members: Members = new Map();
  const named: Members = new Map();
  const key = (of: string, member: string) => JSON.stringify([of, member]);
  for (const { interface: of, target, methods } of impls) {
    for (const { name, function: id } of methods) {
      add(members, key(of, name), target as Nominal, id);
      if (!hasField(types, target as Nominal, name)) add(named, name, target as Nominal, id);
    }
  }
  return {
    find: (of, target, member) => members.get(key(of, member))?.get(target as Nominal) ?? null,
    all: (of, member) => listed(members, key(of, member)),
    named: (member) => listed(named, member),
  };
};
