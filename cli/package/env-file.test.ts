// env-file, by example.

import { join } from "node:path";
import { isLeft } from "fp-ts/Either";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { folderWith } from "../testing.ts";
import { parseEnvFile, readEnvFile, withFile } from "./env-file.ts";
import { settingsOf } from "./settings.ts";

test("lines of a .env", () => {
  const text = `# comment

  export PORT = 8081
A=a b = c  \r
B="  two words "
C='x"y'
EMPTY
HASH=v # kept
QUOTE="
=no name
A=second
`;
  assert.equal(Object.fromEntries(parseEnvFile(text)), {
    PORT: "8081",
    A: "a b = c",
    B: "  two words ",
    C: 'x"y',
    EMPTY: "",
    HASH: "v # kept",
    QUOTE: '"',
  });
});

test("what is set already stays, even if it is empty", () => {
  const file = new Map([
    ["A", "1"],
    ["B", "2"],
  ]);
  assert.equal(withFile({ A: "" }, file), { A: "", B: "2" });
});

test("without a file there are no settings; one that cannot be read is a warning", () => {
  assert.equal(readEnvFile(folderWith({})), { _tag: "Right", right: new Map() });
  assert.ok(isLeft(readEnvFile(folderWith({ ".env/x": "" }))));
});

test("FUSE_CONFIG is the package's config.toml unless it is set, also by .env", () => {
  const folder = folderWith({ "config.toml": "" });
  assert.is(settingsOf({}, folder).variables.FUSE_CONFIG, join(folder, "config.toml"));
  assert.is(settingsOf({ FUSE_CONFIG: "x" }, folder).variables.FUSE_CONFIG, "x");
  const other = folderWith({ "config.toml": "", ".env": "FUSE_CONFIG=y" });
  assert.is(settingsOf({}, other).variables.FUSE_CONFIG, "y");
});

test.run();
