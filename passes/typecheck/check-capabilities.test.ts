// Tests of check-capabilities: which uses need a declaration, and where it is missed.

import { isRight } from "fp-ts/These";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { DIAGNOSED, INT, namespace, UNIT } from "../../ir/types.ts";
import { checkCapabilities } from "./check-capabilities.ts";
import {
  app,
  call,
  callBuiltin,
  type Expr,
  functionInfo,
  type Item,
  interfaceOf,
  moduleOf,
  programWith,
  transaction,
} from "./testing-trees.ts";

/** What is missed in a module beside `tool`, which requires network and crypto. */
const missed = (requires: readonly string[], ...items: readonly Item[]): readonly string[] => {
  const tool = interfaceOf("tool", {
    requires: ["network", "crypto"],
    functions: [functionInfo("tool:run", { name: "run" })],
  });
  const own = interfaceOf("main", { requires, functions: [functionInfo("main:own")] });
  const outcome = checkCapabilities.run(programWith([moduleOf("main", requires, ...items)], [own, tool]), {
    options: {},
  });
  return isRight(outcome)
    ? []
    : outcome.left.map(({ at, message }) => `${at} ${/"requires (\w+)"/.exec(message)?.[1]}`);
};

const named = (at: number, kind: "BuiltinName" | "FunctionName", name: string): Expr =>
  kind === "BuiltinName" ? { kind, at, type: namespace("time"), name } : { kind, at, type: UNIT, id: name };

test("a built-in needs its capability, called or not", () => {
  assert.equal(missed([], app(callBuiltin(1, "time.now"), callBuiltin(2, "print"))), ["1 time"]);
  assert.equal(missed([], app(named(1, "BuiltinName", "serve"))), ["1 network"]);
  assert.equal(missed(["db"], app(callBuiltin(1, "db.exec"))), []);
  assert.equal(missed([], app(callBuiltin(1, "query.count", callBuiltin(2, "db.from")))), ["2 db"]);
});

test("a member that a namespace does not have needs it, too", () => {
  const base = named(1, "BuiltinName", "time");
  const name = { name: "nope", at: 2 };
  assert.equal(missed([], app({ kind: "Field", at: 1, type: DIAGNOSED, name, base })), ["1 time"]);
});

test("a function of another module needs all that its module declares, in alphabetical order", () => {
  assert.equal(missed([], app(call(1, "tool:run"))), ["1 crypto", "1 network"]);
  assert.equal(missed(["network"], app(named(1, "FunctionName", "tool:run"))), ["1 crypto"]);
  assert.equal(missed([], app(call(1, "main:own"))), []);
  const receiver: Expr = { kind: "Int", at: 1, type: INT, value: 1n };
  const value: Expr = { kind: "MethodValue", at: 1, type: UNIT, function: "tool:run", receiver };
  assert.equal(missed(["crypto"], app(value)), ["1 network"]);
});

test("values of configs count", () => {
  const name = { name: "C", at: 0 };
  const value = callBuiltin(1, "time.now");
  const field = { kind: "ConfigField", at: 0, name, type: INT, value } as const;
  assert.equal(missed([], { kind: "Config", at: 0, id: "main:C", name, fields: [field] }), ["1 time"]);
});

test("in a transaction only db can be missed: others are not allowed at all", () => {
  const uses = [callBuiltin(1, "time.now"), callBuiltin(2, "db.exec"), call(3, "tool:run")];
  assert.equal(missed([], transaction(0, ...uses)), ["2 db"]);
});

test.run();
