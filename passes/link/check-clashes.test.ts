// Tests of check-clashes.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { linkFaults } from "./testing.ts";

test("a name is imported once, even from one file", () => {
  const faults = linkFaults({
    "main.fuse": 'import { f } from "./a"\nimport { f } from "./a"\n',
    "a.fuse": "fn f():\n  return\n",
  });
  assert.equal(faults, ["main.fuse:2:10 FUSE_IMPORT_DUPLICATE", "main.fuse:1:10 FUSE_IMPORT_DUPLICATE"]);
});

test("modules do not share names of types, enums, configs, services and apps", () => {
  const faults = linkFaults({
    "main.fuse": 'import A from "./a"\ntype T:\n  x: Int\n',
    "a.fuse": "enum T:\n  X\n",
  });
  assert.equal(faults, ["a.fuse:1:6 FUSE_SYMBOL_DUPLICATE", "main.fuse:2:6 FUSE_SYMBOL_DUPLICATE"]);
});

test("functions, components and interfaces may have the same name in several modules", () => {
  const text = "fn f():\n  return\ninterface I:\n  fn g() -> Int\n";
  assert.equal(linkFaults({ "main.fuse": `import A from "./a"\n${text}`, "a.fuse": text }), []);
});

test("a name twice in one module is no matter of modules", () => {
  assert.equal(linkFaults({ "main.fuse": "type T:\n  x: Int\ntype T:\n  x: Int\n" }), []);
});

test.run();
