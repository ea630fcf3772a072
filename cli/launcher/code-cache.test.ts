// code-cache, by example.

import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { folderWith } from "../testing.ts";
import { loadCached } from "./code-cache.ts";

const bundle = `
exports.answer = () => 42;
exports.path = require("node:path").sep && __dirname;
exports.load = () => importFromLauncher(require("node:url").pathToFileURL(__dirname + "/plugin.mjs").href);
`;

interface Bundle {
  readonly answer: () => number;
  readonly path: string;
  readonly load: () => Promise<{ readonly name: string }>;
}

test("a bundle is loaded with and without its cache, and with a broken one", async () => {
  const folder = folderWith({ "b.cjs": bundle, "plugin.mjs": "export const name = 'p';" });
  const load = () => loadCached<Bundle>(join(folder, "b.cjs"), "0123456789abcdef");
  const first = load();
  assert.is(first.exports.answer(), 42);
  assert.is(first.exports.path, folder);
  assert.is((await first.exports.load()).name, "p");
  first.save();
  const [cache] = readdirSync(folder).filter((name) => name.endsWith(".cache"));
  assert.ok(cache);
  const second = load();
  assert.is(second.exports.answer(), 42);
  assert.is((await second.exports.load()).name, "p");
  assert.is(second.cached, true);
  writeFileSync(join(folder, cache), "broken");
  assert.is(load().exports.answer(), 42);
});

test.run();
