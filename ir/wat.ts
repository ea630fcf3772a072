// From Owned to Wat: a WebAssembly module in folded form, with all that the host needs besides it.

import * as t from "io-ts";
import {
  child,
  type GrammarOf,
  type Language,
  language,
  leaf,
  many,
  operands,
} from "./framework/language.ts";
import { bool, count, text, word } from "./leaves.ts";
import { Mono } from "./mono.ts";
import { type } from "./types.ts";

/** The types of WebAssembly values that a program uses. */
export type WasmType = "i32" | "i64" | "f64";
const wasmTypeCodec = t.keyof({ i32: null, i64: null, f64: null }, "a type of WebAssembly");
const wasmType = leaf(wasmTypeCodec, (value) => value);
const wasmTypes = leaf(t.readonlyArray(wasmTypeCodec, "types of WebAssembly"), (all) => `(${all.join(" ")})`);

const words = leaf(t.readonlyArray(t.string, "names"), (all) => `[${all.join(" ")}]`);
const texts = leaf(t.readonlyArray(t.string, "texts"), (all) => JSON.stringify(all));
const optName = leaf(t.union([t.string, t.null], "a name or null"), (name) => name ?? "-");
/** Where an operation or a call stands: the file and the span; a number that code hands down says which. */
const sites = leaf(
  t.readonlyArray(t.readonly(t.tuple([t.string, t.number])), "sites"),
  (all) => `${all.length} sites`,
);
export type Site = readonly [path: string, at: number];
const bytesCodec = new t.Type<Uint8Array, string, unknown>(
  "bytes",
  (u): u is Uint8Array => u instanceof Uint8Array,
  (u, context) =>
    typeof u === "string" ? t.success(Uint8Array.from(Buffer.from(u, "hex"))) : t.failure(u, context),
  (value) => Buffer.from(value).toString("hex"),
);
const bytes = leaf(bytesCodec, (value) => Buffer.from(value).toString("hex"));

const { Source, TypeDecl, Field, Variant, EntryPoint } = Mono.grammar;

const wat = language("Wat", {
  Program: {
    Program: {
      sources: many("Source"),
      /** In the order of their numbers, which objects carry as their detail. */
      types: many("TypeDecl"),
      imports: many("Import"),
      globals: many("Global"),
      functions: many("Function"),
      /** Functions by number: those that function values call, one after the other. */
      table: words,
      data: many("Data"),
      /** The first address behind the data: from here on memory is allocated. */
      heap: count,
      entries: many("EntryPoint"),
      sites,
      /** The text forms of function values, by number. */
      labels: texts,
    },
  },
  Source,
  TypeDecl,
  Field,
  Variant,

  /** A function of the run-time part or of the host. */
  Import: { Import: { from: word, name: word, params: wasmTypes, results: wasmTypes } },
  /** A variable of the module, of type i32; it is exported, so that the host can set it. */
  Global: { Global: { name: word, value: count } },
  /** What stands in memory from the start; `note` says what it is. */
  Data: { Data: { address: count, bytes, note: text } },
  /**
   * `role` and `name` as the program has it; `function` is exported under its own name; `result` is its type. If it
   * `suspends`, it gives 0 where it has ended (its result stands at `RESULTS` then), else something else.
   */
  EntryPoint: {
    EntryPoint: {
      role: EntryPoint.EntryPoint.role,
      name: EntryPoint.EntryPoint.name,
      function: word,
      suspends: bool,
      result: type,
    },
  },

  /** `name` is an identifier of WebAssembly, `note` says what it is in the program. */
  Function: {
    Function: {
      name: word,
      note: text,
      /** The name under which it is exported. */
      exported: optName,
      params: many("Variable"),
      results: wasmTypes,
      locals: many("Variable"),
      body: many("Instr"),
    },
  },
  Variable: { Variable: { name: word, type: wasmType } },

  /** An instruction with those that give its operands; without these it takes them from the stack. */
  Instr: {
    Op: { op: word, immediates: words, operands: operands("Instr") },
    If: { results: wasmTypes, condition: child("Instr"), whenTrue: many("Instr"), whenFalse: many("Instr") },
    Block: { label: word, body: many("Instr") },
    Loop: { label: word, body: many("Instr") },
    /** A comment on a line of its own: where in the source the following comes from. */
    Note: { text },
  },
});
export interface WatGrammar extends GrammarOf<typeof wat> {}
/** A module of WebAssembly: what `wat-text.ts` prints and the backend assembles. */
export const Wat: Language<WatGrammar> = wat;
