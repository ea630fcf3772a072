// Trees as text for the eye: `(Form leaf… child…)`, on one line while it fits.

import { type AnyNode, type Language, type NodeOf, schemaOf, subtreesOf } from "./language.ts";
import { walk } from "./walk.ts";

const COLUMNS = 100;
const DEEPEST_INDENT = 40;

/** A node's opening and its parts; `flat` is all of it on one line, where that is short enough. */
interface Doc {
  readonly open: string;
  readonly parts: readonly Doc[];
  readonly flat: string | undefined;
}

/** One line while it fits into 100 columns, else one child per line. Positions are left out. */
export const print = <G, S extends keyof G & string>(
  language: Language<G>,
  sort: S,
  tree: NodeOf<G, S>,
): string => {
  const schema = schemaOf(language);
  const docs = walk<void, Doc>(schema, (sort) => (node, to) => {
    const leaves: string[] = [];
    const parts: Doc[] = [];
    for (const [name, field] of Object.entries(schema[sort]![node.kind]!)) {
      if (field.role === "leaf") leaves.push(field.show(node[name]));
      else {
        const found = subtreesOf(field, node[name]).map((tree) => (tree ? to[field.sort]!(tree) : absent));
        if (field.role === "many") parts.push(listOf(found));
        else parts.push(...found);
      }
    }
    return docOf([`(${node.kind}`, ...leaves.filter((text) => text !== "")].join(" "), parts);
  });
  return layOut(docs[sort]!(tree as unknown as AnyNode));
};

const absent: Doc = { open: "-", parts: [], flat: "-" };

/** A list stands in brackets, so that it shows where it ends; most have one member or none. */
const listOf = (parts: readonly Doc[]): Doc => docOf("[", parts, "]");

const docOf = (open: string, parts: readonly Doc[], close = ")"): Doc => {
  const width = parts.reduce((sum, part) => sum + 1 + (part.flat?.length ?? COLUMNS), open.length + 1);
  const fits = width <= COLUMNS || parts.length === 0;
  const inner = [open, ...parts.map((part) => part.flat)].join(" ");
  const flat = open === "[" ? `[${inner.slice(2)}]` : inner + close;
  return { open, parts, flat: fits ? flat : undefined };
};

/** Keeps its own stack: what it is given may be as deep as the longest spine. */
const layOut = (root: Doc): string => {
  const lines: string[] = [];
  const todo = [{ doc: root, indent: 0, after: "" }];
  for (let next = todo.pop(); next; next = todo.pop()) {
    const { doc, indent, after } = next;
    const margin = " ".repeat(Math.min(indent, DEEPEST_INDENT));
    if ((doc.flat !== undefined && (margin + doc.flat + after).length <= COLUMNS) || doc.parts.length === 0) {
      lines.push(margin + (doc.flat ?? doc.open) + after);
    } else {
      lines.push(margin + doc.open);
      const children = doc.parts.map((part) => ({ doc: part, indent: indent + 2, after: "" }));
      children.at(-1)!.after = (doc.open === "[" ? "]" : ")") + after;
      for (const each of children.reverse()) todo.push(each);
    }
  }
  return lines.join("\n");
};
