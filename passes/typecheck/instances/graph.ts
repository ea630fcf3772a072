// Which generic functions a program needs, and by which calls: as far as that decides what they call in turn.

import type { FunctionInfo, Instantiation, ModuleInterface, TypeParam } from "../../../ir/interfaces.ts";
import { type Substitution, substitute } from "../../../ir/substitution.ts";
import { plain, type Type, UNKNOWN } from "../../../ir/types.ts";
import type { Declarations } from "../declarations.ts";

/**
 * A generic function with the types of its parameters that have a bound: they are declared types, so there are finitely
 * many, and they alone decide which methods it calls. Its other parameters are left open.
 */
export interface Instance {
  readonly function: FunctionInfo;
  readonly bound: Substitution;
  /** The number of its first type parameter among those of all instances. */
  readonly first: number;
  /** Methods that it calls on a type although they use `self`. */
  readonly misused: FunctionInfo[];
}

/** A call that needs an instance; `from` is null in what is not generic. `args` may mention open parameters of `from`. */
export interface Edge {
  readonly path: string;
  readonly at: number;
  readonly from: Instance | null;
  readonly to: Instance;
  readonly args: readonly Type[];
}

/** `params` is the number of type parameters of all instances. */
export interface InstanceGraph {
  readonly calls: readonly Edge[];
  readonly params: number;
}

/** A place in a module that wants an instance. */
interface Wish {
  readonly path: string;
  readonly what: Instantiation;
}

const wishesOf = (interfaces: readonly ModuleInterface[]): ReadonlyMap<string, readonly Wish[]> => {
  const wishes = new Map<string, Wish[]>();
  for (const { path, instantiations } of interfaces) {
    for (const what of instantiations) {
      const known = wishes.get(what.from) ?? [];
      wishes.set(what.from, known);
      known.push({ path, what });
    }
  }
  return wishes;
};

/** A bound is satisfied by structs and enums; what else stands there is unknown, or was diagnosed. */
const declared = (type: Type): Type => {
  const of = plain(type);
  return of.kind === "Struct" || of.kind === "Enum" ? of : UNKNOWN;
};

/** The function that a wish means for these types: that of the impl, for one through a bound. */
const targetOf = (
  { function: id, member }: Instantiation,
  bound: Substitution,
  { functions, methods }: Declarations,
): FunctionInfo | undefined => {
  if (member === null) return functions.get(id);
  const of = substitute(member.of, bound);
  const known = of.kind === "Struct" || of.kind === "Enum" ? methods.get(of.id) : undefined;
  return known?.find((each) => each.interface === member.interface && each.name === member.name)?.function;
};

const boundsOf = (params: readonly TypeParam[], args: readonly Type[]): Substitution =>
  new Map(
    params.flatMap(({ type, bound }, i) => (bound === null ? [] : [[type, declared(args[i]!)] as const])),
  );

/** The calls that need instances, from those in bodies that are not generic onwards, each once per instance around it. */
export const instanceGraph = (
  interfaces: readonly ModuleInterface[],
  declarations: Declarations,
): InstanceGraph => {
  const wishes = wishesOf(interfaces);
  const instances = new Map<string, Instance>();
  const edges: Edge[] = [];
  const waiting: Instance[] = [];
  let params = 0;

  const instanceOf = (target: FunctionInfo, bound: Substitution): Instance => {
    const key = [target.id, ...[...bound.values()].map((type) => type.key)].join(" ");
    const known = instances.get(key);
    if (known) return known;
    const made = { function: target, bound, first: params, misused: [] };
    params += target.typeParams.length;
    instances.set(key, made);
    waiting.push(made);
    return made;
  };
  const follow = ({ path, what }: Wish, from: Instance | null): void => {
    const bound: Substitution = from?.bound ?? new Map();
    const target = targetOf(what, bound, declarations);
    if (!target) return;
    if (what.member?.associated && target.self === "instance") from?.misused.push(target);
    if (target.typeParams.length === 0) return;
    const args = target.typeParams.map((_, i) => substitute(what.args[i] ?? UNKNOWN, bound));
    const to = instanceOf(target, boundsOf(target.typeParams, args));
    edges.push({ path, at: what.at, from, to, args });
  };

  for (const [from, all] of wishes) {
    const isGeneric = (declarations.functions.get(from)?.typeParams.length ?? 0) > 0;
    if (!isGeneric) for (const wish of all) follow(wish, null);
  }
  for (const instance of waiting)
    for (const wish of wishes.get(instance.function.id) ?? []) follow(wish, instance);
  return { calls: edges, params };
};
