// Statements become instructions in a row.

import { test } from "uvu";
import * as assert from "uvu/assert";
import type { Type } from "../../ir/types.ts";
import { BOOL, INT, list, NEVER, option, STRING, struct, UNIT } from "../../ir/types.ts";
import { linearise } from "./linearise.ts";
import type { Atom, Block, Expr, ExprForm, LinearFunction, Owned, Stmt } from "./nodes.ts";
import { linesOf, passed } from "./testing.ts";

const at = 1;
const named = (id: number) => ({ name: "x", id, kind: "let" }) as const;
const local = (id: number, type: Type): Atom => ({ kind: "Local", at, type, local: named(id) });
const int = (value: bigint): Atom => ({ kind: "Int", at, type: INT, value });
const text = (value: string): Atom => ({ kind: "Text", at, type: STRING, value });
const prim = (op: ExprForm<"Prim">["op"], type: Type, ...args: readonly Atom[]): Expr => ({
  ...{ kind: "Prim", at, type, op, args },
});
const block = (...statements: readonly Stmt[]): Block => ({ kind: "Block", at, statements });
const letBe = (id: number, type: Type, value: Expr): Stmt => ({
  kind: "Let",
  at,
  local: named(id),
  type,
  value,
});
const perform = (value: Expr): Stmt => ({ kind: "Do", at, value });
const drop = (id: number): Stmt => ({ kind: "Drop", at, local: named(id) });

/** The lines of a function; its parameters are the first locals. */
const lines = (params: readonly Type[], ...statements: readonly Stmt[]): readonly string[] => {
  const given: Owned<"Function"> = {
    ...{ kind: "Function", at, id: "a:f", name: "f", path: "a", suspends: false, counts: "nothing" },
    params: params.map((type, id) => ({ kind: "Param", at, local: named(id), type, borrowed: false })),
    ...{ result: UNIT, locals: 9, body: block(...statements) },
  };
  return linesOf(passed(linearise, given as unknown as LinearFunction).code).slice(0, -1);
};

test("an operation has its own instruction, or is named", () => {
  const added = letBe(2, INT, prim("int.add", INT, local(0, INT), int(5n)));
  assert.equal(lines([INT], added), ["const.int n9 5", "int.add n2 n0 n9"]);
  const asked = letBe(2, BOOL, prim("text.is_email", BOOL, text("x")));
  assert.equal(lines([], asked), ['prim_bool n2 text.is_email ["x"]']);
});

test("the form of a value chooses the instruction", () => {
  const get = (item: Type) => letBe(2, item, prim("list.get", item, local(0, list(item)), local(1, INT)));
  assert.equal(lines([list(INT), INT], get(INT)), ["list.get_int n2 r0 n1"]);
  assert.equal(lines([list(STRING), INT], get(STRING)), ["list.get_reference r2 r0 n1"]);
  const some = letBe(2, option(INT), prim("option.some", option(INT), local(0, INT)));
  assert.equal(lines([INT], some), ["box.int r2 n0"]);
});

test("what has no value is done, and leaves Unit where one is wanted", () => {
  const print = prim("host.print", UNIT, text("x"));
  assert.equal(lines([], perform(print)), ['prim.nothing host.print ["x"]']);
  assert.equal(lines([], letBe(2, UNIT, print)), ['prim.nothing host.print ["x"]', "const.unit r2"]);
  const fail = prim("fail", NEVER, local(0, STRING), local(1, STRING));
  assert.equal(lines([STRING, STRING], perform(fail)), ["fail r0 r1"]);
});

test("only what the machine counts is dropped", () => {
  assert.equal(lines([STRING, list(INT)], drop(0), drop(1)), ["drop r1"]);
});

test("the members of a value are registers and constants", () => {
  const values = [local(0, INT), text("x"), local(1, list(INT))];
  const made: Expr = {
    kind: "MakeStruct",
    at,
    type: struct("a:P", "P"),
    struct: "a:P",
    memory: null,
    values,
  };
  assert.equal(lines([INT, list(INT)], letBe(2, made.type, made)), ['struct.make r2 a:P [int:n0 "x" r1]']);
});

test("the test of a loop stands at its bottom", () => {
  const test = block(letBe(2, BOOL, prim("int.lt", BOOL, local(0, INT), local(1, INT))));
  const body = block({ kind: "Break", at }, { kind: "Continue", at });
  const loop: Stmt = { kind: "Loop", at, test, condition: local(2, BOOL), body, step: block() };
  assert.equal(lines([INT, INT], loop), [
    ...["jump ->2", "0:", "jump ->3", "jump ->1"],
    ...["1:", "2:", "int.lt n2 n0 n1", "jump.true n2 ->0", "3:"],
  ]);
});

test("branches meet behind the second", () => {
  const value = (n: bigint) => block(letBe(2, INT, int(n)));
  const branch: Stmt = {
    kind: "If",
    at,
    condition: local(0, BOOL),
    whenTrue: value(1n),
    whenFalse: value(2n),
  };
  assert.equal(lines([BOOL], branch), [
    ...["jump.false n0 ->0", "const.int n2 1", "jump ->1", "0:", "const.int n2 2", "1:"],
  ]);
});

test.run();
