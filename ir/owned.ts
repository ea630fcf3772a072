// From Anf to Owned: raised errors are returned, assignments go one step, and ownership of memory is explicit.
//
// At each point a local of a managed type (see `ownership.ts`) holds one reference that is its own, or none: none for
// a borrowed parameter and for what was just read out of something (a projection: `GetField`, `GetPayload`, the
// operations that `isProjection` names, the `Part` forms). `Dup` adds the reference, `Drop` gives it up; so does use as
// an operand that is taken over: values of `Make…`, what a `Closure` captures, arguments of parameters that are not
// borrowed and of `CallValue` (whose callee its entries borrow),
// what `Let` and `Assign` copy, what `Return` gives, what `Store` stores, what `takenOperands` says. Everything else
// borrows. Constants need no count. At the end of a function, and where it returns, no local has a reference left; what
// leads to `fail` need not care. Where control flow meets, all ways agree.
//
// `Let` and `Assign` overwrite a local that has no reference; `Store…` give up what they overwrite. Where a part was
// moved out of its place, the place holds null until it is stored into again, whatever its type, and nobody reads it:
// so `Store…` may store null (an atom of that type), and what they give up may be null.

import * as t from "io-ts";
import { Anf } from "./anf.ts";
import { child, extend, type GrammarOf, type Language, leaf, many } from "./framework/language.ts";
import { bool, count, word } from "./leaves.ts";
import { unwrappings } from "./ownership.ts";
import { type PrimitiveName, primitives } from "./primitives.ts";
import { type Local, local } from "./symbols.ts";
import { type } from "./types.ts";

/** The operations that are left when errors are returned. */
export type ReturnedPrimitive = Exclude<PrimitiveName, "raise">;
const isReturned = (u: unknown): u is ReturnedPrimitive =>
  typeof u === "string" && Object.hasOwn(primitives, u) && u !== "raise";
const returnedPrimitive = leaf(
  new t.Type<ReturnedPrimitive, string, unknown>(
    "a primitive operation other than raise",
    isReturned,
    (u, context) => (isReturned(u) ? t.success(u) : t.failure(u, context)),
    (value) => value,
  ),
  (value) => value,
);

const returned = extend(Anf, "Returned", {
  Expr: {
    with: {
      Prim: { type, op: returnedPrimitive, args: many("Atom") },
      /** Strings, and the text forms of Ints, one after the other. The first one is taken, as by `text.concat`. */
      JoinTexts: { type, pieces: many("Atom") },
    },
  },
});
export interface ReturnedGrammar extends GrammarOf<typeof returned> {}
/**
 * A raised error is a returned Err: a function that may raise and declares no Result has one now, `T!_`, and so have
 * all functions that are used as values, if one of them may raise.
 */
export const Returned: Language<ReturnedGrammar> = returned;

const placed = extend(Returned, "Placed", {
  Stmt: {
    with: {
      Assign: { local, value: child("Expr") },
      /** The list, map or struct that the local holds is now one that nobody else holds: if need be a copy. */
      Unique: { local },
      /**
       * Into a container that nobody else holds; `value` (and `key`) are taken, what stood there is given up. `base` is
       * a local made `Unique`, or a part of it: each part on the way is bound by a `Let` of its own (`PartOf…`, and
       * `option.get` of it behind a test), which has no reference.
       */
      StoreField: { index: count, base: child("Atom"), value: child("Atom") },
      /** Fails with `runtime_index_bounds`. */
      StoreItem: { base: child("Atom"), index: child("Atom"), value: child("Atom") },
      /** Inserts or overwrites. */
      StoreKey: { base: child("Atom"), key: child("Atom"), value: child("Atom") },
    },
  },
  Step: { without: ["FieldAt", "ItemAt", "KeyAt"] },
  Expr: {
    with: {
      /**
       * The list, map or struct at a place in a container that nobody else holds; afterwards nobody else holds the
       * part either. It still belongs to the container.
       */
      PartOfField: { type, index: count, base: child("Atom") },
      /** Fails with `runtime_index_bounds`. */
      PartOfItem: { type, base: child("Atom"), index: child("Atom") },
      /** Fails with `runtime_invalid_assignment_target`. */
      PartOfKey: { type, base: child("Atom"), key: child("Atom") },
    },
  },
});
export interface PlacedGrammar extends GrammarOf<typeof placed> {}
/** An assignment to a path is a walk along it, made unique step by step, and a store at its end. */
export const Placed: Language<PlacedGrammar> = placed;

const borrowed = extend(Placed, "Borrowed", {
  /** `borrowed`: the caller goes on owning the argument. */
  Param: { with: { Param: { local, type, borrowed: bool } } },
});
export interface BorrowedGrammar extends GrammarOf<typeof borrowed> {}
/** Parameters say whether they take their arguments over. Functions that are used as values take all. */
export const Borrowed: Language<BorrowedGrammar> = borrowed;

const unwrapping = leaf(
  t.union(
    [t.literal(unwrappings[0]), t.literal(unwrappings[1]), t.literal(unwrappings[2])],
    "an unwrapping operation",
  ),
  (op) => op,
);
const optLocal = leaf<Local | null>(t.union([local.codec, t.null], "a local or null"), (value) =>
  value === null ? "-" : local.show(value),
);

const owned = extend(Borrowed, "Owned", {
  Stmt: {
    with: {
      Dup: { local },
      Drop: { local },
      /**
       * Gives `local`, a struct or enum value, up. If nobody else holds it, its memory stays, as `token`, for a value
       * of the same size that is made later in the same block; else `token` is none, and that value takes new memory.
       */
      Recycle: { token: local, local },
    },
  },
  Expr: {
    with: {
      /** The content of an option or Result that is taken: the content is the local's own. */
      Unwrap: { type, op: unwrapping, base: child("Atom") },
      /** `memory`: the token of a `Recycle` that it may use. */
      MakeStruct: { type, struct: word, memory: optLocal, values: many("Atom") },
      MakeVariant: { type, enum: word, tag: count, memory: optLocal, values: many("Atom") },
    },
  },
});
export interface OwnedGrammar extends GrammarOf<typeof owned> {}
/** Ownership is explicit: the register program and the WebAssembly module are made from this. */
export const Owned: Language<OwnedGrammar> = owned;
