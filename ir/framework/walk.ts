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
  const steps = new Map<string, Step<C, R>>();

  const climb = (sort: string, step: Step<C, R>, top: AnyNode, context: C): R => {
    const outer = ready;
    const results = new Map<AnyNode, R>();
    ready = { context, results };
    for (const { sort: below, node } of spineBelow(schema, { sort, node: top }).reverse()) {
      results.set(node, steps.get(below)!(node, to, context));
    }
    const result = step(top, to, context);
    ready = outer;
    return result;
  };

  for (const sort of Object.keys(schema)) {
    const step = stepOf(sort);
    steps.set(sort, step);
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

/** A node of a sort. */
interface Place {
  readonly sort: string;
  readonly node: AnyNode;
}

const spineBelow = (schema: Schema, top: Place): Place[] => {
  const spine: Place[] = [];
  for (let place = leftOf(schema, top); place; place = leftOf(schema, place)) spine.push(place);
  return spine;
};

/** A field that continues a left chain. */
interface LeftField {
  readonly name: string;
  readonly role: "child" | "opt" | "many";
  readonly sort: string;
}

/** For each form the field that continues a left chain: its first subtree, if that is of the form's own sort or leads. */
const leftFields = new WeakMap<Form, LeftField | null>();

const findLeftField = (own: string, form: Form): LeftField | null => {
  for (const [name, field] of Object.entries(form)) {
    if (field.role === "leaf") continue;
    const { role, sort } = field;
    const leads = field.role !== "opt" && field.leads === true;
    return leads || (role !== "many" && sort === own) ? { name, role, sort } : null;
  }
  return null;
};

const leftFieldOf = (sort: string, form: Form): LeftField | null => {
  const known = leftFields.get(form);
  if (known !== undefined) return known;
  const found = findLeftField(sort, form);
  leftFields.set(form, found);
  return found;
};

const leftOf = (schema: Schema, { sort, node }: Place): Place | undefined => {
  const form = formOf(schema, sort, node);
  const field = form && leftFieldOf(sort, form);
  if (!field) return undefined;
  const held = node[field.name] as AnyNode | readonly AnyNode[] | null;
  const left = field.role === "many" ? (held as readonly AnyNode[])[0] : (held as AnyNode | null);
  return left ? { sort: field.sort, node: left } : undefined;
};
