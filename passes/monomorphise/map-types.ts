// Changes the types in a tree: in every leaf that holds one, or several.

import type { AnyNode, Form, Schema } from "../../ir/framework/language.ts";
import { walk } from "../../ir/framework/walk.ts";
import { type Type, type as typeLeaf, types as typesLeaf } from "../../ir/types.ts";

export type ChangeType = (type: Type) => Type;
/** The node with its types changed; itself if none of them changes. */
export type MapTypes = (node: AnyNode, change: ChangeType) => AnyNode;

type Changed = (value: unknown, to: (node: AnyNode) => AnyNode, change: ChangeType) => unknown;

const all = <A>(values: readonly A[], to: (value: A) => A): readonly A[] => {
  const changed = values.map(to);
  return changed.every((value, i) => value === values[i]) ? values : changed;
};

/** How the fields of a form change, by name: those that hold types, and those that hold trees. */
const changesOf = (form: Form): ReadonlyMap<string, { readonly sort: string; readonly change: Changed }> => {
  const changes = new Map<string, { readonly sort: string; readonly change: Changed }>();
  for (const [name, field] of Object.entries(form)) {
    if (field.role !== "leaf") {
      const change: Changed =
        field.role === "many"
          ? (value, to) => all(value as readonly AnyNode[], to)
          : (value, to) => (value === null ? null : to(value as AnyNode));
      changes.set(name, { sort: field.sort, change });
    } else if (field.codec === typeLeaf.codec)
      changes.set(name, { sort: "", change: (value, _, change) => change(value as Type) });
    else if (field.codec === typesLeaf.codec)
      changes.set(name, { sort: "", change: (value, _, change) => all(value as readonly Type[], change) });
  }
  return changes;
};

/** Changes the types in trees of a sort of a language. */
export const typeMapper = (schema: Schema, sort: string): MapTypes => {
  const forms = new Map(
    Object.entries(schema).map(([sort, kinds]) => [
      sort,
      new Map(Object.entries(kinds).map(([kind, form]) => [kind, changesOf(form)])),
    ]),
  );
  const to = walk<ChangeType, AnyNode>(schema, (sort) => {
    const changes = forms.get(sort)!;
    return (node, visit, change) => {
      const fields: Record<string, unknown> = {};
      for (const [name, { sort: inner, change: changed }] of changes.get(node.kind)!) {
        const value = changed(node[name], (each) => visit[inner]!(each, change), change);
        if (value !== node[name]) fields[name] = value;
      }
      return Object.keys(fields).length === 0 ? node : ({ ...node, ...fields } as AnyNode);
    };
  });
  return (node, change) => to[sort]!(node, change);
};
