// Helpers of the tests: folders with files, and `fuse` with a compiler that knows no language.

import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { isLeft, right } from "fp-ts/Either";
import { error } from "../ir/diagnostic.ts";
import { span } from "../ir/framework/span.ts";
import { runCommandLine } from "./command-line.ts";
import type { Backend, CompileOptions, Compiler, Ending, Program } from "./compiler.ts";
import { readText } from "./text-file.ts";

const made: string[] = [];
process.once("exit", () => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** A new folder with these files, removed when the tests are done. */
export const folderWith = (files: Readonly<Record<string, string>>): string => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "fuse-test-")));
  made.push(folder);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
};

const all: readonly Backend[] = ["ast", "vm", "aot"];

export const passNames = [
  ...["parse", "desugar", "typecheck"].map((name) => ({ name, backends: all })),
  { name: "registers", backends: ["vm"] as const },
  { name: "wat", backends: ["aot"] as const },
];

/** Each `wrong` in a text is a diagnostic, `crash` is a defect, and formatting takes the blanks from line ends. */
export const fakeCompiler = (ending: Ending = { kind: "done" }): Compiler => ({
  passes: passNames,
  describePasses: async () => right("parse: the source\n"),
  page: async () => right({ diagnostics: [], sources: new Map(), html: "<!doctype html>" }),
  format: (text) => text.replace(/ +$/gm, ""),
  runDeep: async (request) => request,
  open: async (options) => right(fakeProgram(options, ending)),
});

const fakeProgram = (options: CompileOptions, ending: Ending): Program => ({
  compile: async () => {
    const text = readText(options.entry);
    if (isLeft(text)) return text;
    if (text.right.includes("crash")) throw new Error("crashed");
    const path = relative(options.packageFolder, options.entry).replaceAll("\\", "/");
    const diagnostics = Array.from(text.right.matchAll(/wrong/g), ({ index }) =>
      error(path, span(index, index + 5), "this is wrong"),
    );
    return right({
      diagnostics,
      sources: new Map([[path, text.right]]),
      modules: [path],
      manifests: new Map(),
      timings: [{ name: "parse", ms: 1 }],
    });
  },
  run: async () => ending,
  test: async (filter) => ({ kind: "report", results: [{ name: filter ?? "all", failure: null }] }),
  compiled: async () => null,
});

export interface Outcome {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** Calls `fuse` in a folder. */
export const fuse = async (
  folder: string,
  args: readonly string[],
  options: { readonly variables?: Record<string, string>; readonly ending?: Ending } = {},
): Promise<Outcome> => {
  let out = "";
  let err = "";
  const status = await runCommandLine(
    {
      args,
      variables: { ...options.variables },
      currentFolder: () => folder,
      stderrIsTerminal: false,
      writeOut: (text) => (out += text),
      writeError: (text) => (err += text),
    },
    { version: "1.2.3", id: "build", deep: async (request) => request },
    fakeCompiler(options.ending),
  );
  return { status, out, err };
};
