// The functions of the host for program arguments, and for texts of scalars.

import { readBase64 } from "../../runtime/base64.ts";
import { flagText, formOf, hasArgument, unknownFlags } from "../../runtime/flags.ts";
import type { Host } from "../../runtime/host.ts";
import { isNullText, parseBool, parseFloat64, parseInt64 } from "../../runtime/parse.ts";
import type { Border } from "./border.ts";

/** A reader of texts: whether there is a value, and the value as WebAssembly has it. */
const parser =
  <A, W>(border: Border, parse: (text: string) => A | undefined, crossing: (value: A) => W, none: W) =>
  (text: number): readonly [number, W] => {
    const value = parse(border.text(text));
    return value === undefined ? [0, none] : [1, crossing(value)];
  };

/** All of them, by their names in `ir/wat-runtime.ts`. */
export const flagFunctions = (border: Border, { flags }: Host) => ({
  flags_has: (argument: number) => Number(hasArgument(flags, border.text(argument))),
  flags_malformed: () => (flags.malformed === null ? 0 : border.newText(flags.malformed)),
  flags_form: (name: number, negatable: number) =>
    border.newText(formOf(flags, border.text(name), negatable !== 0)),
  flags_value: (name: number) => border.newText(flagText(flags, border.text(name))),
  flags_unknown: (names: number, index: bigint) => {
    const found = unknownFlags(flags, border.text(names).split(" "))[Number(index)];
    return found === undefined ? 0 : border.newText(found);
  },
  parse_int: parser(border, parseInt64, BigInt, 0n),
  parse_float: parser(border, parseFloat64, ({ value }) => value, 0),
  parse_bool: parser(border, parseBool, Number, 0),
  parse_bytes: (text: number) => {
    const octets = readBase64(border.text(text));
    return octets === null ? 0 : border.memory.newBytes(octets);
  },
  parse_trimmed: (text: number) => border.newText(border.text(text).trim()),
  parse_is_null: (text: number) => Number(isNullText(border.text(text))),
});
