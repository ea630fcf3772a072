// The help texts, made from the tables of commands and options.

import { type CommandName, commandNames, commands } from "./commands.ts";
import { globalOptions, type OptionName, optionNames, optionOf, takes } from "./options.ts";

/** The heading is handed in, so that it may be coloured. */
const layout = (heading: string, usage: string, sections: readonly string[]): string =>
  `${heading} ${usage}\n${sections.map((section) => `\n${section}`).join("")}`;

const table = (title: string, rows: readonly (readonly [string, string])[]): string => {
  const width = Math.max(...rows.map(([name]) => name.length));
  return `${title}:\n${rows.map(([name, help]) => `  ${name.padEnd(width)}  ${help}\n`).join("")}`;
};

const optionRow = (name: OptionName): readonly [string, string] => {
  const { value, help } = optionOf(name);
  return [value === null ? `--${name}` : `--${name} ${value}`, help];
};

const common: readonly OptionName[] = ["manifest-path", ...globalOptions];

/** The usage summary of all commands. */
export const usageSummary = (heading = "Usage:"): string =>
  layout(heading, "fuse COMMAND [FILE] [OPTIONS]", [
    table(
      "Commands",
      commandNames.map((name) => [name, commands[name].help]),
    ),
    table("Options", [
      ...common.map(optionRow),
      ["--help, -h", "Print help; behind a command, its own"],
      ["--version, -V", "Print the version"],
    ]),
  ]);

/** The help of one command. */
export const commandHelp = (command: CommandName): string => {
  const { takes: taken, help } = commands[command];
  const positional = taken === "entry" ? ["[FILE]"] : taken;
  const workspace = command === "check" ? " | fuse check --workspace [DIR]" : "";
  const ending = command === "run" ? ["[-- ARGUMENTS...]"] : [];
  const usage = ["fuse", command, ...positional, "[OPTIONS]", ...ending].join(" ") + workspace;
  const rows = optionNames.filter((name) => takes(command, name)).map(optionRow);
  return layout("Usage:", usage, [
    `${help}.\n`,
    table("Options", [...rows, ["--help, -h", "Print this help"]]),
  ]);
};
