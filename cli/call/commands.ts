// The commands of `fuse`: what each takes besides options, and how help describes it.

export interface Command {
  /** The entry file or a package folder, or the names of plain arguments; a name in brackets may be left out. */
  readonly takes: "entry" | readonly string[];
  readonly help: string;
}

export const commands = {
  run: { takes: "entry", help: "Run a program" },
  check: { takes: "entry", help: "Check a program and print what is wrong with it" },
  test: { takes: "entry", help: "Run the tests of a program" },
  build: { takes: "entry", help: "Compile a package and make its artefacts" },
  dev: { takes: "entry", help: "Run a program and restart it when a file changes" },
  fmt: { takes: "entry", help: "Format a file, or all modules of a package" },
  openapi: { takes: "entry", help: "Print the OpenAPI document of a program" },
  migrate: { takes: "entry", help: "Run the pending database migrations of a program" },
  clean: { takes: ["[PATH]"], help: "Remove the cache folders below a folder" },
  deps: { takes: ["lock|publish-check", "[PATH]"], help: "Resolve or verify dependencies" },
  passes: { takes: ["[ENTRY]"], help: "List the passes of the compiler" },
  lsp: { takes: [], help: "Start the language server on stdin and stdout" },
  new: { takes: ["DIR"], help: "Make a package in a new folder" },
  init: { takes: [], help: "Make a package in the current folder" },
  help: { takes: ["[COMMAND]"], help: "Print this help, or that of a command" },
  version: { takes: [], help: "Print the version" },
} as const satisfies Record<string, Command>;

export type CommandName = keyof typeof commands;

export const commandNames = Object.keys(commands) as readonly CommandName[];

export const isCommand = (name: string): name is CommandName => Object.hasOwn(commands, name);

export const subcommands = ["lock", "publish-check"] as const;
