// From Slice to Mono: a program is types, functions and entries; every callee is known but for function values.

import * as t from "io-ts";
import {
  child,
  extend,
  type GrammarOf,
  type Language,
  leaf,
  many,
  operand,
  operands,
  opt,
} from "./framework/language.ts";
import { typeParams } from "./interfaces.ts";
import { count, optWord, quoted, sourceText, word } from "./leaves.ts";
import { Slice } from "./slice.ts";
import { local, optLocal } from "./symbols.ts";
import { type Type, type, types } from "./types.ts";

/** The id of the function that gives the default of a parameter or field; no declaration has such a name. */
export const defaultId = (owner: string, name: string): string => `${owner}.default(${name})`;

/** The id of a generic function for some type arguments. */
export const instanceId = (id: string, args: readonly Type[]): string =>
  args.length === 0 ? id : `${id}[${args.map(({ key }) => key).join(", ")}]`;

/** The id of what a task does: the task of that number in a function. */
export const taskId = (owner: string, number: number): string => `${owner}.task(${number})`;

/** The id of a function whose parameters at some positions are boxes. */
export const boxedId = (id: string, positions: readonly number[]): string =>
  `${id}[box ${positions.join(" ")}]`;

/** Whether a pass made the function from none: its id ends with a bracket that no name can end with. */
export const isMadeId = (id: string): boolean => /[)>]$/.test(id);

const entryKinds = ["app", "test", "main"] as const;
export type EntryKind = (typeof entryKinds)[number];
export const entryKindCodec = t.keyof({ app: null, test: null, main: null }, "a kind of entry");
const entryKind = leaf(entryKindCodec, (kind) => kind);

const lifted = extend(Slice, "Lifted", {
  Program: {
    with: {
      Program: {
        sources: many("Source"),
        types: many("TypeDecl"),
        impls: many("Impl"),
        functions: many("Function"),
        entries: many("EntryPoint"),
      },
    },
  },
  Module: { without: ["Module"] },
  Asset: { without: ["TextAsset", "JsonAsset"] },
  Item: { without: ["Struct", "Enum", "Impl", "Function", "App", "Test"] },
  /** A file, for the positions of failures. */
  Source: { with: { Source: { path: word, text: sourceText } } },
  TypeDecl: {
    with: {
      Struct: { id: word, name: word, fields: many("Field") },
      Enum: { id: word, name: word, variants: many("Variant") },
    },
  },
  /** Which functions are the members of an interface for a type. */
  Impl: { with: { Impl: { interface: word, target: type, methods: many("Method") } } },
  Method: { with: { Method: { name: word, function: word } } },
  /** `default` is the id of the function that gives it, without parameters; null if there is none. */
  Field: { with: { Field: { name: word, type, default: optWord } } },
  Variant: { with: { Variant: { name: word, payload: types } } },
  /**
   * A function, a method, or what became a function: an app's body, a default, an asset. `path` is the file that its
   * positions are in. A default of a parameter has the parameters to its left as its own, and all type parameters.
   * `self` is the local of an instance method's receiver, of type `selfType`; the defaults of its parameters have it too.
   */
  Function: {
    with: {
      Function: {
        id: word,
        name: word,
        path: word,
        typeParams,
        self: optLocal,
        selfType: type,
        params: many("Param"),
        result: type,
        locals: count,
        body: child("Block"),
      },
    },
  },
  Fn: { without: ["Fn"] },
  Param: { with: { Param: { local, type, default: optWord } } },
  Expr: { without: ["AssetName", "InheritedDefault"] },
  /**
   * What can be started: `function` takes no parameters, except that `main` has those of its declaration, until program
   * arguments are bound to them.
   */
  EntryPoint: { with: { EntryPoint: { role: entryKind, name: quoted, function: word } } },
  Type: { without: ["Type"] },
});
export interface LiftedGrammar extends GrammarOf<typeof lifted> {}
/** Bodies of apps and tests, default values and assets are functions; modules are gone. */
export const Lifted: Language<LiftedGrammar> = lifted;

const detached = extend(Lifted, "Detached", {
  Expr: {
    without: ["Spawn"],
    with: {
      /** A task that runs a function, which nothing else calls: with what it captures as its arguments. */
      Spawn: { type, function: word, typeArgs: types, captured: many("Expr") },
    },
  },
});
export interface DetachedGrammar extends GrammarOf<typeof detached> {}
/** What a task does is a function. */
export const Detached: Language<DetachedGrammar> = detached;

const specialised = extend(Detached, "Specialised", {
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
  Impl: { without: ["Impl"] },
  Method: { without: ["Method"] },
  Function: {
    with: {
      Function: {
        id: word,
        name: word,
        path: word,
        self: optLocal,
        selfType: type,
        params: many("Param"),
        result: type,
        locals: count,
        body: child("Block"),
      },
    },
  },
  Expr: {
    without: ["CallMember", "MemberValue"],
    with: {
      Call: { type, function: word, receiver: opt("Expr"), args: many("BoundArg") },
      Spawn: { type, function: word, args: many("Expr") },
      /** `value` is evaluated and bound to a local for `body`. */
      Bind: { type, local, value: child("Expr"), body: child("Expr") },
      /** The value of `whenTrue` or of `whenFalse`; only that one is evaluated. */
      Choose: { type, condition: child("Expr"), whenTrue: child("Expr"), whenFalse: child("Expr") },
      /** Whether a value of unknown type is of the struct or enum of that id. */
      HasType: { type, id: word, value: child("Expr") },
    },
  },
});
export interface SpecialisedGrammar extends GrammarOf<typeof specialised> {}
/** Type parameters and bounds are gone: a generic function is one function for each list of type arguments (row 12). */
export const Specialised: Language<SpecialisedGrammar> = specialised;

const called = extend(Specialised, "Called", {
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
  Expr: {
    with: {
      Call: { type, function: word, args: operands("BoundArg") },
    },
  },
  BoundArg: { with: { BoundArg: { index: count, value: operand("Expr") } } },
});
export interface CalledGrammar extends GrammarOf<typeof called> {}
/** Methods are functions whose first parameter is `self`, if they take it (row 11). */
export const Called: Language<CalledGrammar> = called;

const mono = extend(Called, "Mono", {
  Param: { with: { Param: { local, type } } },
  Expr: {
    with: {
      /** Arguments in the order of the parameters, all of them, evaluated from left to right. */
      Call: { type, function: word, args: operands("Expr") },
    },
  },
  BoundArg: { without: ["BoundArg"] },
});
export interface MonoGrammar extends GrammarOf<typeof mono> {}
/** Calls are positional and complete. */
export const Mono: Language<MonoGrammar> = mono;
