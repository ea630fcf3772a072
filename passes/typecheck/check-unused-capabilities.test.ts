// Tests of check-unused-capabilities.

import { isRight } from "fp-ts/These";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { checkUnusedCapabilities } from "./check-unused-capabilities.ts";
import {
  app,
  call,
  callBuiltin,
  functionInfo,
  type Item,
  interfaceOf,
  moduleOf,
  programWith,
  transaction,
} from "./testing-trees.ts";

/** The numbers of the capabilities that a module declares for nothing; `clock` requires time. */
const unused = (requires: readonly string[], item: Item, options: unknown = { strict: true }): string => {
  const clock = interfaceOf("clock", { requires: ["time"], functions: [functionInfo("clock:go")] });
  const program = programWith([moduleOf("main", requires, item)], [interfaceOf("main", { requires }), clock]);
  const outcome = checkUnusedCapabilities.run(program, { options });
  return isRight(outcome) ? "" : outcome.left.map(({ at, last }) => `${at}${last ? "" : "!"}`).join();
};

test("what is declared is used: by a built-in, a foreign function, a transaction", () => {
  assert.is(unused(["crypto", "time", "network"], app(callBuiltin(9, "serve"))), "0,1");
  assert.is(unused(["crypto", "time"], app(call(9, "clock:go"))), "0");
  assert.is(unused(["db"], transaction(9)), "");
});

test("without the option nothing is checked", () => {
  assert.is(unused(["db"], app(), {}), "");
});

test.run();
