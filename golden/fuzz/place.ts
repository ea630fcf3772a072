// Where a piece of a program is generated: what is declared, what is in scope, what it may cost.

import type { Dice } from "./dice.ts";
import type { Tree } from "./tree.ts";
import { same, substituted, type Type } from "./types.ts";

/** A refined type with texts of values that it accepts and others of its base that it does not. */
export interface Refinement {
  readonly text: string;
  readonly good: readonly string[];
  readonly bad: readonly string[];
}
export interface Field {
  readonly name: string;
  /** The base, if it is refined. */
  readonly type: Type;
  readonly refinement: Refinement | null;
  readonly hasDefault: boolean;
}
export interface Struct {
  readonly name: string;
  readonly fields: readonly Field[];
}
export interface Variant {
  readonly name: string;
  readonly payload: readonly Type[];
}
export interface Enum {
  readonly name: string;
  /** The first has a payload without the enum itself, if any. */
  readonly variants: readonly Variant[];
}
export interface Param {
  readonly name: string;
  readonly type: Type;
  readonly optional: boolean;
}
/** A type parameter; only types that implement the interface, if there is one, may stand for it. */
export interface TypeParam {
  readonly name: string;
  readonly bound: Interface | null;
}
export interface Fn {
  readonly name: string;
  readonly typeParams: readonly TypeParam[];
  /** What a method is called on: a value of that type, or the type itself. */
  readonly receiver: { readonly on: "value" | "type"; readonly type: Type } | null;
  readonly params: readonly Param[];
  readonly result: Type;
  /** About how many operations a call takes. */
  readonly cost: number;
  /** Its first argument bounds its recursion: a small literal. */
  readonly bounded: boolean;
  /** Others have the same parameters and result, so that it may stand in a list of functions. */
  readonly family: string | null;
}

/** What types its members and who implements it; `Self` is a type parameter of that name. */
export interface Interface {
  readonly name: string;
  readonly members: Fn[];
  readonly targets: Type[];
}

/** The members of an interface, for a type that implements it. */
export const membersFor = ({ members }: Interface, target: Type): readonly Fn[] =>
  members.map((member) => {
    const own = (type: Type): Type => substituted(type, new Map([["Self", target]]));
    return {
      ...member,
      params: member.params.map((param) => ({ ...param, type: own(param.type) })),
      result: own(member.result),
      receiver: member.receiver && { ...member.receiver, type: target },
    };
  });

/** What is declared so far. It grows while a program is generated. */
export interface World {
  readonly dice: Dice;
  readonly structs: Struct[];
  readonly enums: Enum[];
  /** Types of errors; structs or enums. */
  readonly errors: Type[];
  readonly interfaces: Interface[];
  readonly functions: Fn[];
  readonly declarations: Tree[];
  /** The names of functions made on demand, by what they do. */
  readonly helpers: Map<string, string>;
  /** Capabilities that the program has to declare. */
  readonly needs: Set<string>;
  /** Cost of the body that is being generated. */
  cost: number;
  names: number;
}

export interface Binding {
  readonly name: string;
  readonly type: Type;
  /** What an unknown value probably is. */
  readonly hint: Type | null;
  readonly mutable: boolean;
  /** It holds a box. */
  readonly boxed: boolean;
}

export interface Place {
  readonly world: World;
  readonly bindings: readonly Binding[];
  /** Of the function or task around; null in an app or test. */
  readonly result: Type | null;
  /** The result of the function around if errors may leave it. */
  readonly raises: (Type & { readonly kind: "Result" }) | null;
  /** Of the function around. */
  readonly typeParams: readonly TypeParam[];
  readonly returns: "value" | "nothing" | "never";
  /** How often it is done, by the loops around. */
  readonly times: number;
  /** Statements inside statements. */
  readonly depth: number;
  readonly inLoop: boolean;
  /** Bindings from here on are of the innermost scope. */
  readonly scope: number;
  /** In a task, where less is allowed; bindings before this one are not its own. */
  readonly task: number | null;
}

/** The most that one body may cost. */
const BUDGET = 4_000;

export const fresh = (world: World, prefix: string): string => `${prefix}${world.names++}`;

export const affordable = ({ world, times }: Place, cost: number): boolean =>
  world.cost + cost * times < BUDGET;

export const spend = ({ world, times }: Place, cost: number): void => {
  world.cost += cost * times;
};

/** What names mean: of several bindings of a name the innermost. */
export const visible = ({ bindings }: Place): readonly Binding[] => [
  ...new Map(bindings.map((binding) => [binding.name, binding])).values(),
];

export const variablesOf = (at: Place, type: Type): readonly Binding[] =>
  visible(at).filter((binding) => same(binding.type, type));

export const bound = (at: Place, ...bindings: readonly Binding[]): Place => ({
  ...at,
  bindings: [...at.bindings, ...bindings],
});

export const constant = (name: string, type: Type, hint: Type | null = null): Binding => ({
  name,
  type,
  hint,
  ...{ mutable: false, boxed: false },
});

/** What may be changed here: a task changes only what is its own. */
export const changeable = (at: Place): readonly Binding[] => {
  const own = new Set(at.bindings.slice(at.task ?? 0));
  return visible(at).filter((binding) => own.has(binding));
};

export const structOf = ({ structs }: World, name: string): Struct =>
  structs.find((each) => each.name === name)!;
export const enumOf = ({ enums }: World, name: string): Enum => enums.find((each) => each.name === name)!;
