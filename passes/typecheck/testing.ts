// For tests of this stage: source text through all stages in front, and through the passes of this one.

import { isLeft, isRight } from "fp-ts/These";
import type { Diagnostic } from "../../ir/diagnostic.ts";
import type { Language, NodeOf } from "../../ir/framework/language.ts";
import { print } from "../../ir/framework/print.ts";
import { startOf } from "../../ir/framework/span.ts";
import { verify } from "../../ir/framework/verify.ts";
import { type AnyPass, passesOfStages, programOf } from "../testing.ts";

/** A grammar with a root, for programs whose language only the run knows. */
type Rooted = { readonly Program: { readonly Program: Record<never, never> } };

/** Source texts by path; the first is the entry. */
type Files = Readonly<Record<string, string>>;

/** The passes of this stage, in order. */
export const passes: readonly AnyPass[] = passesOfStages("typecheck");

const front: readonly (readonly AnyPass[])[] = [
  passesOfStages("parse", "link"),
  passesOfStages("desugar", "resolve", "typecheck"),
];
const stage: ReadonlySet<string> = new Set(passes.map(({ name }) => name));

interface Outcome {
  readonly diagnostics: readonly Diagnostic[];
  /** The program behind the last pass that ran. */
  readonly text: string;
}

/** What a pass is given where nothing else is said. */
type Options = Readonly<Record<string, boolean>>;

/** Runs files up to the named pass, or as far as their diagnostics allow. */
const compile = (files: Files, last: string, options: Options = {}): Outcome => {
  const diagnostics: Diagnostic[] = [];
  let program: unknown = programOf(files);
  let text = "";
  for (const group of front) {
    for (const pass of group) {
      if (diagnostics.length > 0 && "afterErrors" in pass && pass.afterErrors === "stop") break;
      const outcome = pass.run(program as never, { options });
      if (!isRight(outcome)) diagnostics.push(...outcome.left);
      if (isLeft(outcome)) return { diagnostics, text };
      program = outcome.right;
      const language = pass.to as Language<Rooted>;
      const verified = verify(language, "Program", program);
      if (isLeft(verified)) throw new Error(`${pass.name}: ${JSON.stringify(verified.left)}`);
      if (pass.name === last) text = print(language, "Program", program as NodeOf<Rooted, "Program">);
    }
    if (diagnostics.length > 0) break;
  }
  return { diagnostics, text };
};

/** `2:11 message`, or `2:11 CODE message`, in the order of their places; those of other files with their path. */
const show = (files: Files, diagnostics: readonly Diagnostic[]): readonly string[] => {
  const paths = Object.keys(files);
  return [...diagnostics]
    .sort((a, b) => paths.indexOf(a.path) - paths.indexOf(b.path) || a.at - b.at)
    .map(({ path, at, code, message }) => {
      const before = (files[path] ?? "").slice(0, startOf(at)).split("\n");
      const file = path === paths[0] ? "" : `${path}:`;
      const place = `${file}${before.length}:${[...before.at(-1)!].length + 1}`;
      return `${place} ${code === null ? "" : `${code} `}${message}`;
    });
};

const oneFile = (lines: readonly string[]): Files => ({ "main.fuse": `${lines.join("\n")}\n` });

/** What is wrong with a program of several files. */
export const messagesOfFiles = (files: Files, options: Options = {}): readonly string[] =>
  show(files, compile(files, "insert-conversions", options).diagnostics);

/** What is wrong with a file. */
export const messagesOf = (...lines: readonly string[]): readonly string[] => messagesOfFiles(oneFile(lines));

const placeIn = (message: string): string => /^\S+( FUSE_\S+)?/.exec(message)![0];

/** Where something is wrong with a program of several files: `2:11`, `2:11 CODE`, or `lib.fuse:2:11`. */
export const placesOfFiles = (files: Files, options: Options = {}): readonly string[] =>
  messagesOfFiles(files, options).map(placeIn);

/** Where something is wrong with a file: `2:11`, or `2:11 CODE`. */
export const placesOf = (...lines: readonly string[]): readonly string[] => messagesOf(...lines).map(placeIn);

/** A file as it leaves a pass of this stage. */
export const printed = (pass: string, ...lines: readonly string[]): string => {
  if (!stage.has(pass)) throw new Error(`there is no pass ${pass}`);
  const files = oneFile(lines);
  const { diagnostics, text } = compile(files, pass);
  if (diagnostics.length > 0) throw new Error(show(files, diagnostics).join("\n"));
  return text;
};
