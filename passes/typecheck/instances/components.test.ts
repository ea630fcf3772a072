// Tests of strongly connected components.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { componentsOf } from "./components.ts";

/** The groups of nodes that share a component. */
const groups = (targets: readonly (readonly number[])[]): string => {
  const component = componentsOf(targets);
  const nodes = targets.map((_, node) => node);
  return [...new Set(component)]
    .map((each) => nodes.filter((node) => component[node] === each).join(""))
    .sort()
    .join(" ");
};

test("nodes that reach each other share a component", () => {
  assert.is(groups([[1], [2], [0, 3], []]), "012 3");
  assert.is(groups([[1], [], [1, 3], [2]]), "0 1 23");
  assert.is(groups([[0], []]), "0 1");
});

test("an edge into a finished component joins nothing", () => {
  assert.is(groups([[], [0], [0, 1, 3], [2]]), "0 1 23");
});

test("a long chain needs no stack", () => {
  const chain = Array.from({ length: 100_000 }, (_, i) => [i + 1]);
  assert.is(new Set(componentsOf([...chain, [0]])).size, 1);
});

test.run();
