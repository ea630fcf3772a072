// Makers of the nodes that the passes of this stage write again and again.

import type { PrimitiveName } from "../../ir/primitives.ts";
import type { Local } from "../../ir/symbols.ts";
import { BOOL, FLOAT, INT, NEVER, STRING, type Type, UNIT, UNKNOWN } from "../../ir/types.ts";

// ---- Expressions ----------------------------------------------------------------------------------------

export const text = (value: string, at = 0) => ({ kind: "Text", at, type: STRING, value }) as const;
export const int = (value: bigint, at = 0) => ({ kind: "Int", at, type: INT, value }) as const;
export const float = (value: number, at = 0) => ({ kind: "Float", at, type: FLOAT, value }) as const;
export const bool = (value: boolean, at = 0) => ({ kind: "Bool", at, type: BOOL, value }) as const;
export const unit = (at = 0) => ({ kind: "Unit", at, type: UNIT }) as const;
export const nothing = (type: Type, at = 0) => ({ kind: "Null", at, type }) as const;

export const use = (local: Local, type: Type, at = 0) => ({ kind: "Local", at, type, local }) as const;

export const prim = <E>(op: PrimitiveName, type: Type, args: readonly E[], at = 0) =>
  ({ kind: "Prim", at, type, op, args }) as const;

export const call = <E>(id: string, type: Type, args: readonly E[], at = 0) =>
  ({ kind: "Call", at, type, function: id, args }) as const;

/** `value` bound to `local` for `body`. */
export const bind = <V, B extends { readonly type: Type }>(local: Local, value: V, body: B, at = 0) =>
  ({ kind: "Bind", at, type: body.type, local, value, body }) as const;

export const choose = <C, T, F>(condition: C, type: Type, whenTrue: T, whenFalse: F, at = 0) =>
  ({ kind: "Choose", at, type, condition, whenTrue, whenFalse }) as const;

export const and = <L, R>(left: L, right: R, at = 0) => choose(left, BOOL, right, bool(false, at), at);

export const not = <E>(value: E, at = 0) => prim("bool.not", BOOL, [value], at);

/** Ends the run with a failure. */
export const fail = <M>(code: string, message: M, at = 0) =>
  prim("fail", NEVER, [text(code, at), message], at);

export const kindIs = <E>(value: E, kind: string, at = 0) =>
  prim("text.eq", BOOL, [prim("unknown.kind", STRING, [value], at), text(kind, at)], at);

/** The value where one of unknown type is expected. */
export const asUnknown = <E extends { readonly type: Type; readonly at: number }>(value: E) =>
  value.type === UNKNOWN ? value : ({ kind: "Convert", at: value.at, type: UNKNOWN, value } as const);

// ---- Statements -----------------------------------------------------------------------------------------

export const letBe = <E extends { readonly type: Type }>(local: Local, value: E, at = 0) =>
  ({ kind: "Let", at, local, type: value.type, value }) as const;

export const assign = <E>(local: Local, value: E, at = 0) =>
  ({ kind: "Assign", at, local, value, steps: [] as const }) as const;

export const giveBack = <E>(value: E, at = 0) => ({ kind: "Return", at, value }) as const;

export const perform = <E>(value: E, at = 0) => ({ kind: "Do", at, value }) as const;

export const block = <S>(statements: readonly S[], at = 0) => ({ kind: "Block", at, statements }) as const;

/** An `if` with one branch, before branches are nested. */
export const when = <E, S>(condition: E, statements: readonly S[], at = 0) =>
  ({
    kind: "If",
    at,
    otherwise: null,
    branches: [{ kind: "Branch", at, condition, body: block(statements, at) }],
  }) as const;

// ---- Functions ------------------------------------------------------------------------------------------

export const param = (local: Local, type: Type) => ({ kind: "Param", at: 0, local, type }) as const;

/** What a derived function consists of, besides what all have alike. */
export interface Outline<P, S> {
  readonly id: string;
  readonly name: string;
  readonly path: string;
  readonly params: readonly P[];
  readonly result: Type;
  readonly locals: number;
  readonly statements: readonly S[];
}

export const functionOf = <P, S>({ statements, ...outline }: Outline<P, S>) =>
  ({ kind: "Function", at: 0, ...outline, body: block(statements) }) as const;
