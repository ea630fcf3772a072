// For tests of this stage: source texts through the passes in front of one of them, and through it.

import { isLeft, isRight } from "fp-ts/These";
import type { Diagnostic } from "../../ir/diagnostic.ts";
import type { Language, NodeOf } from "../../ir/framework/language.ts";
import { print } from "../../ir/framework/print.ts";
import { startOf } from "../../ir/framework/span.ts";
import { verify } from "../../ir/framework/verify.ts";
import type { DescribedGrammar } from "../../ir/resolved.ts";
import { type AnyPass, passesOfStages, programOf } from "../testing.ts";

/** A grammar with a root, for programs whose language only the run knows. */
type Rooted = { readonly Program: { readonly Program: Record<never, never> } };

/** Texts of files by path; the first is the entry. */
export type Files = Readonly<Record<string, string>>;

/** What the passes said, and the program as it leaves the last of them. */
export interface Compiled {
  readonly messages: readonly string[];
  readonly text: string;
  readonly program: unknown;
}

const gated = ["parse", "link"];
const rest = ["desugar", "resolve"];

/** The passes from the source to the end of this stage, in order. */
export const passes: readonly AnyPass[] = passesOfStages(...gated, ...rest);

/** Behind these nothing runs if anything was reported. */
const gates: ReadonlySet<AnyPass> = new Set(gated.flatMap((stage) => passesOfStages(stage).at(-1) ?? []));

/** `2:11 unknown identifier "nope"`, in another file than the entry `lib.fuse:2:11 …`. */
const show = (files: Files, { path, at, code, message }: Diagnostic): string => {
  const before = files[path]!.slice(0, startOf(at)).split("\n");
  const file = path === Object.keys(files)[0] ? "" : `${path}:`;
  return `${file}${before.length}:${before.at(-1)!.length + 1} ${code === null ? "" : `${code} `}${message}`;
};

const run = (name: string, files: Files, source: unknown, options: unknown): Compiled => {
  const messages: string[] = [];
  let program = source;
  for (const pass of passes) {
    const outcome = pass.run(program as never, { options });
    if (!isRight(outcome)) messages.push(...outcome.left.map((each) => show(files, each)));
    if (isLeft(outcome) || (gates.has(pass) && messages.length > 0))
      return { messages, text: "", program: null };
    program = outcome.right;
    const language = pass.to as Language<Rooted>;
    const verified = verify(language, "Program", program);
    if (isLeft(verified)) throw new Error(`${pass.name}: ${JSON.stringify(verified.left)}`);
    if (pass.name !== name) continue;
    const root = program as NodeOf<Rooted, "Program">;
    const text = print(language, "Program", root).replace(/\s+/g, " ").replaceAll("[ (", "[(");
    return { messages, text, program };
  }
  throw new Error(`there is no pass ${name}`);
};

/** What the passes up to the named one say about a program of some files. */
export const compileFiles = (name: string, files: Files, options: unknown = {}): Compiled =>
  run(name, files, programOf(files), options);

/** The same where only the `changed` files are compiled: of the others no more than their interfaces are known. */
export const recompile = (name: string, files: Files, ...changed: readonly string[]): Compiled => {
  const before = compileFiles("collect-interfaces", files).program as NodeOf<DescribedGrammar, "Program">;
  const program = programOf(files);
  const isChanged = ({ path }: { readonly path: string }): boolean => changed.includes(path);
  const source = {
    ...program,
    modules: program.modules.filter(isChanged),
    interfaces: before.interfaces.filter((each) => !isChanged(each)),
  };
  return run(name, files, source, {});
};

/** What the passes up to the named one say about a file, and the program as it leaves that pass, on one line. */
export const compile = (name: string, ...lines: readonly string[]): Compiled =>
  compileFiles(name, { "main.fuse": `${lines.join("\n")}\n` });

/** The program as it leaves the named pass, which no pass has said anything about. */
export const compiled = (name: string, ...lines: readonly string[]): string => {
  const { messages, text } = compile(name, ...lines);
  if (messages.length > 0) throw new Error(messages.join("\n"));
  return text;
};

/** What the passes up to the named one say. */
export const messagesOf = (name: string, ...lines: readonly string[]): readonly string[] =>
  compile(name, ...lines).messages;
