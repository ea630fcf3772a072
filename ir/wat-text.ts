// A module as WebAssembly text: folded, indented, with comments that lead back to the source.

import type { FormOf, NodeOf } from "./framework/language.ts";
import type { WasmType, WatGrammar } from "./wat.ts";

type Program = NodeOf<WatGrammar, "Program">;
type Instr = NodeOf<WatGrammar, "Instr">;
type Fn = NodeOf<WatGrammar, "Function">;
type Data = NodeOf<WatGrammar, "Data">;

const COLUMNS = 100;
const PAGE = 65_536;

/** The text of a module; it begins with `(module`. */
export const watText = (program: Program): string =>
  [
    "(module",
    ...indented([
      ...program.imports.map(importText),
      `(memory (export "memory") ${Math.ceil(program.heap / PAGE) + 1})`,
      `(global $heap (mut i32) (i32.const ${program.heap}))`,
      ...program.globals.map(
        ({ name, value }) => `(global $${name} (export "${name}") (mut i32) (i32.const ${value}))`,
      ),
      tableText(program.table),
      ...program.functions.flatMap((fn) => ["", ...functionLines(fn)]),
      "",
      ...program.data.map(dataText),
    ]),
    ")",
  ].join("\n");

const indented = (lines: readonly string[]): readonly string[] =>
  lines.map((line) => (line === "" ? "" : `  ${line}`));

const clause = (word: string, types: readonly WasmType[]): string =>
  types.length === 0 ? "" : ` (${word} ${types.join(" ")})`;

/** The head of an import, also what the linker looks for. */
const importText = ({ from, name, params, results }: NodeOf<WatGrammar, "Import">): string =>
  `(import "${from}" "${name}" (func $${name}${clause("param", params)}${clause("result", results)}))`;

/** There is always one, for calls through it may stand in a program that fills it with nothing. */
const tableText = (names: readonly string[]): string =>
  `(table funcref (elem${names.map((name) => ` $${name}`).join("")}))`;

/** Bytes as a string literal of WebAssembly text. */
const quoted = (bytes: Uint8Array): string => {
  let text = "";
  for (const byte of bytes) {
    const plain = byte >= 0x20 && byte < 0x7f && byte !== 0x22 && byte !== 0x5c;
    text += plain ? String.fromCharCode(byte) : `\\${byte.toString(16).padStart(2, "0")}`;
  }
  return `"${text}"`;
};

const dataText = ({ address, bytes, note }: Data): string =>
  `(data (i32.const ${address}) ${quoted(bytes)}) ;; ${note}`;

const functionLines = ({ name, note, exported, params, results, locals, body }: Fn): readonly string[] => {
  const head = [
    `(func $${name}`,
    ...(exported === null ? [] : [`(export "${exported}")`]),
    ...params.map((param) => `(param $${param.name} ${param.type})`),
    ...(results.length > 0 ? [`(result ${results.join(" ")})`] : []),
  ].join(" ");
  const lines: string[] = [];
  for (const local of locals) lines.push(`  (local $${local.name} ${local.type})`);
  for (const instr of body) add(lines, instr, "  ", "");
  return [`;; ${note}`, head, ...lines, ")"];
};

type Add<I> = (lines: string[], instr: I, margin: string, after: string) => void;

/** Adds the lines of an instruction; `after` closes what it ends. */
const add: Add<Instr> = (lines, instr, margin, after) =>
  // each entry takes the instructions of its own kind
  (adders[instr.kind] as Add<Instr>)(lines, instr, margin, after);

const adders: { readonly [K in Instr["kind"]]: Add<FormOf<WatGrammar, "Instr", K>> } = {
  Note: (lines, { text }, margin, after) => {
    lines.push(`${margin};; ${text}`);
    if (after !== "") lines.push(margin + after);
  },
  If: (lines, instr, margin, after) => addIf(lines, instr, margin, after),
  Block: (lines, { label, body }, margin, after) =>
    addBody(lines, `${margin}(block $${label}`, body, margin, after),
  Loop: (lines, { label, body }, margin, after) =>
    addBody(lines, `${margin}(loop $${label}`, body, margin, after),
  Op: (lines, instr, margin, after) => addOp(lines, instr, margin, after),
};

const addBody = (
  lines: string[],
  head: string,
  body: readonly Instr[],
  margin: string,
  after: string,
): void => {
  lines.push(body.length === 0 ? `${head})${after}` : head);
  body.forEach((each, i) => {
    add(lines, each, `${margin}  `, i === body.length - 1 ? `)${after}` : "");
  });
};

const addIf = (lines: string[], instr: FormOf<WatGrammar, "Instr", "If">, margin: string, after: string) => {
  const { condition, whenTrue, whenFalse } = instr;
  const head = `${margin}(if${clause("result", instr.results)}`;
  const flat = flatText(condition);
  if (flat !== undefined && head.length + flat.length < COLUMNS) lines.push(`${head} ${flat}`);
  else {
    lines.push(head);
    add(lines, condition, `${margin}  `, "");
  }
  const alone = whenFalse.length === 0;
  addBody(lines, `${margin}  (then`, whenTrue, `${margin}  `, alone ? `)${after}` : "");
  if (!alone) addBody(lines, `${margin}  (else`, whenFalse, `${margin}  `, `)${after}`);
};

const addOp = (lines: string[], instr: FormOf<WatGrammar, "Instr", "Op">, margin: string, after: string) => {
  const flat = flatText(instr);
  if (flat !== undefined && margin.length + flat.length + after.length <= COLUMNS) {
    lines.push(margin + flat + after);
  } else addBody(lines, `${margin}(${opHead(instr)}`, instr.operands, margin, after);
};

const opHead = ({ op, immediates }: FormOf<WatGrammar, "Instr", "Op">): string =>
  [op, ...immediates].join(" ");

/** An operation on one line, if it is short enough. */
const flatText = (instr: Instr): string | undefined => {
  if (instr.kind !== "Op") return undefined;
  let text = `(${opHead(instr)}`;
  for (const operand of instr.operands) {
    const flat = text.length > COLUMNS ? undefined : flatText(operand);
    if (flat === undefined) return undefined;
    text += ` ${flat}`;
  }
  return `${text})`;
};
