// From Typed to Mono: a program is types, functions and entries; every callee is known but for function values.

import * as t from "io-ts";
import { child, extend, type GrammarOf, type Language, leaf, many } from "./framework/language.ts";
import { count, optWord, quoted, sourceText, word } from "./leaves.ts";
import { local } from "./symbols.ts";
import { Typed } from "./typed.ts";
import { type, typeCodec } from "./types.ts";

/** The id of the function that gives the default of a parameter or field; no declaration has such a name. */
export const defaultId = (owner: string, name: string): string => `${owner}.default(${name})`;

/** Whether a pass made the function: its id ends with a bracket, which no name can. */
export const isMadeId = (id: string): boolean => /[)>]$/.test(id);

const types = leaf(
  t.readonlyArray(typeCodec, "types"),
  (all) => `[${all.map((each) => each.text).join(" ")}]`,
);
const entryKinds = ["app", "test", "main"] as const;
export type EntryKind = (typeof entryKinds)[number];
const entryKind = leaf(t.keyof({ app: null, test: null, main: null }, "a kind of entry"), (kind) => kind);

const lifted = extend(Typed, "Lifted", {
  Program: {
    with: {
      Program: {
        sources: many("Source"),
        types: many("TypeDecl"),
        functions: many("Function"),
        entries: many("EntryPoint"),
      },
    },
  },
  Module: { without: ["Module"] },
  Item: { without: ["Struct", "Enum", "Function", "App", "Test"] },
  /** A file, for the positions of failures. */
  Source: { with: { Source: { path: word, text: sourceText } } },
  TypeDecl: {
    with: {
      Struct: { id: word, name: word, fields: many("Field") },
      Enum: { id: word, name: word, variants: many("Variant") },
    },
  },
  /** `default` is the id of the function that gives it, without parameters; null if there is none. */
  Field: { with: { Field: { name: word, type, default: optWord } } },
  Variant: { with: { Variant: { name: word, payload: types } } },
  /**
   * A function, or what became one: an app's body, a default. `path` is the file that its positions are in.
   * A default of a parameter has the parameters to its left as its own.
   */
  Function: {
    with: {
      Function: {
        id: word,
        name: word,
        path: word,
        params: many("Param"),
        result: type,
        locals: count,
        body: child("Block"),
      },
    },
  },
  Fn: { without: ["Fn"] },
  Param: { with: { Param: { local, type, default: optWord } } },
  /** What can be started: `function` takes no parameters, except that `main` has those of its declaration. */
  EntryPoint: { with: { EntryPoint: { role: entryKind, name: quoted, function: word } } },
  Type: { without: ["Type"] },
});
export interface LiftedGrammar extends GrammarOf<typeof lifted> {}
/** Bodies of apps and tests and default values are functions; modules are gone. */
export const Lifted: Language<LiftedGrammar> = lifted;

const mono = extend(Lifted, "Mono", {
  Param: { with: { Param: { local, type } } },
  Expr: {
    with: {
      /** Arguments in the order of the parameters, all of them, evaluated from left to right. */
      Call: { type, function: word, args: many("Expr") },
      /** `value` is evaluated and bound to a local for `body`. */
      Bind: { type, local, value: child("Expr"), body: child("Expr") },
    },
  },
  BoundArg: { without: ["BoundArg"] },
});
export interface MonoGrammar extends GrammarOf<typeof mono> {}
/** Calls are positional and complete. */
export const Mono: Language<MonoGrammar> = mono;
