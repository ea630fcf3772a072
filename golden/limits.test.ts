// Nesting to 256 levels and long chains go through all passes; what goes too deep is told so, once (chapter 1.9).

import { test } from "uvu";
import * as assert from "uvu/assert";
import { chains, nestings } from "./arbitrary/nested.ts";
import { compileText } from "./compiled.ts";

const messages = (text: string): readonly string[] =>
  compileText("limits.fuse", text).diagnostics.map(({ message }) => message);

for (const [name, nested] of Object.entries(nestings)) {
  test(`${name} nest 256 deep`, () => assert.equal(messages(nested(256)), []));

  test(`${name} that nest deeper than the limit are one mistake`, () => {
    for (const depth of [1_001, 5_000]) assert.equal(messages(nested(depth)), ["nested too deeply"]);
  });
}

for (const [name, chain] of Object.entries(chains)) {
  test(`a chain of 5000 ${name} is no nesting`, () => assert.equal(messages(chain(5_000)), []));
}

test.run();
