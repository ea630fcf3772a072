// Loading programs, by example.

import { isLeft } from "fp-ts/Either";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { type Files, inMemory } from "./files.ts";
import { type Loaded, load } from "./load.ts";

const filesOf = (texts: Readonly<Record<string, string>>): Files => inMemory(new Map(Object.entries(texts)));

const loaded = (files: Files, entry = "/p/main.fuse"): Loaded => {
  const result = load(entry, files);
  if (isLeft(result)) throw new Error(result.left);
  return result.right;
};
const paths = (texts: Readonly<Record<string, string>>): readonly string[] =>
  loaded(filesOf(texts)).program.modules.map(({ path }) => path);
/** What the imports of the entry lead to: a path or a code. */
const targets = (texts: Readonly<Record<string, string>>): readonly string[] =>
  loaded(filesOf(texts)).program.links.map(({ target }) =>
    target.kind === "failure" ? target.code : target.path,
  );

test("modules come depth first in source order, each once, also in circles", () => {
  const texts = {
    "/p/main.fuse": "import A\nimport B\n",
    "/p/A.fuse": 'import C\nimport M from "./main"\n',
    "/p/B.fuse": "import C\n",
    "/p/C.fuse": "",
  };
  assert.equal(paths(texts), ["main.fuse", "A.fuse", "C.fuse", "B.fuse"]);
});

test("the extension decides, and what is behind root: stays inside", () => {
  const texts = {
    "/p/fuse.toml": "",
    "/p/src/main.fuse": [
      'import A from "./a.txt"',
      'import B from "root:"',
      'import C from "root:../c"',
      'import D from "root:lib/./d"',
      'import E from "dep:E"',
      'import F from "dep:F/f"',
      'import G from "./v1.2/g"',
      'import H from "./h.MD"',
    ].join("\n"),
    "/p/lib/d.fuse": "",
  };
  const { program } = loaded(filesOf(texts), "/p/src/main.fuse");
  assert.equal(
    program.links.map(({ target }) => (target.kind === "failure" ? target.code : target.path)),
    [
      "FUSE_IMPORT_UNSUPPORTED_EXTENSION",
      "FUSE_IMPORT_ROOT_PATH",
      "FUSE_IMPORT_ROOT_ESCAPE",
      "lib/d.fuse",
      "FUSE_IMPORT_DEP_PATH",
      "FUSE_IMPORT_UNKNOWN_DEPENDENCY",
      "FUSE_IMPORT_MODULE_READ",
      "FUSE_ASSET_MISSING",
    ],
  );
});

test("dependencies of dependencies are known, and modules know their packages", () => {
  const texts = {
    "/p/fuse.toml": '[dependencies]\nA = "./a"\n',
    "/p/main.fuse": 'import X from "dep:A/x"\nimport Y from "dep:B/y"\n',
    "/p/a/fuse.toml": '[dependencies.B]\npath = "../b"\n',
    "/p/a/x.fuse": "",
    "/p/b/y.fuse": "",
  };
  const { program, manifests } = loaded(filesOf(texts));
  assert.equal(
    program.modules.map((module) => [module.path, module.package]),
    [
      ["main.fuse", "fuse.toml"],
      ["a/x.fuse", "a/fuse.toml"],
      ["b/y.fuse", "fuse.toml"],
    ],
  );
  assert.equal([...manifests.keys()], ["/p/fuse.toml", "/p/a/fuse.toml"]);
});

test("packages in a circle are told with the way around it", () => {
  const texts = {
    "/p/fuse.toml": '[dependencies]\nA = { path = "./a" }\n',
    "/p/main.fuse": "",
    "/p/a/fuse.toml": '[dependencies]\nB = "../b"\n',
    "/p/b/fuse.toml": '[dependencies]\nA = "../a"\n',
  };
  const [diagnostic, ...more] = loaded(filesOf(texts)).diagnostics;
  assert.is(diagnostic?.code, "FUSE_DEP_CYCLE");
  assert.match(diagnostic!.message, "A → B → A");
  assert.equal(more, []);
});

test("assets are read as text, and JSON is looked at", () => {
  const texts = {
    "/p/main.fuse": 'import A from "./a.md"\nimport B from "./b.json"\nimport C from "./c.json"\n',
    "/p/a.md": "# Text\r\n",
    "/p/b.json": "[1]",
    "/p/c.json": "[1,]",
  };
  assert.equal(targets(texts), ["a.md", "b.json", "FUSE_ASSET_JSON_INVALID"]);
  const { program, sources } = loaded(filesOf(texts));
  assert.equal(
    program.assets.map(({ kind, path, text }) => [kind, path, text]),
    [
      ["TextAsset", "a.md", "# Text\r\n"],
      ["JsonAsset", "b.json", "[1]"],
    ],
  );
  assert.is(sources.get("c.json"), "[1,]");
});

test("std.Error is built in", () => {
  const texts = { "/p/main.fuse": 'import { NotFound } from "std.Error"\n' };
  assert.equal(paths(texts), ["main.fuse", "std.Error"]);
});

test("a file that is reached by two paths is one module", () => {
  const files = filesOf({
    "/p/main.fuse": 'import A from "./a"\nimport B from "./link/a"\n',
    "/p/a.fuse": "",
    "/p/link/a.fuse": "",
  });
  const linked: Files = { ...files, identity: (path) => path.replace("/link/", "/") };
  assert.equal(
    loaded(linked).program.modules.map(({ path }) => path),
    ["main.fuse", "a.fuse"],
  );
});

test("an entry that is not there is the only failure", () => {
  assert.equal(load("/p/main.fuse", filesOf({})), { _tag: "Left", left: "missing" });
});

test.run();
