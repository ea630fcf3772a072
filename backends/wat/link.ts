// Joins the module of a program with those functions of the run-time part that it reaches.

import type { NodeOf } from "../../ir/framework/language.ts";
import type { WatGrammar } from "../../ir/wat.ts";
import { DEBUG_HEAP, type RuntimeFunction, runtimeFunctions } from "../../ir/wat-runtime.ts";
import { watText } from "../../ir/wat-text.ts";
import { type Form, formsOf, referencesOf, withoutDebug } from "./forms.ts";
import { neededBy } from "./needs.ts";

export type WatProgram = NodeOf<WatGrammar, "Program">;
type Import = WatProgram["imports"][number];

const known: Readonly<Record<string, RuntimeFunction>> = runtimeFunctions;
const isOfHost = (name: string): boolean => known[name]?.from === "host";

interface Reached {
  /** Forms of the run-time part. */
  readonly forms: ReadonlySet<Form>;
  /** Functions of the host. */
  readonly host: ReadonlySet<string>;
  /** What functions of the host call. */
  readonly exported: ReadonlySet<string>;
}

/** What some functions need, directly or through others. */
const reachedFrom = (names: readonly string[], library: ReadonlyMap<string, Form>): Reached => {
  const forms = new Set<Form>();
  const host = new Set<string>();
  const exported = new Set<string>();
  const pending = [...names];
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    const form = library.get(name);
    if (form && !forms.has(form)) {
      forms.add(form);
      pending.push(...referencesOf(form.text));
    } else if (isOfHost(name) && !host.has(name)) {
      host.add(name);
      const needed = neededBy(name);
      if (needed !== null) pending.push(needed);
      if (needed !== null) exported.add(needed);
    }
  }
  return { forms, host, exported };
};

const importOf = (name: string): Import => {
  const { params, results } = known[name]!;
  return { kind: "Import", at: 0, from: "host", name, params, results };
};

/**
 * The text of a module that imports from the host only. `library` is the text of the run-time part; what is taken
 * from it stands in its own order. With `debug`, copies are counted, and objects can be.
 */
export const link = (program: WatProgram, library: string, debug: boolean): string => {
  const forms = formsOf(debug ? library : withoutDebug(library));
  const byName = new Map(forms.flatMap((form) => (form.name === null ? [] : [[form.name, form] as const])));
  const wanted = program.imports.map(({ name }) => name);
  const missing = wanted.filter((name) => !isOfHost(name) && !byName.has(name));
  if (missing.length > 0) throw new Error(`the run-time part lacks ${missing.join(", ")}`);
  const { forms: used, host, exported } = reachedFrom(wanted, byName);
  const text = watText({ ...program, imports: [...host].sort().map(importOf) });
  return [
    text.slice(0, text.lastIndexOf(")")),
    ...forms.filter((form) => form.name === null || used.has(form)).map((form) => form.text),
    ...[...exported].sort().map((name) => `(export "${name}" (func $${name}))`),
    ...(debug ? [`(export "${DEBUG_HEAP}" (global $heap))`] : []),
    ")\n",
  ].join("\n");
};
