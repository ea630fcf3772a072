// Verification of a value as a tree of a language: known forms, exactly their keys, leaves as their codecs say.

import { type Either, left, right } from "fp-ts/Either";
import {
  type AnyNode,
  type Field,
  type Form,
  formOf,
  type Language,
  type NodeOf,
  schemaOf,
} from "./language.ts";
import { type Step, type Visit, walk } from "./walk.ts";

/** Where in a tree (`/items/3/body`) it does not fit its language, and why. */
export interface Fault {
  readonly path: string;
  readonly message: string;
}
export type Faults = readonly Fault[];

/** Nodes found right before, per grammar: a pass that keeps subtrees does not pay for them again. */
const verified = new WeakMap<object, WeakSet<object>>();

/** Exact, because types cannot see surplus fields: `{ ...node, kind: "Other" }` passes the checker. */
export const verify = <G, S extends keyof G & string>(
  language: Language<G>,
  sort: S,
  value: unknown,
): Either<Faults, NodeOf<G, S>> => {
  const schema = schemaOf(language);
  const known = verified.get(schema) ?? new WeakSet();
  verified.set(schema, known);

  const inspect =
    (sort: string): Step<void, Faults> =>
    (node, to) => {
      const form = formOf(schema, sort, node);
      if (!form) return fault(`expected a form of ${sort} in ${language.name}, found ${describe(node)}`);
      if (known.has(node)) return none;
      let faults = inspectKeys(form, node);
      for (const name in form) faults = both(faults, under(name, inspectField(form[name]!, node[name], to)));
      if (faults.length === 0) known.add(node);
      return faults;
    };

  const faults = walk(schema, inspect)[sort]!(value as AnyNode);
  return faults.length === 0 ? right(value as NodeOf<G, S>) : left(faults);
};

const inspectKeys = (form: Form, node: AnyNode): Faults => {
  let faults =
    typeof node.at === "number"
      ? none
      : under("at", fault(`expected a position, found ${describe(node.at)}`));
  for (const key in node) {
    if (!Object.hasOwn(form, key) && key !== "kind" && key !== "at") {
      faults = both(faults, fault(`${node.kind} has no field ${key}`));
    }
  }
  return faults;
};

const inspectField = (field: Field, value: unknown, to: Visit<void, Faults>): Faults => {
  switch (field.role) {
    case "leaf":
      return field.codec.is(value) ? none : fault(`expected ${field.codec.name}, found ${describe(value)}`);
    case "child":
      return to[field.sort]!(value as AnyNode);
    case "opt":
      return value === null ? none : to[field.sort]!(value as AnyNode);
    case "many":
      return Array.isArray(value)
        ? inspectList(value, to[field.sort]!)
        : fault(`expected a list of ${field.sort}, found ${describe(value)}`);
  }
};

const inspectList = (list: readonly AnyNode[], visit: Visit<void, Faults>[string]): Faults => {
  let faults = none;
  for (let i = 0; i < list.length; i++) faults = both(faults, under(i, visit(list[i]!)));
  return faults;
};

const none: Faults = [];
const both = (first: Faults, second: Faults): Faults =>
  first.length === 0 ? second : second.length === 0 ? first : [...first, ...second];
const fault = (message: string): Faults => [{ path: "", message }];

/** Paths grow on the way up, so that the walk's context stays the same along a spine. */
const under = (step: string | number, faults: Faults): Faults =>
  faults.length === 0 ? none : faults.map(({ path, message }) => ({ path: `/${step}${path}`, message }));

const describe = (value: unknown): string => {
  if (typeof value === "bigint") return `${value}n`;
  if (Array.isArray(value)) return "a list";
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? typeof value;
  return "kind" in value ? `a node ${String(value.kind)}` : "an object without kind";
};
