// The options of `fuse`: which command takes which, what values they have, and how help describes them.

import { type CommandName, commandNames } from "./commands.ts";

export interface Option {
  /** What help calls the value; null for a flag. */
  readonly value: string | null;
  readonly commands: readonly CommandName[];
  readonly help: string;
  /** The values allowed, if there is a closed set of them. */
  readonly choices?: readonly string[];
  /** How a value outside the set is reported, and with which code. */
  readonly refusal?: { readonly begins: string; readonly code: string | null };
  /** The value names a pass, with or without the selectors `all`, `list` and `:before`. */
  readonly pass?: true;
}

const entryCommands = ["run", "check", "test", "build", "dev", "fmt", "openapi", "migrate"] as const;
const frozenCommands = ["run", "check", "test", "build"] as const;
const lookingCommands = ["check", "run", "build", "test"] as const;
const withManifest = commandNames.filter((name) => !["lsp", "new", "init"].includes(name));

export const options = {
  "manifest-path": { value: "PATH", commands: withManifest, help: "A fuse.toml, or the folder that has one" },
  file: { value: "PATH", commands: entryCommands, help: "The entry file" },
  app: { value: "NAME", commands: entryCommands, help: "The app block to run" },
  backend: {
    value: "NAME",
    commands: entryCommands,
    help: "What runs the program: ast, vm (also: native) or aot",
    choices: ["ast", "vm", "aot", "native"],
    refusal: { begins: "unknown backend", code: "wrapper_unknown_backend" },
  },
  filter: { value: "PATTERN", commands: ["test"], help: "Run only tests whose name contains PATTERN" },
  "strict-architecture": {
    value: null,
    commands: entryCommands,
    help: "Also check the rules of strict architecture",
  },
  frozen: { value: null, commands: frozenCommands, help: "Fail if fuse.lock would change" },
  clean: { value: null, commands: ["build"], help: "Remove .fuse/build and stop" },
  aot: { value: null, commands: ["build"], help: "Make the ahead-of-time artefact, debug profile" },
  release: { value: null, commands: ["build"], help: "Make the ahead-of-time artefact, release profile" },
  cache: { value: null, commands: ["clean"], help: "Remove every folder named .fuse-cache" },
  check: { value: null, commands: ["fmt", "deps"], help: "Change nothing, only report" },
  update: { value: null, commands: ["deps"], help: "Write fuse.lock (the default)" },
  workspace: { value: null, commands: ["check"], help: "Check every package below a folder" },
  "dump-pass": {
    value: "NAME",
    commands: lookingCommands,
    help: "Print the program behind pass NAME (NAME:before: in front of it; all; list)",
    pass: true,
  },
  "dump-format": {
    value: "FORM",
    commands: lookingCommands,
    help: "Form of the dumps: text or json",
    choices: ["text", "json"],
    refusal: { begins: "invalid --dump-format value", code: null },
  },
  "dump-diff": { value: null, commands: lookingCommands, help: "Print what the pass changed" },
  "dump-to": { value: "FILE", commands: lookingCommands, help: "Write the dumps to FILE" },
  "time-passes": { value: null, commands: lookingCommands, help: "Print how long each pass took" },
  verify: {
    value: null,
    commands: lookingCommands,
    help: "Check the program against its language at every pass",
  },
  pipeline: {
    value: "FILE",
    commands: [...lookingCommands, "passes"],
    help: "Change the pipeline as FILE says",
  },
  "from-pass": {
    value: "NAME",
    commands: lookingCommands,
    help: "Go on from a JSON dump made behind pass NAME",
    pass: true,
  },
  html: { value: "FILE", commands: ["passes"], help: "Write a page with the program at every pass to FILE" },
  diagnostics: {
    value: "FORM",
    commands: commandNames,
    help: "Form of messages: text or json",
    choices: ["json", "text"],
    refusal: { begins: "invalid --diagnostics value", code: null },
  },
  color: {
    value: "WHEN",
    commands: commandNames,
    help: "Colour of messages: auto, always or never",
    choices: ["auto", "always", "never"],
    refusal: { begins: "invalid --color value", code: null },
  },
} as const satisfies Record<string, Option>;

export type OptionName = keyof typeof options;

export const optionNames = Object.keys(options) as readonly OptionName[];

export const isOption = (name: string): name is OptionName => Object.hasOwn(options, name);

/** An option as data, without the literal types of the table. */
export const optionOf = (name: OptionName): Option => options[name];

export const takes = (command: CommandName, option: OptionName): boolean =>
  optionOf(option).commands.includes(command);

/** The options that may stand in front of the command. */
export const globalOptions: readonly OptionName[] = ["color", "diagnostics"];

/** Options that `clean` and `deps SUB` refuse by their own name instead of naming the commands that take them. */
export const refusedByName: readonly OptionName[] = [
  "frozen",
  "clean",
  "aot",
  "release",
  "strict-architecture",
  "file",
  "app",
  "backend",
  "filter",
];

/** The options about looking into the compiler: with any of them no cache is read or written. */
export const lookingOptions: readonly OptionName[] = [
  "dump-pass",
  "dump-format",
  "dump-diff",
  "dump-to",
  "time-passes",
  "verify",
  "pipeline",
  "from-pass",
];
