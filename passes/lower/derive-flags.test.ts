// derive-flags, by example.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { lowered, printed } from "./testing.ts";

test("an Int is read from its text, and validated against its type", () => {
  const source = ["fn main(count: Int(1..5)):", "  print(count)"];
  const body = printed("derive-flags", "flag count", ...source);
  assert.match(body, '(Prim :String flags.form [(Text :String "count") (Bool :Bool true)])');
  assert.match(body, "(Prim :Int? parse.int");
  assert.match(body, "(Validate :Int(...) count (Prim :Int option.get");
});

test("the entry takes no parameters any more", () => {
  const { entries, functions } = lowered("fn main(a: Int, b: Int = a):", "  print(a + b)");
  const entry = functions.find(({ id }) => id === entries[0]!.function)!;
  assert.equal([entry.name, entry.params], ["bind main", []]);
});

test("--no-x is no negation of x where there is a parameter no_x", () => {
  const source = ["fn main(color: Bool = true, no_color: Bool = false):", "  print(color)"];
  assert.match(printed("derive-flags", "flag color", ...source), '(Text :String "color") (Bool :Bool false)');
  assert.match(printed("derive-flags", "flag no_color", ...source), '"no_color") (Bool :Bool true)');
});

test("a main of its own help is asked for no usage", () => {
  const asks = (...source: readonly string[]) =>
    printed("derive-flags", "bind main", ...source).includes("--help");
  assert.ok(asks("fn main():", "  print(1)"));
  assert.not.ok(asks("fn main(help: Bool = false):", "  print(help)"));
});

test("a generic main takes no arguments", () => {
  assert.equal(lowered("fn main<T>(x: T):", "  print(x)").entries, []);
});

test.run();
