// Trees as flat JSON for tools: a table of nodes, children before parents, and the way back.

import { type Either, isLeft, left, right } from "fp-ts/Either";
import type { Errors } from "io-ts";
import {
  type AnyNode,
  type Field,
  type Form,
  formOf,
  type Language,
  type NodeOf,
  schemaOf,
  subtreesOf,
} from "./language.ts";
import type { Fault } from "./verify.ts";
import { walk } from "./walk.ts";

/** A node: its leaves as their codecs write them, its subtrees as numbers of earlier rows. */
export type Row = readonly [sort: string, kind: string, at: number, ...cells: readonly unknown[]];

/** Flat, so that no depth is too great for JSON; a subtree that is shared has one row. The last row is the root. */
export const dump = <G, S extends keyof G & string>(
  language: Language<G>,
  sort: S,
  tree: NodeOf<G, S>,
): readonly Row[] => {
  const schema = schemaOf(language);
  const rows: Row[] = [];
  const number = walk<void, number>(schema, (sort) => {
    /** Of this sort: where two sorts have a form in common, a node may stand in both. */
    const numbers = new Map<AnyNode, number>();
    return (node, to) => {
      const known = numbers.get(node);
      if (known !== undefined) return known;
      const cells = Object.entries(schema[sort]![node.kind]!).map(([name, field]) => {
        if (field.role === "leaf") return field.codec.encode(node[name]);
        const found = subtreesOf(field, node[name]).map((tree) => tree && to[field.sort]!(tree));
        return field.role === "many" ? found : found[0];
      });
      numbers.set(node, rows.length);
      return rows.push([sort, node.kind, node.at, ...cells]) - 1;
    };
  });
  number[sort]!(tree as unknown as AnyNode);
  return rows;
};

/** Reads what `dump` wrote: the tree of the last row, which must be of the given sort. */
export const undump = <G, S extends keyof G & string>(
  language: Language<G>,
  sort: S,
  rows: unknown,
): Either<Fault, NodeOf<G, S>> => {
  if (!Array.isArray(rows) || rows.length === 0)
    return left({ path: "", message: "expected a list of rows" });
  const schema = schemaOf(language);
  const nodes: { readonly sort: string; readonly node: AnyNode }[] = [];
  for (const [index, row] of rows.entries()) {
    const fault = (message: string) => left({ path: `/${index}`, message });
    if (!Array.isArray(row)) return fault("expected a row");
    const [rowSort, kind, at, ...cells] = row;
    const form = formOf(schema, String(rowSort), { kind });
    if (!form) return fault(`${language.name} has no form ${String(rowSort)}.${String(kind)}`);
    if (typeof at !== "number") return fault("expected a position");
    const names = Object.keys(form);
    if (cells.length !== names.length)
      return fault(`${String(kind)} has ${names.length} fields, found ${cells.length}`);
    const values = readCells(form, cells, nodes);
    if (isLeft(values)) return fault(values.left);
    nodes.push({ sort: String(rowSort), node: { kind: String(kind), at, ...values.right } });
  }
  const root = nodes.at(-1)!;
  return root.sort === sort
    ? right(root.node as unknown as NodeOf<G, S>)
    : left({ path: `/${nodes.length - 1}`, message: `expected ${sort}, found ${root.sort}` });
};

type Nodes = readonly { readonly sort: string; readonly node: AnyNode }[];

const readCells = (
  form: Form,
  cells: readonly unknown[],
  nodes: Nodes,
): Either<string, Record<string, unknown>> => {
  const values: Record<string, unknown> = {};
  for (const [i, [name, field]] of Object.entries(form).entries()) {
    const value = readCell(field, cells[i], nodes);
    if (isLeft(value)) return left(`${name}: ${value.left}`);
    values[name] = value.right;
  }
  return right(values);
};

const readCell = (field: Field, cell: unknown, nodes: Nodes): Either<string, unknown> => {
  if (field.role === "leaf") {
    const decoded = field.codec.decode(cell);
    return isLeft(decoded) ? left(faultOf(decoded.left)) : decoded;
  }
  if (field.role === "opt" && cell === null) return right(null);
  if (field.role !== "many") return nodeAt(field.sort, cell, nodes);
  if (!Array.isArray(cell)) return left("expected a list of row numbers");
  const members: AnyNode[] = [];
  for (const each of cell) {
    const node = nodeAt(field.sort, each, nodes);
    if (isLeft(node)) return node;
    members.push(node.right);
  }
  return right(members);
};

const nodeAt = (sort: string, cell: unknown, nodes: Nodes): Either<string, AnyNode> => {
  const found = typeof cell === "number" ? nodes[cell] : undefined;
  if (!found) return left("expected the number of an earlier row");
  return found.sort === sort ? right(found.node) : left(`expected ${sort}, found ${found.sort}`);
};

/** What an io-ts decoder found wrong, in one line: the path inside the value and the type it failed. */
const faultOf = (errors: Errors): string => {
  const context = errors[0]?.context ?? [];
  const path = context
    .map(({ key }) => key)
    .filter((key) => key !== "")
    .join("/");
  return `${path === "" ? "" : `${path}: `}expected ${context.at(-1)?.type.name ?? "another value"}`;
};
