// The walk under every pass: recursion over a tree that no left spine overflows.

import { type AnyNode, type Form, formOf, type Schema } from "./language.ts";

export type Visit<C, R> = Readonly<Record<string, (node: AnyNode, context: C) => R>>;
/** What a walk does with a node of some sort; `to` visits children. */
export type Step<C, R> = (node: AnyNode, to: Visit<C, R>, context: C) => R;

/** So many levels are left to the call stack; each time they are used up, the walk looks for a spine. */
const LEVELS = 200;

/**
 * The functions by which a step visits children, good for one run. A parser bounds true nesting, but
 * `a + b + c + …` nests to the left without bound. Deep in the tree the walk therefore takes the left spine
 * from its far end upwards: each step finds the result of its left child ready, as long as it hands down the
 * context object it was given itself (or one that is identical).
 */
export const walk = <C, R>(
  schema: Schema,
  stepOf: (sort: string) => Step<C, R>,
  untouched?: (node: AnyNode) => R,
): Visit<C, R> => {
  let depth = 0;
  let ready: { readonly context: C; readonly results: Map<AnyNode, R> } | undefined;
  const to: Record<string, (node: AnyNode, context: C) => R> = {};

  const climb = (sort: string, step: Step<C, R>, top: AnyNode, context: C): R => {
    const outer = ready;
    const results = new Map<AnyNode, R>();
    ready = { context, results };
    for (const node of spineBelow(schema, sort, top).reverse()) results.set(node, step(node, to, context));
    const result = step(top, to, context);
    ready = outer;
    return result;
  };

  for (const sort of Object.keys(schema)) {
    const step = stepOf(sort);
    if (step === untouched) {
      to[sort] = untouched;
      continue;
    }
    to[sort] = (node, context) => {
      if (ready !== undefined && ready.context === context && ready.results.has(node)) {
        return ready.results.get(node) as R;
      }
      depth++;
      const result = depth % LEVELS === 0 ? climb(sort, step, node, context) : step(node, to, context);
      depth--;
      return result;
    };
  }
  return to;
};

const spineBelow = (schema: Schema, sort: string, top: AnyNode): AnyNode[] => {
  const spine: AnyNode[] = [];
  for (let node = leftOf(schema, sort, top); node; node = leftOf(schema, sort, node)) spine.push(node);
  return spine;
};

/** For each form the field that continues a left chain: its first subtree, if that is of the form's own sort. */
const leftFields = new WeakMap<
  Form,
  { readonly name: string; readonly role: "child" | "opt" | "many" } | null
>();

const leftFieldOf = (sort: string, form: Form) => {
  const known = leftFields.get(form);
  if (known !== undefined) return known;
  const first = Object.entries(form).find(([, field]) => field.role !== "leaf");
  const leads = first && (first[1].role !== "many" || first[1].leads);
  const found =
    first && leads && (first[1] as { readonly sort?: string }).sort === sort
      ? { name: first[0], role: first[1].role as "child" | "opt" | "many" }
      : null;
  leftFields.set(form, found);
  return found;
};

const leftOf = (schema: Schema, sort: string, node: AnyNode): AnyNode | undefined => {
  const form = formOf(schema, sort, node);
  const field = form && leftFieldOf(sort, form);
  if (!field) return undefined;
  if (field.role === "many") return (node[field.name] as readonly AnyNode[])[0];
  return (node[field.name] as AnyNode | null) ?? undefined;
};
