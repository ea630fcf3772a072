// Tests of the loading order.

import { test } from "uvu";
import * as assert from "uvu/assert";
import type { ModuleInterface } from "../../ir/interfaces.ts";
import { interfaceOf } from "../testing.ts";
import { inLoadingOrder } from "./loading-order.ts";

const module = (path: string, ...imports: readonly string[]): ModuleInterface =>
  interfaceOf(path, { imports: imports.map((each, at) => ({ module: each, at })) });
const paths = (fresh: readonly ModuleInterface[], known: readonly ModuleInterface[]): string =>
  inLoadingOrder(fresh, known)
    .map(({ path }) => path)
    .join(" ");

test("the entry, then its imports depth first", () => {
  const [main, a, b, c] = [module("main", "a", "b"), module("a", "c"), module("b"), module("c", "a")];
  assert.is(paths([main, b], [a, c]), "main a c b");
  assert.is(paths([a], [main, c, b]), "main a c b");
  assert.is(paths([main, a, c, b], []), "main a c b");
});

test.run();
