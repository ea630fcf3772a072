// Parses the command line, left to right up to the first error.

import { type Either, isLeft, left, right } from "fp-ts/Either";
import type { PassName } from "../compiler.ts";
import { type Call, type Request, type UsageError, usageError } from "./call.ts";
import { checkCombinations } from "./combinations.ts";
import { type CommandName, commandNames, commands, isCommand, subcommands } from "./commands.ts";
import { readOption } from "./option-reader.ts";
import type { OptionName } from "./options.ts";
import { nearestOrPrefixed } from "./suggest.ts";
import { ownArguments } from "./wanted-output.ts";

/** What the parser has to know of the world. */
export interface World {
  /** Whether the path is a folder that contains a `fuse.toml`. */
  readonly isPackageFolder: (path: string) => boolean;
  /** The passes that options may name; null where they are not known: then every name is taken. */
  readonly passes: readonly PassName[] | null;
}

/** Gives the request, or the first usage error. */
export const parse = (args: readonly string[], world: World): Either<UsageError, Request> => {
  let i = 0;
  while (args[i]?.startsWith("-")) {
    const arg = args[i]!;
    if (arg === "--help" || arg === "-h") return right({ kind: "help", command: null });
    if (arg === "--version" || (arg === "-V" && i === 0)) return right({ kind: "version" });
    if (arg === "--") return left(usageError("unexpected --"));
    const option = readOption(args.slice(i, i + 2), { command: null, subcommand: null, passes: null });
    if (isLeft(option)) return option;
    i += option.right.length;
  }
  const command = args[i];
  if (command === undefined) return right({ kind: "nothing" });
  if (!isCommand(command)) return left(unknownCommand(command));
  return readCommand(command, args.slice(i + 1), world);
};

const unknownCommand = (name: string): UsageError =>
  usageError(`unknown command: ${name}`, {
    suggestion: nearestOrPrefixed(name, commandNames),
    code: "wrapper_unknown_command",
  });

const readCommand = (
  command: CommandName,
  args: readonly string[],
  world: World,
): Either<UsageError, Request> => {
  if (ownArguments(args).some((arg) => arg === "--help" || arg === "-h"))
    return right({ kind: "help", command: command === "help" ? null : command });
  const call = readArguments(command, args, hasPipelineFile(args) ? { ...world, passes: null } : world);
  if (isLeft(call)) return call;
  if (command === "help") return readHelp(call.right);
  if (command === "version") return right({ kind: "version" });
  const wrong = checkCombinations(call.right, world.passes);
  return wrong ? left(wrong) : right({ kind: "call", call: call.right });
};

/** A pipeline file decides itself which passes there are. */
const hasPipelineFile = (args: readonly string[]): boolean =>
  ownArguments(args).some((arg) => arg === "--pipeline" || arg.startsWith("--pipeline="));

const readHelp = ({ plain: [about] }: Call): Either<UsageError, Request> => {
  if (about === undefined) return right({ kind: "help", command: null });
  return isCommand(about) ? right({ kind: "help", command: about }) : left(unknownCommand(about));
};

const readArguments = (
  command: CommandName,
  args: readonly string[],
  world: World,
): Either<UsageError, Call> => {
  const options = new Map<OptionName, string[]>();
  const plain: string[] = [];
  let entry: string | null = null;
  let positionalEntry = false;
  let manifestPath: string | null = null;
  let programArguments: readonly string[] = [];

  const positional = (arg: string): UsageError | null => {
    if (commands[command].takes !== "entry") {
      plain.push(arg);
      return checkPlain(command, plain);
    }
    if (positionalEntry) return usageError(`unexpected argument: ${arg}`);
    if (manifestPath === null && world.isPackageFolder(arg)) manifestPath = arg;
    else {
      entry = arg;
      positionalEntry = true;
    }
    return null;
  };

  for (let i = 0; i < args.length; ) {
    const arg = args[i]!;
    if (arg === "--") {
      if (command !== "run") return left(usageError("unexpected --"));
      programArguments = args.slice(i + 1);
      break;
    }
    if (!arg.startsWith("-")) {
      const wrong = positional(arg);
      if (wrong) return left(wrong);
      i++;
      continue;
    }
    const subcommand = command === "deps" ? (plain[0] ?? null) : null;
    const option = readOption(args.slice(i, i + 2), { command, subcommand, passes: world.passes });
    if (isLeft(option)) return option;
    const { name, value, length } = option.right;
    if (name === "file") entry = value;
    if (name === "manifest-path") manifestPath = value;
    const others = options.get(name) ?? [];
    options.delete(name);
    options.set(name, [...others, value]);
    i += length;
  }
  return right({ command, options, plain, entry, manifestPath, programArguments });
};

/** Checks the plain argument that was read last. */
const checkPlain = (command: CommandName, plain: readonly string[]): UsageError | null => {
  if (command === "deps" && plain.length === 1 && !subcommands.some((name) => name === plain[0]))
    return usageError(`unknown subcommand: ${plain[0]} (expected ${subcommands.join(" or ")})`, {
      suggestion: nearestOrPrefixed(plain[0]!, subcommands),
      code: "wrapper_unknown_subcommand",
    });
  const most = commands[command].takes.length;
  return plain.length > most ? usageError(`unexpected argument: ${plain.at(-1)}`) : null;
};
