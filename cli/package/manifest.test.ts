// manifest, by example.

import { isLeft } from "fp-ts/Either";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { entryOf, parseManifest } from "./manifest.ts";

const read = (source: string) => {
  const manifest = parseManifest("fuse.toml", source);
  return isLeft(manifest) ? manifest.left.message.replace("invalid manifest: ", "") : manifest.right;
};

test("a manifest is decoded; what is unknown does not matter", () => {
  const manifest = read('[package]\nmain = "a.fuse"\nx = 1\n[other]\ny = 2\n[dependencies]\nL = "./l"\n');
  assert.equal(JSON.parse(JSON.stringify(manifest)), {
    package: { main: "a.fuse", x: 1 },
    other: { y: 2 },
    dependencies: { L: "./l" },
  });
});

test("main is another name of entry", () => {
  assert.is(entryOf({ package: { main: "m" } }), "m");
  assert.is(entryOf({ package: { entry: "e" } }), "e");
  assert.is(entryOf({ package: {} }), null);
});

const faults: readonly (readonly [source: string, message: string])[] = [
  ["[package\nentry = 1\n", "(fuse.toml:1:9)"],
  ["[package]\nentry = 3\n", "package.entry must be a string, found a number (fuse.toml:2:1)"],
  ['entry = "a"\n', "package must be a table, found nothing (fuse.toml:1:1)"],
  ["package = 1\n", "package must be a table, found a number (fuse.toml:1:1)"],
  [
    '[package]\n\n[serve]\n  openapi_ui = "yes"\n',
    "serve.openapi_ui must be true or false, found a string (fuse.toml:4:3)",
  ],
  [
    "[package]\n[assets.hooks]\nbefore_build = [1]\n",
    "assets.hooks.before_build must be a string, found a list (fuse.toml:3:1)",
  ],
  [
    "[package]\n[dependencies]\nLib = 7\n",
    "dependencies.Lib must be a string or a table, found a number (fuse.toml:3:1)",
  ],
  [
    "[package]\n[dependencies]\nLib = { path = true }\n",
    "dependencies.Lib.path must be a string, found true (fuse.toml:3:1)",
  ],
  [
    '[package]\nentry = "a"\nmain = "b"\n',
    "package.entry and its alias package.main exclude each other (fuse.toml:3:1)",
  ],
];

for (const [source, message] of faults)
  test(JSON.stringify(source), () => {
    const found = read(source);
    assert.ok(String(found).endsWith(message), String(found));
  });

test.run();
