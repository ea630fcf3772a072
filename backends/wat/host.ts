// The functions that programs import from the host.

import { regexText } from "../../ir/regex.ts";
import { base64 } from "../../runtime/base64.ts";
import { readBool, readFloat, readInt } from "../../runtime/environment.ts";
import { depthPanic, Failure, memoryPanic, Panic } from "../../runtime/failures.ts";
import { floatText } from "../../runtime/float.ts";
import { type Host, input, print, variable } from "../../runtime/host.ts";
import { int } from "../../runtime/int.ts";
import { matches } from "../../runtime/regex.ts";
import * as unknown from "../../runtime/unknown.ts";
import type { Border } from "./border.ts";
import { flagFunctions } from "./flags.ts";
import { jsonFunctions } from "./json.ts";
import { LENGTH } from "./memory.ts";
import { serviceFunctions } from "./services.ts";
import type { Strands } from "./strands.ts";
import { unknownFunctions } from "./unknown.ts";

const textFunctions = (border: Border) => ({
  host_float_text: (value: number) => border.newText(floatText(value)),
  bytes_text: (bytes: number) => border.newText(base64(border.memory.octets(bytes))),
  text_matches: (text: number, expression: number) => {
    const source = border.text(expression);
    return Number(matches(regexText(source, border.text(text)), source));
  },
});

/** The number of the site that is no place. */
const NO_SITE = 0;

/** What `compute` throws is at that place. */
const at = <A>(border: Border, site: number, compute: () => A): A => {
  border.site = site;
  return compute();
};

const failures = (border: Border) => {
  const panic =
    (make: () => Panic) =>
    (site: number): never =>
      at(border, site, () => {
        throw make();
      });
  return {
    fail: (code: number, message: number, site: number): never =>
      at(border, site, () => {
        const [name, text] = [border.text(code), border.text(message)];
        throw name === "runtime_panic" ? new Panic(text) : new Failure(name, text);
      }),
    fail_index: (list: number, index: bigint, site: number) => {
      const length = border.memory.word(list + LENGTH);
      at(border, site, () => unknown.position({ length }, int(index)));
    },
    fail_key: (key: number, site: number): never =>
      at(border, site, () => {
        throw new Failure("runtime_null_access", `the map has no key ${border.text(key)}`);
      }),
    fail_range_int: (low: bigint, high: bigint, site: number) =>
      at(border, site, () => unknown.checkRange(int(low), int(high))),
    fail_range_float: (low: number, high: number, site: number) =>
      at(border, site, () => unknown.checkBounds(low, high)),
    panic_overflow: panic(() => new Panic("integer overflow")),
    panic_division: panic(() => new Panic("division by zero")),
    panic_calls: panic(() => depthPanic("calls")),
    panic_levels: panic(() => depthPanic("a value nested")),
    panic_memory: panic(memoryPanic),
  };
};

/** A variable of the environment, read as one of a type: whether it is set, and its value as WebAssembly has it. */
const setting =
  <A, W>(
    border: Border,
    host: Host,
    read: (name: string, text: string | undefined) => A | null,
    crossing: (value: A) => W,
    unset: W,
  ) =>
  (name: number, site: number): readonly [number, W] =>
    at(border, site, () => {
      const key = border.text(name);
      const value = read(key, variable(host, key));
      return value === null ? [0, unset] : [1, crossing(value)];
    });

const outside = (border: Border, host: Host) => ({
  host_print: (text: number) => at(border, NO_SITE, () => print(host, border.text(text))),
  host_input: (prompt: number, site: number) =>
    at(border, site, () => border.newText(input(host, border.text(prompt)))),
  host_env: (name: number) => {
    const text = variable(host, border.text(name));
    return text === undefined ? 0 : border.newText(text);
  },
  host_env_int: setting(border, host, readInt, BigInt, 0n),
  host_env_float: setting(border, host, readFloat, ({ value }) => value, 0),
  host_env_bool: setting(border, host, readBool, Number, 0),
});

const ofStrands = (_border: Border, _host: Host, { functions }: Strands) => functions;

/** Those that most programs import come first. */
const families = [
  outside,
  failures,
  textFunctions,
  unknownFunctions,
  ofStrands,
  flagFunctions,
  serviceFunctions,
  jsonFunctions,
] as const;

/** All functions that a program may import, by their names in `ir/wat-runtime.ts`. */
export type HostFunctions = ReturnType<typeof outside> &
  ReturnType<typeof failures> &
  ReturnType<typeof textFunctions> &
  ReturnType<typeof unknownFunctions> &
  ReturnType<typeof ofStrands> &
  ReturnType<typeof flagFunctions> &
  ReturnType<typeof serviceFunctions> &
  ReturnType<typeof jsonFunctions>;

/** At least those of these names: making all takes longer than many a program runs. */
export const hostFunctions = (
  names: readonly string[],
  border: Border,
  host: Host,
  strands: Strands,
): Partial<HostFunctions> => {
  const functions: Partial<HostFunctions> = {};
  for (const family of families) {
    if (names.every((name) => name in functions)) break;
    Object.assign(functions, family(border, host, strands));
  }
  return functions;
};
