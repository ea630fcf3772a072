// Tests of check-layers: where a cycle of imports between layers is reported, and what a layer is.

import { isRight } from "fp-ts/These";
import { test } from "uvu";
import * as assert from "uvu/assert";
import type { ModuleInterface } from "../../ir/interfaces.ts";
import { checkLayers } from "./check-layers.ts";
import { interfaceOf, programWith } from "./testing-trees.ts";

type Imports = Readonly<Record<string, readonly string[]>>;

/** The modules in loading order, each with the paths that it imports; `dep/…` is another package. */
const interfacesOf = (modules: Imports): readonly ModuleInterface[] =>
  Object.entries(modules).map(([path, imports]) =>
    interfaceOf(path, {
      package: path.startsWith("dep/") ? "dep/fuse.toml" : "fuse.toml",
      imports: imports.map((module, at) => ({ module, at })),
    }),
  );

/** Where the cycle is reported: the module, and the number of its import. */
const found = (modules: Imports, options: unknown = { strict: true }): string => {
  const program = programWith([], interfacesOf(modules));
  const outcome = checkLayers.run(program, { options });
  return isRight(outcome) ? "fine" : outcome.left.map(({ path, at }) => `${path} ${at}`).join();
};

const shop: Imports = {
  "src/main.fuse": ["src/shop/orders.fuse"],
  "src/shop/orders.fuse": ["src/shop/prices.fuse", "src/post/mail.fuse"],
  "src/shop/prices.fuse": [],
  "src/post/mail.fuse": ["src/shop/prices.fuse"],
};

test("a cycle is reported where its first layer imports its second", () => {
  assert.is(found(shop), "src/shop/orders.fuse 1");
});

test("without the option nothing is checked", () => {
  assert.is(found(shop, {}), "fine");
});

test("the last folder src counts; without one the layer is the file", () => {
  assert.is(
    found({ "src/a/src/x/m.fuse": ["src/x/n.fuse"], "src/x/n.fuse": ["src/a/src/x/m.fuse"] }),
    "fine",
  );
  assert.is(found({ "lib/a.fuse": ["b.fuse"], "b.fuse": ["lib/a.fuse"] }), "lib/a.fuse 0");
  assert.is(found({ "lib/a.fuse": ["a.fuse"], "a.fuse": ["lib/a.fuse"] }), "fine");
});

test("the search goes in alphabetical order, not in that of loading", () => {
  const modules = { "z.fuse": ["y.fuse"], "y.fuse": ["z.fuse"], "b.fuse": ["c.fuse"], "c.fuse": ["b.fuse"] };
  assert.is(found(modules), "b.fuse 0");
});

test("other packages and std.Error have no layer", () => {
  assert.is(
    found({ "a.fuse": ["dep/b.fuse", "std.Error"], "dep/b.fuse": ["a.fuse"], "std.Error": ["a.fuse"] }),
    "fine",
  );
});

test.run();
