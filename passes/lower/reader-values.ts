// What readers of types do with a value: read it, test what its type demands, and keep it till all members are there.

import type { DecodedGrammar } from "../../ir/derived.ts";
import type { NodeOf } from "../../ir/framework/language.ts";
import type { PrimitiveName } from "../../ir/primitives.ts";
import { BOOL, option, STRING, type Type, type TypeOf, UNIT } from "../../ir/types.ts";
import { type Frame, fresh, freshVar } from "../fresh.ts";
import {
  assign,
  block,
  call,
  giveBack,
  letBe,
  not,
  nothing,
  perform,
  prim,
  text,
  use,
  when,
} from "./build.ts";
import { constraintOf } from "./constraints.ts";
import type { Argument } from "./derived-function.ts";

export type Expr = NodeOf<DecodedGrammar, "Expr">;
export type Stmt = NodeOf<DecodedGrammar, "Stmt">;

/** What the body of a reader is made with. */
export interface Site {
  readonly frame: Frame;
  /** What the reader gives: an option of its type. */
  readonly result: Type;
  /** What is done where the text is not plain. */
  readonly refusal: readonly Stmt[];
  /** The id of the reader of a type that has one of its own. */
  readonly readerOf: (type: Type) => string;
}

// ---- Refusing -------------------------------------------------------------------------------------------

/** To give null back. */
export const leaving = (result: Type): readonly Stmt[] => [giveBack<Expr>(nothing(result))];

/** To make sure that whatever is given back is not taken: shorter, where there is much to be given up. */
export const noting: readonly Stmt[] = [perform<Expr>(prim("scan.refuse", UNIT, []))];

/** The same, out of a loop. */
export const breaking: readonly Stmt[] = [...noting, { kind: "Break", at: 0 }];

export const refuseIf = (condition: Expr, { refusal }: Site): Stmt => when<Expr, Stmt>(condition, refusal);

export const refuseUnless = (condition: Expr, site: Site): Stmt => refuseIf(not(condition), site);

// ---- Reading --------------------------------------------------------------------------------------------

const scalars: Partial<Readonly<Record<Type["kind"], PrimitiveName>>> = {
  Int: "scan.int",
  Float: "scan.float",
  Bool: "scan.bool",
  String: "scan.text",
};

/** What is done with a value that was read, which it may use once. */
type Store = (value: Expr) => readonly Stmt[];

/** Statements that read a value of the type, and refuse it where it is not valid. */
export const read = (type: Type, site: Site, store: Store): readonly Stmt[] => {
  switch (type.kind) {
    case "Option":
      return [
        {
          ...{
            kind: "If",
            at: 0,
            otherwise: block(read(type.inner, site, (value) => store(some(type, value)))),
          },
          branches: [branch(prim("scan.null", BOOL, []), store(nothing(type)))],
        },
      ];
    case "Refined":
      return read(type.base, site, (value) =>
        held(type.base, value, site, (known) => [...tested(type, known, site), ...store(known)]),
      );
    case "Id":
      return textWith((known) => not(prim("text.eq", BOOL, [known, text("")])), type, site, store);
    case "Email":
      return textWith((known) => prim("text.is_email", BOOL, [known]), type, site, store);
    case "Bytes":
      return demanded(STRING, prim("scan.text", option(STRING), []), site, (known) =>
        demanded(type, prim("parse.bytes", option(type), [known]), site, store),
      );
    default: {
      const scalar = scalars[type.kind];
      const wanted = option(type);
      const value = scalar ? prim(scalar, wanted, []) : call(site.readerOf(type), wanted, []);
      return demanded(type, value, site, store);
    }
  }
};

/** What is done with the content of an option, which must not be null. */
const demanded = (type: Type, value: Expr, site: Site, store: Store): readonly Stmt[] => {
  const found = use(fresh(site.frame, "found"), option(type));
  const isNone = prim("option.is_none", BOOL, [found]);
  return [letBe<Expr>(found.local, value), refuseIf(isNone, site), ...store(contentOf(type, found))];
};

/** The same with a value in a local, which may be used again and again. */
const held = (
  type: Type,
  value: Expr,
  { frame }: Site,
  then: (known: Argument) => readonly Stmt[],
): readonly Stmt[] => {
  const known = use(fresh(frame, "held"), type);
  return [letBe<Expr>(known.local, value), ...then(known)];
};

const textWith = (holds: (known: Expr) => Expr, type: Type, site: Site, store: Store): readonly Stmt[] =>
  demanded(type, prim("scan.text", option(type), []), site, (value) =>
    held(type, value, site, (known) => [refuseUnless(holds(known), site), ...store(known)]),
  );

/** The tests of a refined type's own constraints. */
export const tested = ({ constraints }: TypeOf<"Refined">, held: Argument, site: Site): readonly Stmt[] =>
  constraints.map((each) => refuseUnless(constraintOf(each, held, NO_PREDICATES).holds, site));

const NO_PREDICATES: ReadonlyMap<string, Type> = new Map();

// ---- Places ---------------------------------------------------------------------------------------------

/** A variable that holds a member once it was read: null before that. */
export interface Place {
  readonly type: Type;
  readonly held: Argument;
}

export const placeFor = (name: string, type: Type, { frame }: Site): Place => ({
  type,
  held: use(freshVar(frame, name), option(type)),
});

export const emptied = ({ held }: Place): Stmt => letBe<Expr>(held.local, nothing(held.type));

export const fill = ({ type, held }: Place, value: Expr): Stmt =>
  assign<Expr>(held.local, type.kind === "Option" ? value : some(held.type, value));

export const isEmpty = ({ held }: Place): Expr => prim("option.is_none", BOOL, [held]);

/** The member, which was read. */
export const content = ({ type, held }: Place): Expr =>
  type.kind === "Option" ? held : contentOf(type, held);

// ---- Nodes ----------------------------------------------------------------------------------------------

export const some = (type: Type, value: Expr): Expr => prim("option.some", type, [value]);

const contentOf = (type: Type, found: Expr): Expr => prim("option.get", type, [found]);

export const branch = (condition: Expr, statements: readonly Stmt[]) =>
  ({ kind: "Branch", at: 0, condition, body: block(statements) }) as const;

/** While the condition holds. */
export const whilst = (condition: Expr, statements: readonly Stmt[]): Stmt => ({
  ...{ kind: "While", at: 0, condition },
  body: block(statements),
});
