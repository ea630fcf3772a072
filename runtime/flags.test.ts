// flags, by example.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { type Flags, flagText, formOf, hasArgument, splitFlags, unknownFlags } from "./flags.ts";

const split = (...args: readonly string[]): Flags => splitFlags(args);

const form = (parameter: string, ...args: readonly string[]) => formOf(split(...args), parameter, true);

test("a flag has its text behind = or in the next argument, or none", () => {
  const flags = split("--a=x=y", "--b", "-5", "--c", "--d=", "--e");
  assert.equal(flags.given, [
    { name: "a", text: "x=y" },
    { name: "b", text: "-5" },
    { name: "c", text: null },
    { name: "d", text: "" },
    { name: "e", text: null },
  ]);
  assert.equal(split("--a=one\ntwo").given, [{ name: "a", text: "one\ntwo" }]);
});

test("the first argument that is no flag is malformed", () => {
  const expected = "expected --NAME or --NAME=VALUE, got";
  assert.is(split("--name=Bo", "extra", "--what").malformed, `${expected} "extra"`);
  assert.is(split("-n", "Bo").malformed, `${expected} "-n"`);
  assert.is(split("--", "--name=x").malformed, `${expected} "--"`);
  assert.is(split("--=x").malformed, `${expected} "--=x"`);
  assert.is(split("--x").malformed, null);
});

test("dashes and underscores in names are the same", () => {
  assert.is(form("dry_run", "--dry-run"), "true");
  assert.is(form("dry_run", "--dry_run=1"), "value");
  assert.is(form("dry_run", "--Dry-run"), "absent");
  assert.is(flagText(split("--out-dir", "x"), "out_dir"), "x");
});

test("the last boolean form counts, and a value besides is one too much", () => {
  assert.is(form("loud", "--loud", "--no-loud"), "false");
  assert.is(form("loud", "--no-loud", "--loud"), "true");
  assert.is(form("loud", "--loud", "--loud=true"), "several");
  assert.is(form("loud", "--loud=true", "--loud=true"), "several");
});

test("a parameter of that name goes before the negation of another", () => {
  assert.is(formOf(split("--no-color"), "color", false), "absent");
  assert.is(form("no_color", "--no-color"), "true");
  assert.is(form("no_color", "--no-no-color"), "false");
});

test("unknown flags are named once each as they are written, in order of code points", () => {
  const flags = split("--zeta", "--no-loud", "--no-what", "--a=1", "--Zed", "--a", "--no-loud=1");
  assert.equal(unknownFlags(flags, ["loud"]), ["Zed", "a", "no-loud", "no-what", "zeta"]);
});

test("an argument is looked up as it is written", () => {
  assert.is(hasArgument(split("--name=x", "--help"), "--help"), true);
  assert.is(hasArgument(split("--name=--help"), "--help"), false);
});

test.run();
