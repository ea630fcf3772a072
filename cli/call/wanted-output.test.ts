// wanted-output, by example.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { wantedOutput } from "./wanted-output.ts";

test("the form of output is found anywhere in front of --", () => {
  assert.equal(wantedOutput(["x", "--diagnostics", "json"]), { json: true, colour: null });
  assert.equal(wantedOutput(["run", "--", "--diagnostics=json"]), { json: false, colour: null });
  assert.equal(wantedOutput(["--color=always", "run", "--bogus"]), { json: false, colour: "always" });
});

test("the last value that is allowed counts", () => {
  assert.is(wantedOutput(["--diagnostics", "json", "--diagnostics", "text"]).json, false);
  assert.is(wantedOutput(["--diagnostics", "json", "--diagnostics", "xml"]).json, true);
});

test.run();
