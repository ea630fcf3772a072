// share-walks, by example.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { functionText, moduleOf, printed } from "./testing.ts";

const types = [
  ...["type Pos:", "  x: Int", "  y: Int", ""],
  ...["type Ship:", "  pos: Pos", "  last: Pos", "  n: Int", ""],
  ...["type Fleet:", "  ships: List<Ship>", ""],
];

/** How often parts are made unique in a function that changes `f`. */
const walks = (...body: readonly string[]): number =>
  functionText(
    "run",
    moduleOf([
      ...types,
      ...["fn run(given: Fleet, i: Int) -> Int:", "  var f = given", ...body.map((line) => `  ${line}`)],
      ...["  return f.ships[i].pos.x", 'app "a":'],
      "  print(run(Fleet(ships=[Ship(pos=Pos(x=1, y=2), last=Pos(x=3, y=4), n=5)]), 0))",
    ]),
  ).filter((line) => line.includes("call $copy ")).length;

test("what is read and then stored into is loaded once", () => {
  const text = (line: string) =>
    functionText(
      "run",
      moduleOf([
        ...types,
        ...["fn run(given: Ship) -> Int:", "  var s = given", line, "  return s.n", 'app "a":'],
        "  print(run(Ship(pos=Pos(x=1, y=2), last=Pos(x=3, y=4), n=5)))",
      ]),
    ).filter((each) => each.includes("i32.load offset=")).length;
  assert.is(text("  s.pos.x = s.pos.x + 1"), text("  s.pos.x = 1"));
  assert.is(text("  s.pos.x = s.last.x + 1"), text("  s.pos.x = 1") + 1);
});

test("each part is made unique once, one walk for each store", () => {
  assert.is(walks("f.ships[i].pos.x = f.ships[i].pos.x + f.ships[i].last.y"), 4);
  assert.is(walks("f.ships[i].pos.x = f.ships[i].n", "f.ships[i].pos.y = f.ships[i].pos.y + 1"), 8);
});

test("values that share parts go on being different", async () => {
  const lines = await printed(
    types,
    "let pos = Pos(x=1, y=2)",
    "let ship = Ship(pos=pos, last=pos, n=1)",
    "var f = Fleet(ships=[ship, ship])",
    "let before = f",
    "for i in 0..1:",
    "  f.ships[i].pos.x = f.ships[i].pos.x + f.ships[1].last.x + f.ships[i].last.y",
    "  f.ships[i].last.y = f.ships[i].pos.x * f.ships[i].last.y",
    "for ship in f.ships + before.ships + [ship]:",
    `  print("\${ship.pos.x} \${ship.pos.y} \${ship.last.x} \${ship.last.y}")`,
  );
  assert.equal(lines, ["4 2 1 8", "4 2 1 8", "1 2 1 2", "1 2 1 2", "1 2 1 2"]);
});

test("a copy that is taken meanwhile is not changed", async () => {
  const lines = await printed(
    types,
    "var s = Ship(pos=Pos(x=1, y=2), last=Pos(x=3, y=4), n=5)",
    "let x = s.pos.x",
    "let copy = s",
    "s.pos.x = x + 1",
    "print(copy.pos.x + s.pos.x)",
  );
  assert.equal(lines, ["3"]);
});

test.run();
