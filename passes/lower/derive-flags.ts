// derive-flags: an entry without parameters binds program arguments to those of `main` (04, section 6).

import { right } from "fp-ts/These";
import { Structures, type StructuresGrammar } from "../../ir/derived.ts";
import type { NodeOf } from "../../ir/framework/language.ts";
import { pass } from "../../ir/framework/pass.ts";
import { defaultId } from "../../ir/mono.ts";
import { holdsUnknown } from "../../ir/types.ts";
import { type Fn, problemFunctions } from "./flag-problems.ts";
import { usageOf } from "./flag-usage.ts";
import { bindingId, bindingOf, type Defaults } from "./flags.ts";
import { withValidation } from "./std-error.ts";

type Program = NodeOf<StructuresGrammar, "Program">;

const withBinding = (program: Program, id: string): Program => {
  const functions = new Map(program.functions.map((fn) => [fn.id, fn]));
  const main = functions.get(id)!;
  const defaults: Defaults = new Map(
    main.params.flatMap(({ local: { name } }) => {
      const given = functions.get(defaultId(id, name));
      return given ? [[name, unconverted(given)] as const] : [];
    }),
  );
  return {
    ...program,
    types: withValidation(program.types),
    functions: [
      ...program.functions,
      ...[...defaults.values()].filter((each) => !functions.has(each.id)),
      ...bindingOf(main, defaults, usageIn(program, main, defaults)),
      ...problemFunctions(main.path),
    ],
    entries: program.entries.map((entry) =>
      entry.role === "main" ? { ...entry, function: bindingId(id) } : entry,
    ),
  };
};

/**
 * A default of unknown type is tested as flags are, not as the arguments of calls are (03, 8.4): by a function that gives
 * it as it is.
 */
const unconverted = (given: Fn): Fn => {
  const [statement] = given.body.statements;
  if (statement?.kind !== "Return" || statement.value?.kind !== "Convert") return given;
  const { value } = statement.value;
  if (!holdsUnknown(value.type)) return given;
  const body = { ...given.body, statements: [{ ...statement, value }] };
  return { ...given, id: `unconverted<${given.id}>`, result: value.type, body };
};

const usageIn = ({ sources }: Program, { path, params }: Fn, defaults: Defaults): string => {
  const source = sources.find((each) => each.path === path)?.text ?? "";
  const declared = params.map(({ at, local: { name }, type }) => {
    return { name, at, default: defaults.get(name)?.at ?? null, optional: type.kind === "Option" };
  });
  return usageOf(source, declared);
};

export const deriveFlags = pass({
  name: "derive-flags",
  purpose: "Makes the entry that binds program arguments to the parameters of `main`.",
  from: Structures,
  to: Structures,
  run: (program) => {
    const entry = program.entries.find(({ role }) => role === "main");
    return right(entry ? withBinding(program, entry.function) : program);
  },
});
