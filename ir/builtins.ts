// The built-in functions and their signatures (chapter 2.8): one table for the checker, completion and documentation.

import { BOOL, FLOAT, INT, option, type ParameterType, STRING, type Type, UNIT, UNKNOWN } from "./types.ts";

/** `rest` takes any number of arguments of unknown type, and no names. */
export interface Builtin {
  readonly params: readonly ParameterType[];
  readonly rest: boolean;
  readonly result: Type;
}

const param = (name: string, type: Type, optional = false): ParameterType => ({ name, type, optional });
const fixed = (params: readonly ParameterType[], result: Type): Builtin => ({ params, rest: false, result });
const rest: Builtin = { params: [param("value", UNKNOWN, true)], rest: true, result: UNIT };
const NAME = param("name", STRING);

/** The built-ins that programs can use. */
export const builtins: Readonly<Record<string, Builtin>> = {
  print: rest,
  assert: rest,
  input: fixed([param("prompt", STRING, true)], STRING),
  env: fixed([NAME], option(STRING)),
  env_int: fixed([NAME], option(INT)),
  env_float: fixed([NAME], option(FLOAT)),
  env_bool: fixed([NAME], option(BOOL)),
};

/** Built-in functions and namespaces of the language that this version cannot run yet. */
export const laterBuiltins: ReadonlySet<string> = new Set(
  "log asset serve json html svg request response http time crypto db task".split(" "),
);

/** Names of types that no declaration may take (2.5). */
export const builtinTypes: ReadonlySet<string> = new Set(
  "Unit Int Float Bool String Bytes Html Id Email Error List Map Option Result Self".split(" "),
);
