// How derived functions are put together: their parameters, their loops, their place in the program.

import type { Local } from "../../ir/symbols.ts";
import { BOOL, INT, type Type } from "../../ir/types.ts";
import { type Frame, freshVar } from "../fresh.ts";
import { assign, block, functionOf, int, letBe, param, prim, use } from "./build.ts";

/** The value of a parameter. */
export type Argument = ReturnType<typeof use>;

interface Signature {
  readonly id: string;
  readonly name: string;
  readonly path: string;
  readonly params: readonly (readonly [name: string, type: Type])[];
  readonly result: Type;
}

/** A function of the given signature; `make` gives its statements. Its nodes have no position of their own (0). */
export const derivedFunction = <S>(
  { params, ...signature }: Signature,
  make: (frame: Frame, ...args: Argument[]) => readonly S[],
) => {
  const locals = params.map(([name], id): Local => ({ name, id, kind: "param" }));
  const frame: Frame = { locals: params.length };
  const statements = make(frame, ...params.map(([, type], i) => use(locals[i]!, type)));
  return functionOf({
    ...signature,
    params: params.map(([, type], i) => param(locals[i]!, type)),
    locals: frame.locals,
    statements,
  });
};

/** Statements that go through the numbers from 0 below `end`. */
export const counting = <E, S>(frame: Frame, end: E, round: (index: Argument) => readonly S[]) => {
  const index = freshVar(frame, "index");
  const current = use(index, INT);
  const condition = prim("int.lt", BOOL, [current, end]);
  const next = assign(index, prim("int.add", INT, [current, int(1n)]));
  return [
    letBe(index, int(0n)),
    { kind: "While", at: 0, condition, body: block([...round(current), next]) } as const,
  ];
};

/** The file of a nominal type; of others, `otherwise`. */
export const pathOf = (type: Type, otherwise: string): string =>
  type.kind === "Struct" || type.kind === "Enum" ? type.id.slice(0, type.id.lastIndexOf(":")) : otherwise;
