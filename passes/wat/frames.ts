// Frames: what a function that waits goes on with, moved between its locals and memory.

import { frameOffsets } from "../../ir/memory.ts";
import type { WasmType } from "../../ir/wat.ts";
import { get, type Instr, i32, load, set, store } from "./code.ts";
import type { Context } from "./context.ts";
import { metaOf } from "./types.ts";

/** A value that a frame keeps: how it is read and written outside of it. */
export interface Kept {
  readonly type: WasmType;
  readonly read: Instr;
  readonly write: (value: Instr) => Instr;
}

/** A local of WebAssembly. */
export const keptLocal = (name: string, type: WasmType): Kept => ({
  type,
  read: get(name),
  write: (value) => set(name, value),
});

interface Place extends Kept {
  readonly offset: number;
}

/** Frames that keep certain values. */
export class FrameLayout {
  /** In the order of the values. */
  readonly places: readonly Place[];
  /** What the header of such a frame says. */
  readonly meta: number;

  constructor(kept: readonly Kept[]) {
    const large = kept.filter(({ type }) => type !== "i32").length;
    let next8: number = frameOffsets.kept;
    let next4 = next8 + large * 8;
    this.places = kept.map((each) => ({
      ...each,
      offset: each.type === "i32" ? (next4 += 4) - 4 : (next8 += 8) - 8,
    }));
    this.meta = metaOf("Frame", next4, 0);
  }

  /** Code that writes the values into a frame. */
  save(frame: Instr): readonly Instr[] {
    return this.places.map(({ type, read, offset }) => store(type, frame, read, offset));
  }

  /** Code that reads them from it. */
  restore(frame: Instr): readonly Instr[] {
    return this.places.map(({ type, write, offset }) => write(load(type, frame, offset)));
  }
}

/** Code that makes a frame with which the function at a place of the table goes on. */
export const newFrame = (context: Context, frame: string, { meta }: FrameLayout, resume: number) => [
  set(frame, context.runtime("alloc", i32(meta))),
  store("i32", get(frame), i32(resume), frameOffsets.resume),
];

/** Code by which a callee that waits has its caller's frame as its parent. */
export const adopt = (callee: Instr, frame: Instr): Instr => store("i32", callee, frame, frameOffsets.parent);
