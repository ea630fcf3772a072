// reuse-unique, by example.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { outline, passesWith } from "./testing/programs.ts";

const body = (...source: readonly string[]): readonly string[] =>
  outline(passesWith("reuse-unique"), "f", ...source).slice(1);

test("a struct is made in the memory of one that is given up", () =>
  assert.equal(
    body(
      ...["type Point:", "  x: Int", "  y: Int"],
      ...["fn f(p: Point) -> Point:", "  return Point(x=p.x + 1, y=p.y)"],
      ...['app "a":', "  print(f(Point(x=1, y=2)).x)"],
    ),
    [
      "  let value1 = p.0",
      "  let value2 = int.add(value1, 1)",
      "  let value3 = p.1",
      "  memory4 = recycle p",
      "  return struct@memory4(value2, value3)",
    ],
  ));

test("a value of another size takes new memory", () => {
  const lines = body(
    ...["type Point:", "  x: Int", "type Wide:", "  a: Int", "  b: Int", "  c: Int"],
    ...["fn f(p: Point) -> Wide:", "  return Wide(a=p.x, b=p.x, c=p.x)"],
    ...['app "a":', "  print(f(Point(x=1)).a)"],
  );
  assert.not.ok(lines.some((line) => line.includes("recycle")));
});

test("what may be a variant of one size or another is not kept for a value", () => {
  const lines = body(
    ...["enum Shape:", "  Dot(Int)", "  Line(Int, Int, Int, Int)", "type Point:", "  x: Int"],
    ...["fn f(s: Shape, t: Shape) -> Point:", "  let same = s == t", "  return Point(x=1)"],
    ...['app "a":', "  print(f(Shape.Dot(1), Shape.Line(1, 2, 3, 4)).x)"],
  );
  assert.not.ok(lines.some((line) => line.includes("recycle")));
});

test.run();
