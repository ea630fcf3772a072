// Tests of link-imports.

import { isRight } from "fp-ts/These";
import { test } from "uvu";
import * as assert from "uvu/assert";
import type { NodeOf } from "../../ir/framework/language.ts";
import type { SurfaceGrammar } from "../../ir/surface.ts";
import { passesOfStages, programOf } from "../testing.ts";
import { linkImports } from "./link-imports.ts";
import { linkFaults } from "./testing.ts";

type Files = Readonly<Record<string, string>>;

/** The program behind link-imports, of files that hold no mistake. */
const linked = (files: Files) => {
  let program: unknown = programOf(files);
  for (const pass of passesOfStages("parse")) {
    const outcome = pass.run(program as never, { options: {} });
    if (!isRight(outcome)) throw new Error("a mistake");
    program = outcome.right;
  }
  const outcome = linkImports.run(program as NodeOf<SurfaceGrammar, "Program">, { options: undefined });
  if (!isRight(outcome)) throw new Error("a mistake");
  return outcome.right;
};

test("every form of import becomes the names that it binds", () => {
  const { modules } = linked({
    "main.fuse":
      'import lib\nimport A from "./lib"\nimport A as B from "./lib"\nimport { f, T } from "./lib"\nimport D from "./d.json"\n',
    "lib.fuse": "fn f():\n  return\ntype T:\n  a: Int\n",
    "d.json": "[1]",
  });
  assert.equal(
    modules[0]!.imports.map((each) => [each.kind, each.name]),
    [
      ["module", "lib"],
      ["module", "A"],
      ["module", "B"],
      ["export", "f"],
      ["export", "T"],
      ["asset", "D"],
    ],
  );
});

test("modules that no import reaches are dropped: their names stood in a text", () => {
  const { modules } = linked({
    "main.fuse": 'import b\nfn f() -> String:\n  return """\nimport a from "./a"\n"""\n',
    "a.fuse": "",
    "b.fuse": "",
  });
  assert.equal(
    modules.map(({ path }) => path),
    ["main.fuse", "b.fuse"],
  );
});

test("what a module imports itself is not exported, and other names of the list stay", () => {
  const faults = linkFaults({
    "main.fuse": 'import { g, f, nope } from "./a"\n',
    "a.fuse": 'import { g } from "./b"\nfn f():\n  return\n',
    "b.fuse": "fn g():\n  return\n",
  });
  assert.equal(faults, ["main.fuse:1:10 FUSE_IMPORT_UNKNOWN", "main.fuse:1:16 FUSE_IMPORT_UNKNOWN"]);
});

test("a module that could not be read is not asked for its exports", () => {
  const faults = linkFaults({ "main.fuse": 'import { f } from "./a"\n', "a.fuse": "fn f(\n" });
  assert.equal(faults.filter((each) => each.startsWith("main.fuse")).length, 0);
});

test("an asset has one name, and one import one mistake", () => {
  const faults = linkFaults({
    "main.fuse": 'import { a } from "./d.json"\nimport A as B from "./d.json"\nimport N from "./none"\n',
    "d.json": "{}",
  });
  assert.equal(faults, [
    "main.fuse:1:1 FUSE_IMPORT_ASSET_FORM",
    "main.fuse:2:1 FUSE_IMPORT_ASSET_FORM",
    "main.fuse:3:1 FUSE_IMPORT_MODULE_READ",
  ]);
});

test.run();
