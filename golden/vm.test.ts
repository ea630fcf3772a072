// Every program means on the register machine what it means in the interpreter, optimised or not, and frees all that
// it makes.

import fc from "fast-check";
import { isLeft } from "fp-ts/Either";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { interpret } from "../backends/interpreter/interpret.ts";
import { assemble, type RegisterProgram } from "../backends/vm/assemble.ts";
import { operationsIn } from "../backends/vm/disassemble.ts";
import { decodeImage, encodeImage } from "../backends/vm/encoding.ts";
import type { Image } from "../backends/vm/image.ts";
import { runImage } from "../backends/vm/run-image.ts";
import { shapeOf } from "../ir/opcodes.ts";
import { type AnyPass, passesOfStages } from "../passes/testing.ts";
import type { Host } from "../runtime/host.ts";
import type { Outcome } from "../runtime/outcome.ts";
import { heap } from "../runtime/values.ts";
import { onDeepStack } from "./deep-stack.ts";
import { isOptional, matchedOf, type Program, ran, storyOf, subjects } from "./stories.ts";

const passes = passesOfStages("lower", "own", "registers");

const registersOf = (program: Program, chosen: readonly AnyPass[]): RegisterProgram =>
  chosen.reduce((now, pass) => ran(now, pass), program as unknown) as RegisterProgram;

/** Runs an entry, which must free what it makes unless it is broken off. */
const runFreeing =
  (image: Image) =>
  (entry: string, host: Host): Outcome => {
    heap.live = 0;
    const outcome = runImage(image, entry, host);
    if (outcome.kind === "ended" || outcome.kind === "uncaught") assert.is(heap.live, 0, `${entry} leaks`);
    return outcome;
  };

/** The image, once written down and read back. */
const kept = (image: Image): Image => {
  const decoded = decodeImage(encodeImage(image));
  if (isLeft(decoded)) throw new Error(decoded.left);
  return decoded.right;
};

/** The operations of a program; jumps go to the numbers that instructions have in the image. */
const operationsOf = ({ functions }: RegisterProgram) => {
  let start = 0;
  return functions.flatMap(({ code }) => {
    const numbers = new Map(code.map(({ number }, i) => [number, start + i]));
    start += code.length;
    return code.map(({ operation: { op, operands } }) => ({
      op,
      operands: operands.map((operand, i) =>
        shapeOf(op).operands[i]!.kind === "to" ? numbers.get(operand as number)! : operand,
      ),
    }));
  });
};

const tests = (): void => {
  const all = subjects().map(({ path, program }) => {
    const expected = storyOf(program, (entry, host) => interpret(program, entry, host));
    return { path, program, expected };
  });

  for (const { path, program, expected } of all) {
    test(`${path} means the same on the register machine`, () => {
      const registers = registersOf(program, passes);
      const image = assemble(registers);
      assert.equal(operationsIn(image), operationsOf(registers));
      assert.equal(storyOf(program, runFreeing(kept(image))), expected);
    });

    test(`${path} means the same there without optional passes`, () => {
      const needed = passes.filter((pass) => !isOptional(pass));
      assert.equal(storyOf(program, runFreeing(assemble(registersOf(program, needed)))), expected);
    });
  }

  test("any of the optional passes may be left out", () => {
    const chosen = fc.subarray(passes.filter(isOptional));
    fc.assert(
      fc.property(fc.constantFrom(...all), chosen, ({ program, expected }, kept) => {
        const some = passes.filter((pass) => !isOptional(pass) || kept.includes(pass));
        assert.equal(storyOf(program, runFreeing(assemble(registersOf(program, some)))), expected);
      }),
      { numRuns: 200, seed: 7, interruptAfterTimeLimit: 5000 },
    );
  });

  test("what one place holds is changed in place", () => {
    const program = matchedOf("in-place.fuse", IN_PLACE)!;
    const image = assemble(registersOf(program, passes));
    heap.copies = 0;
    const [told] = storyOf(program, runFreeing(image));
    assert.equal(told, { outcome: { kind: "ended" }, printed: "4950\n4950\n[99]\n[99]\n" });
    assert.is(heap.copies, 0);
  });

  test.run();
};

/** Lists, maps and structs that grow and change in loops, in functions, and along paths. */
const IN_PLACE = `type Point:
  x: Int
  y: Int

type Line:
  from: Point
  marks: List<Int>

fn filled(count: Int) -> List<List<Int>>:
  var rows: List<List<Int>> = []
  for i in 1..count:
    rows = rows + [[i]]
  for i in 0..count - 1:
    rows[i][0] = i
  return rows

fn moved(line: Line, by: Int) -> Line:
  var next = line
  next.from.x = next.from.x + by
  next.marks = next.marks + [by]
  return next

app "in place":
  let rows = filled(100)
  var sum = 0
  for row in rows:
    sum = sum + row[0]
  print(sum)
  var line = Line(from=Point(x=0, y=0), marks=[])
  for i in 0..99:
    line = moved(line, i)
  print(line.from.x)
  var counts: Map<String, List<Int>> = {"all": [0]}
  for i in 0..99:
    counts["all"][0] = i
    counts["last"] = [i]
  print(counts["all"])
  print(counts["last"])
`;

onDeepStack(import.meta.url, tests);
