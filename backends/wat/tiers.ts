// Says which functions of a module the host compiles with its optimising compiler at once.
//
// V8 compiles a function when it is first called, quickly at first, and better when it was called often. It never
// replaces the code of a call that is under way: a loop in the body of an app would run three times slower to its
// end. So functions with loops are optimised from the start, and those that call themselves: optimised frames are
// smaller. All others stay as they are, because optimising takes twenty times longer. (Measured: `--no-liftoff`, which
// optimises all, starts a program of 1,000 lines 51 ms later; hints for two in five of its functions, 18 ms.)
//
// V8 takes the hints from a custom section: the number of functions, and for each a byte of three fields of two bits,
// when it is compiled, with what at first, and with what at last.

import { setFlagsFromString } from "node:v8";
import type { NodeOf } from "../../ir/framework/language.ts";
import type { WatGrammar } from "../../ir/wat.ts";

type Function = NodeOf<WatGrammar, "Function">;
type Instr = NodeOf<WatGrammar, "Instr">;

const NAME = "compilationHints";
const [CUSTOM, FUNCTIONS, CODE] = [0, 3, 10];
const WHEN_CALLED = 1;
const OPTIMISED = 2;
const optimised = WHEN_CALLED | (OPTIMISED << 2) | (OPTIMISED << 4);

/** Whether the function has a loop, or calls one that may come back to it. */
const isHot = ({ body }: Function): boolean => body.some(hasLoop);

const hasLoop = (instr: Instr): boolean => {
  switch (instr.kind) {
    case "Loop":
      return true;
    case "Op":
      // operands hold no loops, and no calls of what does not return
      return instr.immediates[0] === "$panic_calls";
    case "If":
      return instr.whenTrue.some(hasLoop) || instr.whenFalse.some(hasLoop);
    case "Block":
      return instr.body.some(hasLoop);
    case "Note":
      return false;
  }
};

/** A number as WebAssembly writes it: seven bits a byte, the lowest first. */
const leb = (number: number): readonly number[] =>
  number < 128 ? [number] : [(number & 127) | 128, ...leb(number >>> 7)];

const readLeb = (bytes: Uint8Array, start: number): { readonly number: number; readonly next: number } => {
  let [number, next, shift] = [0, start, 0];
  for (let byte = 128; byte >= 128; shift += 7) {
    byte = bytes[next++]!;
    number |= (byte & 127) << shift;
  }
  return { number, next };
};

interface Sections {
  /** How many functions the module has of its own. */
  readonly functions: number;
  /** Where the section with their code begins. */
  readonly code: number;
}

const sectionsOf = (wasm: Uint8Array): Sections | null => {
  let functions = 0;
  for (let start = 8; start < wasm.length; ) {
    const { number: length, next } = readLeb(wasm, start + 1);
    if (wasm[start] === FUNCTIONS) functions = readLeb(wasm, next).number;
    if (wasm[start] === CODE) return { functions, code: start };
    start = next + length;
  }
  return null;
};

/** The module with hints for these functions of a program, which stand in front of all others. */
export const withHints = (wasm: Uint8Array, program: readonly Function[]): Uint8Array => {
  const sections = sectionsOf(wasm);
  const hot = program.map(isHot);
  if (sections === null || !hot.includes(true)) return wasm;
  const hints = new Uint8Array(sections.functions).fill(WHEN_CALLED);
  hot.forEach((is, i) => {
    if (is) hints[i] = optimised;
  });
  const content = [...leb(NAME.length), ...Buffer.from(NAME), ...leb(hints.length), ...hints];
  const section = [CUSTOM, ...leb(content.length), ...content];
  return Buffer.concat([
    wasm.subarray(0, sections.code),
    Uint8Array.from(section),
    wasm.subarray(sections.code),
  ]);
};

/** Node whose V8 knows such hints; it would complain of a flag that it does not know. */
const knowsHints = /^v2[0-3]\./.test(process.version);

/** The module of a program, compiled as its hints say. V8 looks at the flag when it makes the module, and only then. */
export const moduleOf = (wasm: Uint8Array): WasmModule => {
  if (!knowsHints) return new WebAssembly.Module(wasm);
  setFlagsFromString("--experimental-wasm-compilation-hints");
  try {
    return new WebAssembly.Module(wasm);
  } finally {
    setFlagsFromString("--no-experimental-wasm-compilation-hints");
  }
};
