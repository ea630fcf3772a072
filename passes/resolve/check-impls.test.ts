// Tests of check-impls.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { compileFiles, messagesOf, recompile } from "./testing.ts";

const NAME = "check-impls";

const NAMED = "interface Named:\n  fn m()\n";
const USER = "type User:\n  a: Int\n";
const IMPL = "impl Named for User:\n  fn m():\n    return\n";
const imported = (folder: string): string =>
  `import { Named } from "${folder}/named"\nimport { User } from "${folder}/user"\n`;

const DUPLICATE =
  "FUSE_IMPL_DUPLICATE the package has more than one impl of Named for User: keep one of them";

test("one impl for a pair in a package, in whichever module", () => {
  const main = `import other from "./other"\n${imported(".")}${IMPL}`;
  const files = { "main.fuse": main, "named.fuse": NAMED, "user.fuse": USER };
  assert.equal(compileFiles(NAME, { ...files, "other.fuse": imported(".") }).messages, []);
  assert.equal(compileFiles(NAME, { ...files, "other.fuse": imported(".") + IMPL }).messages, [
    `4:6 ${DUPLICATE}`,
    `other.fuse:3:6 ${DUPLICATE}`,
  ]);
  assert.equal(recompile(NAME, { ...files, "other.fuse": imported(".") + IMPL }, "other.fuse").messages, [
    `4:6 ${DUPLICATE}`,
    `other.fuse:3:6 ${DUPLICATE}`,
  ]);
});

test("a package owns the interface or the type", () => {
  const files = { "dep/named.fuse": NAMED, "dep/user.fuse": USER };
  assert.equal(compileFiles(NAME, { "main.fuse": imported("./dep") + IMPL, ...files }).messages, [
    "3:6 FUSE_IMPL_ORPHAN impl of Named for User: both belong to other packages; declare one of them in this package",
  ]);
  const own = `import { Named } from "./dep/named"\n${USER}${IMPL}`;
  assert.equal(compileFiles(NAME, { "main.fuse": own, ...files }).messages, []);
});

test("an impl of an unknown interface is reported once", () => {
  const main = `import { User } from "./dep/user"\nimpl Nope for User:\n  fn m():\n    return\n`;
  assert.equal(compileFiles(NAME, { "main.fuse": main, "dep/user.fuse": USER }).messages, [
    '2:6 unknown interface "Nope"',
  ]);
});

test("a method is there once", () => {
  assert.equal(messagesOf(NAME, `${NAMED}${USER}${IMPL}  fn m():\n    return`), ['8:6 duplicate method "m"']);
});

test.run();
