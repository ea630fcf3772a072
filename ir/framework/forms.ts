// What passes do with forms that they have no clause for: rebuild them, visit them, sum up their parts.

import type { Monoid } from "fp-ts/Monoid";
import { type AnyNode, type Field, type Form, subtreesOf } from "./language.ts";
import type { Visit } from "./walk.ts";

/** What a pass does with a form. Clauses and the functions made here are alike in this. */
export type Action<C, R> = (node: AnyNode, to: Visit<C, R>, context: C) => R;

/** What is done with a form; `final` if it will not be something better soon. */
export interface Made<C, R> {
  readonly action: Action<C, R>;
  readonly final: boolean;
}

/**
 * One function per form, generated once and shared by all passes, and by all languages where the form has
 * these fields. For `Add: { left: child("Expr"), right: child("Expr") }` its body is
 *
 *     const v0 = to.Expr(node.left, context), v1 = to.Expr(node.right, context);
 *     return v0 === node.left && v1 === node.right ? node : { kind: "Add", at: node.at, left: v0, right: v1 };
 *
 * The literal gives all nodes of a form the same layout in memory, which a spread would not.
 */
const rebuilderSource = (kind: string, form: Form): string => {
  const fields = Object.entries(form).map(([field, description], i) => {
    const name = JSON.stringify(field);
    const old = `node[${name}]`;
    const leaf = description.role === "leaf";
    return { name, old, now: leaf ? old : `v${i}`, visit: leaf ? old : rebuiltSource(description, old) };
  });
  const subtrees = fields.filter(({ old, now }) => now !== old);
  const unchanged = subtrees.map(({ old, now }) => `${now} === ${old}`).join(" && ") || "true";
  const copy = [
    `kind: ${JSON.stringify(kind)}`,
    "at: node.at",
    ...fields.map(({ name, now }) => `${name}: ${now}`),
  ];
  return [
    ...subtrees.map(({ now, visit }) => `const ${now} = ${visit};`),
    `return ${unchanged} ? node : { ${copy.join(", ")} };`,
  ].join("\n");
};

/** The same without a generated function. */
const rebuildSlowly =
  (form: Form): AnyAction =>
  (node, to, context) => {
    let copy: Record<string, unknown> | null = null;
    for (const name in form) {
      const field = form[name]!;
      const old = node[name];
      if (field.role === "leaf" || old === null) continue;
      const visit = to[field.sort]!;
      const now =
        field.role === "many"
          ? mapKept(old as readonly AnyNode[], visit, context)
          : visit(old as AnyNode, context);
      if (now !== old) (copy ??= { ...node })[name] = now;
    }
    return copy ?? node;
  };

/** Rebuilds a form from its rewritten subtrees; where none changed the node itself is kept. */
export const rebuilder = (kind: string, form: Form): AnyMade =>
  whenWarm(form, "rebuild", () => rebuilderSource(kind, form), rebuildSlowly);

type Subtrees = Exclude<Field, { readonly role: "leaf" }>;

const visitSource = ({ sort }: Subtrees): string => `to[${JSON.stringify(sort)}]`;

const rebuiltSource = (field: Subtrees, old: string): string => {
  const visit = visitSource(field);
  if (field.role === "many") return `mapKept(${old}, ${visit}, context)`;
  return field.role === "opt"
    ? `${old} === null ? null : ${visit}(${old}, context)`
    : `${visit}(${old}, context)`;
};

/** A generated function serves passes of whatever context and result. */
// biome-ignore lint/suspicious/noExplicitAny: as it says
type AnyAction = Action<any, any>;
// biome-ignore lint/suspicious/noExplicitAny: as above
type AnyMade = Made<any, any>;

const functions = new Map<string, AnyAction>();

/** Making a function costs as much as some visits without it. */
const VISITS_UNTIL_WARM = 16;
const visits = { rebuild: new WeakMap<Form, number>(), visit: new WeakMap<Form, number>() };

/** The generated function of a form that was met often, over all passes; until then one that needs no making. */
const whenWarm = (
  form: Form,
  purpose: keyof typeof visits,
  source: () => string,
  slowly: (form: Form) => AnyAction,
): AnyMade => {
  const count = (visits[purpose].get(form) ?? 0) + 1;
  visits[purpose].set(form, count);
  return count > VISITS_UNTIL_WARM
    ? { action: generated(source()), final: true }
    : { action: slowly(form), final: false };
};

/** The function with this body, made once for all passes. */
const generated = (body: string): AnyAction => {
  const known = functions.get(body);
  if (known) return known;
  const source = `return (node, to, context) => {\n${body}\n};`;
  const made = new Function("mapKept", "visitAll", source)(mapKept, visitAll) as AnyAction;
  functions.set(body, made);
  return made;
};

/** Maps a list, and returns the list itself where no element changed. */
export const mapKept = <N, M, C>(
  list: readonly N[],
  visit: (node: N, context: C) => M,
  context: C,
): readonly M[] => {
  let copy: M[] | undefined;
  for (let i = 0; i < list.length; i++) {
    const result = visit(list[i]!, context);
    if ((result as unknown) !== list[i]) copy ??= list.slice(0, i) as unknown[] as M[];
    copy?.push(result);
  }
  return copy ?? (list as readonly unknown[] as readonly M[]);
};

const visitAll = <N, C>(list: readonly N[], visit: (node: N, context: C) => void, context: C): void => {
  for (let i = 0; i < list.length; i++) visit(list[i]!, context);
};

/** Sums up what the subtrees give. */
export const summer = <C, R>(form: Form, { empty, concat }: Monoid<R>): Made<C, R> => ({
  final: true,
  action: (node, to, context) => {
    let sum = empty;
    for (const name of Object.keys(form)) {
      const field = form[name]!;
      if (field.role === "leaf") continue;
      for (const tree of subtreesOf(field, node[name])) {
        if (tree) sum = concat(sum, to[field.sort]!(tree, context));
      }
    }
    return sum;
  },
});

const visitorSource = (form: Form): string => {
  const visits = Object.entries(form).flatMap(([field, description]) => {
    if (description.role === "leaf") return [];
    const value = `node[${JSON.stringify(field)}]`;
    const visit = visitSource(description);
    if (description.role === "many") return [`visitAll(${value}, ${visit}, context);`];
    const guard = description.role === "opt" ? `if (${value} !== null) ` : "";
    return [`${guard}${visit}(${value}, context);`];
  });
  return visits.join("\n");
};

const visitSlowly =
  (form: Form): AnyAction =>
  (node, to, context) => {
    for (const name in form) {
      const field = form[name]!;
      const value = node[name];
      if (field.role === "leaf" || value === null) continue;
      const visit = to[field.sort]!;
      if (field.role === "many") visitAll(value as readonly AnyNode[], visit, context);
      else visit(value as AnyNode, context);
    }
  };

/** Visits the subtrees in order; generated like a rebuilder. */
export const visitor = (form: Form): AnyMade =>
  whenWarm(form, "visit", () => visitorSource(form), visitSlowly);
