// Tests of check-conformance.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { messagesOf } from "./testing.ts";

/** An impl for the type `A` with a method of this signature, which has to be that of the member. */
const says = (member: string, method: string, ...messages: readonly string[]) =>
  assert.equal(
    messagesOf(
      "check-conformance",
      ...["interface I:", `  fn m${member}`, "type A:", "  n: Int"],
      ...["interface J:", "  fn k()", "impl I for A:", `  fn m${method}:`, "    return null"],
    ),
    messages,
    method,
  );

const differs = (expected: string, found: string): string =>
  `8:6 FUSE_IMPL_SIGNATURE_MISMATCH the method "m" differs from the member of I: expected fn m${expected}, found fn m${found}`;

test("Self is the type, type parameters go by position", () => {
  says("(x: Self) -> Self?", "(x: A) -> A?");
  says("(x: Self) -> Self?", "(x: Self) -> Self?");
  says("<T>(x: List<T>) -> T where T: J", "<U>(x: List<U>) -> U where U: J");
  says("()", "() -> Unit");
  says("(a: Int = 1)", "(a: Int = 2)");
});

test("what may differ", () => {
  says("() -> String", "() -> Int", differs("() -> String", "() -> Int"));
  says("(a: Int)", "(b: Int)", differs("(a: Int)", "(b: Int)"));
  says("(a: Int = 1)", "(a: Int)", differs("(a: Int = …)", "(a: Int)"));
  says("(a: Self)", "(a: Int)", differs("(a: A)", "(a: Int)"));
  says("<T>(a: T)", "(a: Int)", differs("<T>(a: T)", "(a: Int)"));
  says("<T>(a: T)", "<T>(a: T) where T: J", differs("<T>(a: T)", "<T>(a: T) where T: J"));
});

test("a type that was diagnosed differs from none", () =>
  says("() -> String", "() -> Map<Zork, Int>", '8:17 unknown type "Zork"'));

test("every member is there, others may be", () => {
  const texts = [
    "interface I:",
    "  fn a(x: Self) -> Int",
    "  fn b()",
    "type A:",
    "  n: Int",
    "impl I for A:",
  ];
  assert.equal(
    messagesOf("check-conformance", ...texts, "  fn b():", "    return", "  fn c():", "    return"),
    ['6:6 FUSE_IMPL_INCOMPLETE the impl of I for A lacks the member "a": add fn a(x: A) -> Int'],
  );
});

test.run();
