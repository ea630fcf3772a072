// remove-unreachable: functions and types that no entry reaches go, and so do entries that are not wanted.

import { isRight } from "fp-ts/Either";
import { right } from "fp-ts/These";
import * as t from "io-ts";
import { type AnyNode, type Form, type NodeOf, schemaOf } from "../../ir/framework/language.ts";
import { pass } from "../../ir/framework/pass.ts";
import { walk } from "../../ir/framework/walk.ts";
import { defaultId, entryKindCodec, Mono, type MonoGrammar } from "../../ir/mono.ts";
import { mentionedIn, type Type, typeCodec } from "../../ir/types.ts";

type Program = NodeOf<MonoGrammar, "Program">;
type Fn = NodeOf<MonoGrammar, "Function">;
type TypeDecl = NodeOf<MonoGrammar, "TypeDecl">;

/** What was reached, and what of it is still to be looked into. */
interface Reached {
  readonly functions: ReadonlyMap<string, Fn>;
  readonly types: ReadonlyMap<string, TypeDecl>;
  readonly known: Set<string>;
  readonly knownTypes: Set<Type>;
  readonly pending: (Fn | TypeDecl)[];
}

const reachable = (program: Program): ReadonlySet<string> => {
  const reached: Reached = {
    functions: new Map(program.functions.map((fn) => [fn.id, fn])),
    types: new Map(program.types.map((type) => [type.id, type])),
    known: new Set(),
    knownTypes: new Set(),
    pending: [],
  };
  for (const entry of program.entries) {
    reach(entry.function, reached);
    reachDefaults(entry.function, reached);
  }
  const look = looker(reached);
  for (let next = reached.pending.pop(); next; next = reached.pending.pop()) {
    if (next.kind === "Function") look.Function!(next as unknown as AnyNode);
    else look.TypeDecl!(next as unknown as AnyNode);
  }
  return reached.known;
};

const reach = (id: string, { functions, types, known, pending }: Reached): void => {
  if (known.has(id)) return;
  known.add(id);
  const found = functions.get(id) ?? types.get(id);
  if (found) pending.push(found);
};

const schema = schemaOf(Mono);
/** The fields of each form that hold ids of functions or types. */
const references: Readonly<Record<string, readonly string[]>> = {
  Call: ["function"],
  Spawn: ["function"],
  FunctionName: ["id"],
  MethodValue: ["function"],
  VariantName: ["enum"],
  MakeVariant: ["enum"],
  VariantPattern: ["enum"],
  StructLiteral: ["struct"],
  StructPattern: ["struct"],
  Field: ["default"],
};

/** What of a form is looked at: fields with types, with ids, and with subtrees. */
interface Plan {
  readonly types: readonly string[];
  readonly ids: readonly string[];
  readonly subtrees: readonly { readonly name: string; readonly sort: string }[];
}

const planOf = (kind: string, form: Form): Plan => {
  const types: string[] = [];
  const subtrees: { name: string; sort: string }[] = [];
  for (const [name, field] of Object.entries(form)) {
    if (field.role !== "leaf") subtrees.push({ name, sort: field.sort });
    else if (field.codec === typeCodec) types.push(name);
  }
  const ids = (references[kind] ?? []).filter((name) => Object.hasOwn(form, name));
  return { types, ids, subtrees };
};

const plans = new Map(
  Object.entries(schema).map(([sort, forms]) => [
    sort,
    new Map(Object.entries(forms).map(([kind, form]) => [kind, planOf(kind, form)])),
  ]),
);

/** Visits a declaration and reaches whatever it names. */
const looker = (reached: Reached) =>
  walk<void, void>(schema, (sort) => {
    const bySort = plans.get(sort)!;
    return (node, to) => {
      const { types, ids, subtrees } = bySort.get(node.kind)!;
      for (const name of types) reachType(node[name] as Type, reached);
      for (const name of ids) if (node[name] !== null) reach(node[name] as string, reached);
      if (node.kind === "FunctionName") reachDefaults(node.id as string, reached);
      if (node.kind === "MethodValue") reachDefaults(node.function as string, reached);
      if (node.kind === "Variant")
        for (const type of node.payload as readonly Type[]) reachType(type, reached);
      for (const { name, sort } of subtrees) {
        const value = node[name];
        if (Array.isArray(value)) for (const each of value) to[sort]!(each);
        else if (value !== null) to[sort]!(value as AnyNode);
      }
    };
  });

/** A function as a value, or `main`, may be called with fewer arguments. */
const reachDefaults = (id: string, reached: Reached): void => {
  for (const { local } of reached.functions.get(id)?.params ?? []) reach(defaultId(id, local.name), reached);
};

const reachType = (type: Type, reached: Reached): void => {
  if (reached.knownTypes.has(type)) return;
  reached.knownTypes.add(type);
  if (type.kind === "Struct" || type.kind === "Enum") reach(type.id, reached);
  if (type.kind === "Refined") {
    for (const each of type.constraints) if (each.kind === "Predicate") reach(each.function, reached);
  }
  for (const part of mentionedIn(type)) reachType(part, reached);
};

/** `role`: the kind of entry that will be run; without it, all are kept. */
const optionsCodec = t.type({ role: entryKindCodec });

const isWanted = (options: unknown): ((entry: Program["entries"][number]) => boolean) => {
  const decoded = optionsCodec.decode(options);
  return ({ role }) => !isRight(decoded) || role === decoded.right.role;
};

export const removeUnreachable = pass({
  name: "remove-unreachable",
  purpose: "Drops functions or types that no entry reaches.",
  from: Mono,
  to: Mono,
  optional: true,
  run: (whole, { options }) => {
    const program = { ...whole, entries: whole.entries.filter(isWanted(options)) };
    const known = reachable(program);
    const functions = program.functions.filter(({ id }) => known.has(id));
    const types = program.types.filter(({ id }) => known.has(id));
    return right({ ...program, functions, types });
  },
});
