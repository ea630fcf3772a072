// remove-unreachable: functions and types that no entry reaches go.

import { right } from "fp-ts/These";
import { type AnyNode, schemaOf } from "../../ir/framework/language.ts";
import type { NodeOf } from "../../ir/framework/language.ts";
import { pass } from "../../ir/framework/pass.ts";
import { walk } from "../../ir/framework/walk.ts";
import { defaultId, Mono, type MonoGrammar } from "../../ir/mono.ts";
import { type Type, typeCodec } from "../../ir/types.ts";

type Program = NodeOf<MonoGrammar, "Program">;
type Function = NodeOf<MonoGrammar, "Function">;
type TypeDecl = NodeOf<MonoGrammar, "TypeDecl">;

/** What was reached, and what of it is still to be looked into. */
interface Reached {
  readonly functions: ReadonlyMap<string, Function>;
  readonly types: ReadonlyMap<string, TypeDecl>;
  readonly known: Set<string>;
  readonly knownTypes: Set<Type>;
  readonly pending: (Function | TypeDecl)[];
}

const reachable = (program: Program): ReadonlySet<string> => {
  const reached: Reached = {
    functions: new Map(program.functions.map((fn) => [fn.id, fn])),
    types: new Map(program.types.map((type) => [type.id, type])),
    known: new Set(),
    knownTypes: new Set(),
    pending: [],
  };
  for (const entry of program.entries) reach(entry.function, reached);
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
  FunctionName: ["id"],
  VariantName: ["enum"],
  MakeVariant: ["enum"],
  VariantPattern: ["enum"],
  StructLiteral: ["struct"],
  StructPattern: ["struct"],
  Field: ["default"],
};

/** Visits a declaration and reaches whatever it names. */
const looker = (reached: Reached) =>
  walk<void, void>(schema, (sort) => (node, to) => {
    for (const name of references[node.kind] ?? []) {
      const id = node[name];
      if (typeof id === "string") reach(id, reached);
    }
    if (node.kind === "FunctionName") reachDefaults(String(node.id), reached);
    if (node.kind === "Variant") (node.payload as readonly Type[]).forEach((type) => reachType(type, reached));
    for (const [name, field] of fieldsOf(sort, node.kind)) {
      const value = node[name];
      if (field.role === "leaf") reachType(value as Type, reached);
      else if (Array.isArray(value)) for (const each of value) to[field.sort]!(each);
      else if (value !== null) to[field.sort]!(value as AnyNode);
    }
  });

type Fields = readonly (readonly [string, (typeof schema)[string][string][string]])[];
const fields = new Map<string, Fields>();

/** The subtrees and types of a form. */
const fieldsOf = (sort: string, kind: string): Fields => {
  const key = `${sort}.${kind}`;
  let known = fields.get(key);
  if (!known) {
    known = Object.entries(schema[sort]![kind]!).filter(
      ([, field]) => field.role !== "leaf" || field.codec === typeCodec,
    );
    fields.set(key, known);
  }
  return known;
};

/** A function as a value may be called with fewer arguments. */
const reachDefaults = (id: string, reached: Reached): void => {
  for (const { local } of reached.functions.get(id)?.params ?? []) reach(defaultId(id, local.name), reached);
};

const reachType = (type: Type, reached: Reached): void => {
  if (reached.knownTypes.has(type)) return;
  reached.knownTypes.add(type);
  const go = (part: Type) => reachType(part, reached);
  switch (type.kind) {
    case "Struct":
    case "Enum":
      return reach(type.id, reached);
    case "List":
      return go(type.item);
    case "Map":
      return go(type.value);
    case "Option":
      return go(type.inner);
    case "Result":
      go(type.ok);
      return go(type.error);
    case "Union":
      return type.domains.forEach(go);
    case "Refined":
      go(type.base);
      for (const each of type.constraints) if (each.kind === "Predicate") reach(each.function, reached);
      return;
    case "Function":
      for (const param of type.params) go(param.type);
      return go(type.result);
  }
};

export const removeUnreachable = pass({
  name: "remove-unreachable",
  purpose: "Drops functions or types that no entry reaches.",
  from: Mono,
  to: Mono,
  optional: true,
  run: (program) => {
    const known = reachable(program);
    const functions = program.functions.filter(({ id }) => known.has(id));
    const types = program.types.filter(({ id }) => known.has(id));
    return right({ ...program, functions, types });
  },
});
