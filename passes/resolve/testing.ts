// For tests of this stage: source text through the passes in front of one of them, and through it.

import { isLeft, isRight } from "fp-ts/These";
import type { Diagnostic } from "../../ir/diagnostic.ts";
import type { Language, NodeOf } from "../../ir/framework/language.ts";
import { print } from "../../ir/framework/print.ts";
import { startOf } from "../../ir/framework/span.ts";
import { verify } from "../../ir/framework/verify.ts";
import { parse } from "../parse/grammar/parse.ts";
import { lex } from "../parse/lexer/lex.ts";
import { type AnyPass, passesOfStages } from "../testing.ts";

/** A grammar with a root, for programs whose language only the run knows. */
type Rooted = { readonly Program: { readonly Program: Record<never, never> } };

/** The passes of the stages desugar and resolve, in order. */
export const passes: readonly AnyPass[] = passesOfStages("desugar", "resolve");

/** `2:11 unknown identifier "nope"`. */
const show = (source: string, { at, code, message }: Diagnostic): string => {
  const before = source.slice(0, startOf(at)).split("\n");
  return `${before.length}:${before.at(-1)!.length + 1} ${code === null ? "" : `${code} `}${message}`;
};

/** What the passes up to the named one say about a file, and the program as it leaves that pass, on one line. */
export const compile = (name: string, ...texts: readonly string[]) => {
  const source = `${texts.join("\n")}\n`;
  const parsed = parse(lex("main.fuse", source), "main.fuse", source);
  const messages = parsed.diagnostics.map((each) => show(source, each));
  let program: unknown = { kind: "Program", at: 0, modules: [parsed.module] };
  for (const pass of passes) {
    const outcome = pass.run(program as never, { options: {} });
    if (!isRight(outcome)) messages.push(...outcome.left.map((each) => show(source, each)));
    if (isLeft(outcome)) return { messages, text: "" };
    program = outcome.right;
    const language = pass.to as Language<Rooted>;
    const verified = verify(language, "Program", program);
    if (isLeft(verified)) throw new Error(`${pass.name}: ${JSON.stringify(verified.left)}`);
    if (pass.name !== name) continue;
    const root = program as NodeOf<Rooted, "Program">;
    return { messages, text: print(language, "Program", root).replace(/\s+/g, " ").replaceAll("[ (", "[(") };
  }
  throw new Error(`there is no pass ${name}`);
};

/** The program as it leaves the named pass, which no pass has said anything about. */
export const compiled = (name: string, ...texts: readonly string[]): string => {
  const { messages, text } = compile(name, ...texts);
  if (messages.length > 0) throw new Error(messages.join("\n"));
  return text;
};

/** What the passes up to the named one say. */
export const messagesOf = (name: string, ...texts: readonly string[]): readonly string[] =>
  compile(name, ...texts).messages;
