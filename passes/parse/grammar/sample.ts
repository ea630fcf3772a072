// Sources as printed trees and lists of diagnostics, for tests.

import type { Diagnostic } from "../../../ir/diagnostic.ts";
import type { NodeOf } from "../../../ir/framework/language.ts";
import { print } from "../../../ir/framework/print.ts";
import { endOf, startOf } from "../../../ir/framework/span.ts";
import { Surface, type SurfaceGrammar } from "../../../ir/surface.ts";
import { lex } from "../lexer/lex.ts";
import { type Parsed, parse } from "./parse.ts";

export const parsed = (text: string): Parsed => parse(lex("a.fuse", text), "a.fuse", text);

const place = (text: string, offset: number): string => {
  const lines = text.slice(0, offset).split("\n");
  return `${lines.length}:${lines.at(-1)!.length + 1}`;
};

/** Each diagnostic as `line:column message`. */
export const shown = (text: string, diagnostics: readonly Diagnostic[]): readonly string[] =>
  diagnostics.map(({ at, message }) => `${place(text, startOf(at))} ${message}`);

/** The diagnostics of a file. */
export const faults = (text: string): readonly string[] => shown(text, parsed(text).diagnostics);

const inFunction = (lines: string): string => `fn f():\n${lines.replace(/^/gm, "  ")}\n`;

/** The diagnostics of statements; lines count from the first statement, columns too. */
export const faultsIn = (lines: string): readonly string[] =>
  faults(inFunction(lines)).map((fault) => {
    const [, line, column, message] = /^(\d+):(\d+) (.*)$/s.exec(fault)!;
    return `${Number(line) - 1}:${Number(column) - 2} ${message}`;
  });

/** Printed trees on one line, whatever the printer's line breaks. */
export const flat = (printed: string): string => printed.replace(/\s*\n\s*/g, " ").replaceAll("[ ", "[");

/** The printed items of a file. */
export const items = (text: string): string =>
  flat(
    parsed(text)
      .module.items.map((item) => print(Surface, "Item", item))
      .join("\n"),
  );

/** The statements of a function body. */
export const statements = (lines: string): readonly NodeOf<SurfaceGrammar, "Stmt">[] => {
  const [item] = parsed(inFunction(lines)).module.items;
  return item?.kind === "Function" && item.fn.body.kind === "Block" ? item.fn.body.statements : [];
};

/** The printed statements of a function body. */
export const body = (lines: string): string =>
  flat(
    statements(lines)
      .map((statement) => print(Surface, "Stmt", statement))
      .join("\n"),
  );

const expressionOf = (source: string): NodeOf<SurfaceGrammar, "Expr"> | undefined => {
  const [first] = statements(source);
  return first?.kind === "Do" ? first.value : undefined;
};

/** A printed expression. */
export const expr = (source: string): string => flat(print(Surface, "Expr", expressionOf(source)!));

/** The text that an expression's span covers. */
export const covered = (source: string): string => {
  const text = inFunction(source);
  const { at } = expressionOf(source)!;
  return text.slice(startOf(at), endOf(at));
};

/** The printed type of a parameter. */
export const type = (source: string): string => {
  const [item] = parsed(`fn f(x: ${source}):\n  return\n`).module.items;
  return item?.kind === "Function" ? flat(print(Surface, "Type", item.fn.params[0]!.type)) : "nothing";
};
