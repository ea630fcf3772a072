// Tests of collect-instances: what is noted in the interface of a module.

import { isLeft } from "fp-ts/These";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { INT, list, parameter, UNIT } from "../../ir/types.ts";
import { collectInstances } from "./collect-instances.ts";
import { app, call, type Expr, fn, type Item, interfaceOf, moduleOf, programWith } from "./testing-trees.ts";

const T = parameter("main:f<T>", "T");

const collected = (...items: readonly Item[]): readonly string[] => {
  const other = interfaceOf("lib");
  const program = programWith([moduleOf("main", [], ...items)], [interfaceOf("main"), other]);
  const outcome = collectInstances.run(program, { options: {} });
  if (isLeft(outcome)) throw new Error("it reports nothing");
  const [main, lib] = outcome.right.interfaces;
  assert.is(lib, other);
  return main!.instantiations.map(({ from, at, function: called, args, member }) => {
    const through = member ? ` of ${member.of.text}${member.associated ? " itself" : ""}` : "";
    return `${from} ${at} ${called}<${args.map(({ text }) => text).join()}>${through}`;
  });
};

test("calls of generic functions are noted, with the function around them", () => {
  const calls = [call(2, "main:g", list(T)), call(1, "main:g", INT), call(3, "main:h")];
  assert.equal(collected(fn("main:f", ...calls)), ["main:f 1 main:g<Int>", "main:f 2 main:g<List<T>>"]);
  assert.equal(collected(app(call(1, "main:g", INT))), ["main: 1 main:g<Int>"]);
});

test("calls through a bound are noted, on a value or on the type", () => {
  const through = { type: UNIT, of: T, interface: "main:I", member: "m" };
  const value: Expr = { kind: "MemberValue", at: 1, ...through, receiver: null };
  const receiver: Expr = { kind: "Local", at: 2, type: T, local: { name: "x", id: 0, kind: "param" } };
  const called: Expr = { kind: "CallMember", at: 2, ...through, typeArgs: [INT], receiver, args: [] };
  assert.equal(collected(fn("main:f", value, called)), [
    "main:f 1 main:I.m<> of T itself",
    "main:f 2 main:I.m<Int> of T",
  ]);
});

test.run();
