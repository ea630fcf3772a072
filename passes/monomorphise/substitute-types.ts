// Substitution of type parameters in a function: in every type that its tree holds.

import { type AnyNode, type Form, type NodeOf, schemaOf } from "../../ir/framework/language.ts";
import { walk } from "../../ir/framework/walk.ts";
import { Detached, type DetachedGrammar } from "../../ir/mono.ts";
import { type Substitution, substitute } from "../../ir/substitution.ts";
import { type Type, type as typeLeaf, types as typesLeaf } from "../../ir/types.ts";

type Fn = NodeOf<DetachedGrammar, "Function">;
type Change = (value: unknown, to: (node: AnyNode) => AnyNode, by: Substitution) => unknown;

const schema = schemaOf(Detached);

const mapped = (nodes: readonly AnyNode[], to: (node: AnyNode) => AnyNode): readonly AnyNode[] => {
  const changed = nodes.map(to);
  return changed.every((node, i) => node === nodes[i]) ? nodes : changed;
};

/** How the fields of a form change, by name: those that hold types, and those that hold trees. */
const changesOf = (form: Form): ReadonlyMap<string, { readonly sort: string; readonly change: Change }> => {
  const changes = new Map<string, { readonly sort: string; readonly change: Change }>();
  for (const [name, field] of Object.entries(form)) {
    if (field.role === "leaf") {
      if (field.codec === typeLeaf.codec)
        changes.set(name, { sort: "", change: (value, _, by) => substitute(value as Type, by) });
      if (field.codec === typesLeaf.codec)
        changes.set(name, {
          sort: "",
          change: (value, _, by) => (value as readonly Type[]).map((each) => substitute(each, by)),
        });
    } else {
      const change: Change =
        field.role === "many"
          ? (value, to) => mapped(value as readonly AnyNode[], to)
          : (value, to) => (value === null ? null : to(value as AnyNode));
      changes.set(name, { sort: field.sort, change });
    }
  }
  return changes;
};

const forms = new Map(
  Object.entries(schema).map(([sort, kinds]) => [
    sort,
    new Map(Object.entries(kinds).map(([kind, form]) => [kind, changesOf(form)])),
  ]),
);

/** The function with its type parameters replaced. */
export const substituteTypes = (fn: Fn, by: Substitution): Fn => {
  const to = walk<Substitution, AnyNode>(schema, (sort) => {
    const changes = forms.get(sort)!;
    return (node, visit, context) => {
      const changed: Record<string, unknown> = { ...node };
      for (const [name, { sort: inner, change }] of changes.get(node.kind)!) {
        changed[name] = change(node[name], (each) => visit[inner]!(each, context), context);
      }
      return changed as unknown as AnyNode;
    };
  });
  return to.Function!(fn as unknown as AnyNode, by) as unknown as Fn;
};
