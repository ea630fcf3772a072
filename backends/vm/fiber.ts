// A fiber: the stacks of registers and frames of calls that wait for each other. All that a run is stands here while
// the machine does not work on it.

import type { Int, Value } from "../../runtime/values.ts";

/** A frame is so many integers: where the caller goes on, where its windows start, how deep it is (`depth.ts`). */
export const FRAME = 4;

/** Where the stack of frames ends if it has as many as calls may be active; up to there no call tests the depth. */
export const SHALLOW = 40_000;

/** Whether the number in an Int register is the mark of a wide Int. */
export const isWide = Number.isNaN;

/** Room in each stack to begin with. */
const START = 1024;

export class Fiber {
  /** Int, Float and Bool registers. An Int beyond 2^53 is NaN here, and at the same place in `wides` exactly. */
  numbers = new Float64Array(START);
  readonly wides: bigint[] = [];
  readonly references: Value[] = new Array<Value>(START).fill(undefined);
  frames = new Int32Array(SHALLOW + FRAME);
  /** The instruction under way, as an offset in the code. */
  pc = 0;
  /** Where the frame of the active call ends. */
  frame = 0;

  /** Makes room for windows that end there, and for a frame. */
  grow(numbers: number, references: number, frame: number): void {
    if (numbers > this.numbers.length) this.numbers = enlarged(this.numbers, new Float64Array(2 * numbers));
    if (frame + FRAME > this.frames.length) this.frames = enlarged(this.frames, new Int32Array(2 * frame));
    for (let missing = 2 * references - this.references.length; missing > 0; missing--)
      this.references.push(undefined);
  }

  intAt(register: number): Int {
    const value = this.numbers[register]!;
    return isWide(value) ? this.wides[register]! : value;
  }
  setInt(register: number, value: Int): void {
    if (typeof value === "number") this.numbers[register] = value;
    else {
      this.numbers[register] = Number.NaN;
      this.wides[register] = value;
    }
  }
}

const enlarged = <A extends Float64Array | Int32Array>(old: A, larger: A): A => {
  larger.set(old);
  return larger;
};

type Binary = (a: Int, b: Int) => Int;

/** `target = compute(a, b)` of registers that hold Ints, for what the machine does not do with numbers. */
export const compute = (fiber: Fiber, op: Binary, target: number, a: number, b: number): void =>
  fiber.setInt(target, op(fiber.intAt(a), fiber.intAt(b)));

/** The same with a constant as second operand. */
export const computeWith = (fiber: Fiber, op: Binary, target: number, a: number, b: number): void =>
  fiber.setInt(target, op(fiber.intAt(a), b));

/** The order of two Ints: negative, 0 or positive. */
export const orderOf = (fiber: Fiber, a: number, b: number): number => {
  const x = fiber.intAt(a);
  const y = fiber.intAt(b);
  return x < y ? -1 : x > y ? 1 : 0;
};
