// A fiber: the stacks of registers and frames of calls that wait for each other. All that a run is stands here while
// the machine does not work on it.

import type { Int, Value } from "../../runtime/values.ts";
import { isLoneReference, loneRegister } from "./image.ts";

/** A frame is so many integers: where the caller goes on, where its windows start, how deep it is (`depth.ts`). */
export const FRAME = 4;

/** Where the stack of frames ends if it has as many as calls may be active; up to there no call tests the depth. */
export const SHALLOW = 40_000;

/** Whether the number in an Int register is the mark of a wide Int. */
export const isWide = Number.isNaN;

/** Room to begin with: in each stack of registers, and for frames. */
export interface Room {
  readonly registers: number;
  readonly frames: number;
}
export const ROOMY: Room = { registers: 1024, frames: SHALLOW / FRAME };
/** There may be many tasks, most of which do little. */
export const SMALL: Room = { registers: 16, frames: 4 };

/** Where a call begins: its code, and how many registers of each file it needs. */
export interface Beginning {
  readonly pc: number;
  readonly numbers: number;
  readonly references: number;
}

export class Fiber {
  /** Int, Float and Bool registers. An Int beyond 2^53 is NaN here, and at the same place in `wides` exactly. */
  numbers: Float64Array;
  readonly wides: bigint[] = [];
  readonly references: Value[];
  frames: Int32Array;
  /** The instruction under way, or the one to go on with, as an offset in the code. */
  pc: number;
  /** Where the frame of the active call ends. */
  frame = FRAME;
  /** The windows of the active call: where they start and end. */
  n = 0;
  r = 0;
  nEnd: number;
  rEnd: number;
  /** How deep the first call is. */
  private readonly depth: number;
  /** What the first call gave, if that is a reference; its owner is who takes it. */
  result: Value = undefined;

  constructor({ pc, numbers, references }: Beginning, { registers, frames }: Room, depth = 0) {
    this.numbers = new Float64Array(Math.max(numbers, registers));
    this.references = new Array<Value>(Math.max(references, registers)).fill(undefined);
    this.frames = new Int32Array(FRAME * (frames + 1));
    this.frames[FRAME - 1] = depth;
    this.pc = pc;
    this.nEnd = numbers;
    this.rEnd = references;
    this.depth = depth;
  }

  /** Up to there a call needs no more room for its frame, and is surely not too deep. */
  get limit(): number {
    return Math.min(this.frames.length - FRAME, SHALLOW - this.depth * FRAME);
  }

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

/** Keeps where the fiber goes on. */
export const suspend = (
  fiber: Fiber,
  n: number,
  r: number,
  nEnd: number,
  rEnd: number,
  frame: number,
  pc: number,
): void => {
  fiber.n = n;
  fiber.r = r;
  fiber.nEnd = nEnd;
  fiber.rEnd = rEnd;
  fiber.frame = frame;
  fiber.pc = pc;
};

/** Gives a fiber that has not begun the arguments of its first call: registers of a window of another, as listed. */
export const passArguments = (
  to: Fiber,
  from: Fiber,
  n: number,
  r: number,
  lists: Int32Array,
  list: number,
): void => {
  const { numbers, references } = argumentsAt(lists, list);
  numbers.forEach((register, i) => {
    to.setInt(i, from.intAt(n + register));
  });
  references.forEach((register, i) => {
    to.references[i] = from.references[r + register];
  });
};

const argumentsAt = (lists: Int32Array, list: number) => {
  if (list < 0) {
    const lone = [loneRegister(list)];
    return isLoneReference(list) ? { numbers: [], references: lone } : { numbers: lone, references: [] };
  }
  const references = list + 1 + lists[list]!;
  return {
    numbers: [...lists.subarray(list + 1, references)],
    references: [...lists.subarray(references + 1, references + 1 + lists[references]!)],
  };
};
