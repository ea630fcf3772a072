// Tests of check-instances: which calls make instances without end, or call a method on a type that needs a value.

import { isRight } from "fp-ts/These";
import { test } from "uvu";
import * as assert from "uvu/assert";
import type { FunctionInfo, Instantiation, ModuleInterface } from "../../ir/interfaces.ts";
import { INT, list, map, option, parameter, result, STRING, struct, type Type } from "../../ir/types.ts";
import { checkInstances } from "./check-instances.ts";
import { functionInfo, interfaceOf, programWith } from "./testing-trees.ts";

const T = (of: string): Type => parameter(`${of}<T>`, "T");
const U = (of: string): Type => parameter(`${of}<U>`, "U");
const USER = struct("m:User", "User");
const SHOP = struct("m:Shop", "Shop");

const fn = (id: string, params: readonly Type[], bound: string | null = null): FunctionInfo =>
  functionInfo(id, { typeParams: params.map((type) => ({ name: type.text, at: 0, type, bound })) });
const method = (id: string, self: "instance" | "associated", params: readonly Type[] = []): FunctionInfo => ({
  ...fn(id, params),
  kind: "method",
  self,
});

/** The call of `called` by `from`. */
const call = (from: string, at: number, called: string, ...args: readonly Type[]): Instantiation => ({
  from,
  at,
  function: called,
  args,
  member: null,
});
const member = (from: string, at: number, of: Type, associated: boolean, ...args: readonly Type[]) => ({
  ...call(from, at, "m:I.make", ...args),
  member: { of, interface: "m:I", name: "make", associated },
});

const impl = (target: Type, id: string): ModuleInterface["impls"][number] => ({
  interface: "m:I",
  target,
  at: 0,
  methods: [{ name: "make", id }],
});

/** Where something is reported, with its code. */
const found = (
  functions: readonly FunctionInfo[],
  instantiations: readonly Instantiation[],
  impls: ModuleInterface["impls"] = [],
): readonly string[] => {
  const program = programWith([], [interfaceOf("m", { functions, impls, instantiations })]);
  const outcome = checkInstances.run(program, { options: {} });
  return isRight(outcome) ? [] : outcome.left.map(({ at, code }) => `${at} ${code}`).sort();
};

const ENDLESS = "FUSE_GENERIC_RECURSION";
const f = fn("f", [T("f")]);
const g = fn("g", [T("g")]);
const pair = fn("pair", [T("pair"), U("pair")]);

test("a call with a larger type than its own is endless", () => {
  assert.equal(found([f], [call("", 1, "f", INT), call("f", 2, "f", list(T("f")))]), [`2 ${ENDLESS}`]);
});

test("also through others: at the call that makes it larger", () => {
  const calls = [call("", 1, "f", INT), call("f", 2, "g", map(STRING, T("f"))), call("g", 3, "f", T("g"))];
  assert.equal(found([f, g], calls), [`2 ${ENDLESS}`]);
});

test("what follows from it is not reported", () => {
  const calls = [call("", 1, "f", INT), call("f", 2, "g", list(T("f"))), call("f", 3, "f", list(T("f")))];
  assert.equal(found([f, g], calls), [`3 ${ENDLESS}`]);
});

test("every such call is reported", () => {
  const calls = [
    call("", 1, "f", INT),
    call("f", 2, "f", list(T("f"))),
    call("f", 3, "f", result(T("f"), USER)),
  ];
  assert.equal(found([f], calls), [`2 ${ENDLESS}`, `3 ${ENDLESS}`]);
});

test("recursion with the same or permuted arguments ends", () => {
  assert.equal(found([f], [call("", 1, "f", INT), call("f", 2, "f", T("f"))]), []);
  const swapped = call("pair", 2, "pair", U("pair"), T("pair"));
  assert.equal(found([pair], [call("", 1, "pair", INT, list(INT)), swapped]), []);
});

test("a parameter that goes elsewhere may grow", () => {
  const calls = [call("", 1, "pair", INT, INT), call("pair", 2, "pair", T("pair"), list(T("pair")))];
  assert.equal(found([pair], calls), []);
});

test("an option of an option is the same option", () => {
  assert.equal(found([f], [call("", 1, "f", INT), call("f", 2, "f", option(T("f")))]), []);
});

test("what nobody needs does not grow", () => {
  assert.equal(found([f], [call("f", 2, "f", list(T("f")))]), []);
});

test("type arguments are nested 32 deep at most", () => {
  const nested = (levels: number): Type => (levels === 0 ? INT : list(nested(levels - 1)));
  assert.equal(found([f], [call("", 1, "f", nested(32))]), []);
  assert.equal(found([f], [call("", 1, "f", nested(33))]), [`1 ${ENDLESS}`]);
  const calls = [call("", 1, "f", nested(32)), call("f", 2, "g", list(T("f")))];
  assert.equal(found([f, g], calls), [`2 ${ENDLESS}`]);
});

test("wide programs are no trouble", () => {
  const names = Array.from({ length: 30 }, (_, i) => `f${i}`);
  const calls = names.flatMap((name, i) => [
    call(name, 2 * i + 1, `f${i + 1}`, list(T(name))),
    call(name, 2 * i + 2, `f${i + 1}`, map(STRING, T(name))),
  ]);
  assert.equal(
    found(
      names.map((name) => fn(name, [T(name)])),
      [call("", 0, "f0", INT), ...calls],
    ),
    [],
  );
});

const bounded = fn("bounded", [T("bounded")], "m:I");

test("a call through a bound goes to the method of the type that is there", () => {
  const grow = method("User.make", "instance", [T("User.make")]);
  const other = method("Shop.make", "instance", [T("Shop.make")]);
  const back = call("User.make", 3, "bounded", USER);
  const wider = member("bounded", 4, T("bounded"), false, list(T("outer")));
  const outer = fn("outer", [T("outer")]);
  const impls = [impl(USER, "User.make"), impl(SHOP, "Shop.make")];
  const self = call("User.make", 5, "User.make", list(T("User.make")));
  const functions = [bounded, outer, grow, other];
  assert.equal(found(functions, [call("", 1, "bounded", SHOP), wider, back, self], impls), []);
  assert.equal(found(functions, [call("", 1, "bounded", USER), wider, back, self], impls), [`5 ${ENDLESS}`]);
});

test("a method called on a type must not use self", () => {
  const functions = [bounded, method("User.make", "instance"), method("Shop.make", "associated")];
  const impls = [impl(USER, "User.make"), impl(SHOP, "Shop.make")];
  const calls = [call("", 1, "bounded", SHOP), call("", 2, "bounded", USER)];
  assert.equal(found(functions, [...calls, member("bounded", 3, T("bounded"), true)], impls), ["2 null"]);
  assert.equal(found(functions, [...calls, member("bounded", 3, T("bounded"), false)], impls), []);
});

test.run();
