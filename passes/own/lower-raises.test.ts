// lower-raises, by example.

import { isLeft } from "fp-ts/Either";
import { isRight } from "fp-ts/These";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { print } from "../../ir/framework/print.ts";
import { verify } from "../../ir/framework/verify.ts";
import { Returned } from "../../ir/owned.ts";
import { simplified } from "../simplify/testing.ts";
import { lowerRaises } from "./lower-raises.ts";

/** The functions of a program that leave the pass, by name: result and body. */
const returned = (...lines: readonly string[]): ReadonlyMap<string, { result: string; body: string }> => {
  const result = lowerRaises.run(simplified([], ...lines), { options: {} });
  if (!isRight(result)) throw new Error(JSON.stringify(result.left));
  const verified = verify(Returned, "Program", result.right);
  if (isLeft(verified)) throw new Error(JSON.stringify(verified.left));
  return new Map(
    result.right.functions.map(({ name, result, body }) => [
      name,
      { result: result.text, body: print(Returned, "Block", body) },
    ]),
  );
};

const types = ["type T:", "  n: Int(0..9)", "enum E:", "  Bad", ""];
const make = ["fn make(n: Int) -> T:", "  return T(n=n)", ""];

test("what raises returns an Err; who calls it tests, and returns the Err too", () => {
  const source = ["fn f(n: Int) -> Int:", "  return make(n).n + 1", 'app "a":', "  print(f(1))"];
  const found = returned(...types, ...make, ...source);
  assert.is(found.get("make")!.result, "T!_");
  assert.is(found.get("f")!.result, "Int!_");
  assert.is(found.get("a")!.result, "Unit!_");
  const expected = [
    "(Block",
    "  [",
    "    (Let outcome#3 :T!_ (Call :T!_ main.fuse:make [(Local n#0 :Int)]))",
    "    (Let isOk#4 :Bool (Prim :Bool result.is_ok [(Local outcome#3 :T!_)]))",
    "    (If",
    "      (Local isOk#4 :Bool)",
    "      (Block [(Let value#1 :T (Prim :T result.ok_value [(Local outcome#3 :T!_)]))])",
    "      (Block",
    "        [",
    "          (Let error#5 :_ (Prim :_ result.err_value [(Local outcome#3 :T!_)]))",
    "          (Return (Prim :Int!_ result.err [(Local error#5 :_)]))]))",
    "    (Let value#2 :Int(...) (GetField :Int(...) 0 (Local value#1 :T)))",
    "    (Let value#6 :Int (Prim :Int int.add [(Local value#2 :Int(...)) (Int 1 :Int)]))",
    "    (Return (Prim :Int!_ result.ok [(Local value#6 :Int)]))])",
  ];
  assert.is(found.get("f")!.body, expected.join("\n"));
});

test("a call whose Result is the function's own is returned as it is", () => {
  const source = ["fn same(n: Int) -> T:", "  return make(n)", 'app "a":', "  print(same(1))"];
  const { body } = returned(...types, ...make, ...source).get("same")!;
  assert.is(body, "(Block [(Return (Call :T!_ main.fuse:make [(Local n#0 :Int)]))])");
});

test("a function that declares a Result takes errors as its own", () => {
  const source = ["fn g(n: Int) -> Int!E:", "  return make(n).n", 'app "a":', "  print(g(1))"];
  const found = returned(...types, ...make, ...source);
  assert.is(found.get("g")!.result, "Int!E");
  assert.ok(found.get("g")!.body.includes("(Prim :E unknown.as [(Local error#"), found.get("g")!.body);
  assert.is(found.get("a")!.result, "Unit");
});

test("if one function that is used as a value raises, all but those with a Result are tested", () => {
  const source = [
    "fn fine(n: Int) -> Int:",
    "  return n",
    "fn g(n: Int) -> Int!E:",
    "  return n",
    "fn calls() -> Int:",
    "  let f = fine",
    "  return f(1)",
    "fn asks():",
    "  let f = g",
    "  print(f(1))",
    'app "a":',
    "  let m = make",
    "  asks()",
    "  print(calls())",
  ];
  const found = returned(...types, ...make, ...source);
  const results = ["fine.entry(1)", "fine.dynamic()", "g.entry(1)", "g.dynamic()", "calls", "asks"].map(
    (name) => found.get(name)!.result,
  );
  assert.equal(results, ["Int!_", "_!_", "Int!E", "_!_", "Int!_", "Unit"]);
});

test("a program that raises nothing stays as it is", () => {
  const program = simplified([], "fn f() -> Int:", "  return 1", 'app "a":', "  let g = f", "  print(g())");
  const result = lowerRaises.run(program, { options: {} });
  assert.ok(isRight(result));
  assert.equal(result.right.functions, program.functions);
});

test("a function whose entry gives a Result only because it is used as a value stays as it is", () => {
  const source = [
    ...["fn safe(n: Int) -> T:", "  return make(0)", "fn other(n: Int) -> Int:", "  return n"],
    ...["fn user() -> Int:", "  return other(1)"],
    ...['app "a":', "  let f = safe", "  let g = other", "  print(f(1))", "  print(g(user()))"],
  ];
  const found = returned(...types, ...make, ...source);
  assert.is(found.get("other.entry(1)")!.result, "Int!_");
  assert.is(found.get("other")!.result, "Int");
  assert.is(found.get("user")!.result, "Int");
});

test.run();
