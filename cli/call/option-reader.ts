// Reads one option with its value from the arguments and checks both against the table.

import { type Either, left, right } from "fp-ts/Either";
import type { PassName } from "../compiler.ts";
import { type UsageError, usageError } from "./call.ts";
import type { CommandName } from "./commands.ts";
import {
  globalOptions,
  isOption,
  type OptionName,
  optionNames,
  optionOf,
  refusedByName,
  takes,
} from "./options.ts";
import { nearest } from "./suggest.ts";

/** Where an option stands: in front of the command, or behind it (for `deps` with its subcommand, once it is known). */
export interface OptionPlace {
  readonly command: CommandName | null;
  readonly subcommand: string | null;
  /** The passes to choose from; null accepts every name. */
  readonly passes: readonly PassName[] | null;
}

export interface ReadOption {
  readonly name: OptionName;
  /** Empty for a flag. */
  readonly value: string;
  /** How many arguments it took. */
  readonly length: 1 | 2;
}

/** Reads the option at the head of `args`. */
export const readOption = (args: readonly string[], place: OptionPlace): Either<UsageError, ReadOption> => {
  const [, written, attached] = /^([^=]*)(?:=(.*))?$/s.exec(args[0]!)!;
  const name = written!.slice(2);
  if (!written!.startsWith("--") || !isOption(name)) return left(unknownOption(written!, place));
  const refusal = refuse(name, place);
  if (refusal) return left(refusal);
  const { value: metavar } = optionOf(name);
  if (metavar === null)
    return attached === undefined
      ? right({ name, value: "", length: 1 })
      : left(usageError(`--${name} takes no value, found: ${attached}`));
  const next = args[1]?.startsWith("--") ? undefined : args[1];
  const value = attached ?? next;
  if (!value) return left(usageError(`--${name} expects ${metavar}`));
  const wrong = checkValue(name, value, place.passes);
  return wrong ? left(wrong) : right({ name, value, length: attached === undefined ? 2 : 1 });
};

const unknownOption = (written: string, { command }: OptionPlace): UsageError => {
  const candidates = optionNames.filter((name) =>
    command === null ? globalOptions.includes(name) : takes(command, name),
  );
  const near = written.startsWith("--") ? nearest(written.slice(2), candidates) : null;
  return usageError(`unknown option: ${written}`, { suggestion: near && `--${near}` });
};

/** Why an option that exists may not stand here; null if it may. */
const refuse = (name: OptionName, { command, subcommand }: OptionPlace): UsageError | null => {
  if (command === null) return globalOptions.includes(name) ? null : usageError(`unknown option: --${name}`);
  const publishing = subcommand === "publish-check" && (name === "check" || name === "update");
  if (takes(command, name) && !publishing) return null;
  const where = `fuse ${command}${subcommand === null ? "" : ` ${subcommand}`}`;
  if (publishing || ((command === "clean" || command === "deps") && refusedByName.includes(name)))
    return usageError(`--${name} is not supported for ${where}`);
  const takers = optionOf(name).commands.map((each) => `fuse ${each}`);
  return usageError(`--${name} is only supported for ${takers.join(", ")}`);
};

const checkValue = (
  name: OptionName,
  value: string,
  passes: readonly PassName[] | null,
): UsageError | null => {
  const { choices, refusal, pass } = optionOf(name);
  if (choices && refusal && !choices.includes(value)) {
    const expected = `expected ${choices.slice(0, -1).join(", ")} or ${choices.at(-1)}`;
    const near = nearest(value, choices);
    return usageError(`${refusal.begins}: ${value} (${expected})`, { code: refusal.code, suggestion: near });
  }
  return pass && passes ? checkPass(value, passes) : null;
};

const BEFORE = ":before";

const checkPass = (value: string, passes: readonly PassName[]): UsageError | null => {
  if (value === "all" || value === "list") return null;
  const name = value.endsWith(BEFORE) ? value.slice(0, -BEFORE.length) : value;
  const names = passes.map((each) => each.name);
  if (value !== `parse${BEFORE}` && names.includes(name)) return null;
  return usageError(`unknown pass: ${value}`, {
    code: "wrapper_unknown_pass",
    suggestion: value === `parse${BEFORE}` ? null : nearest(name, [...names, "all", "list"]),
  });
};
