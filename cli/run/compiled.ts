// Compiled programs, from the bytes they are kept as to what runs them.

import { type Either, isLeft } from "fp-ts/Either";
import { decodeImage, encodeImage } from "../../backends/vm/encoding.ts";
import type { Image } from "../../backends/vm/image.ts";
import { runImage } from "../../backends/vm/run-image.ts";
import { type Artefact, decodeArtefact, encodeArtefact } from "../../backends/wat/artefact.ts";
import { load, run } from "../../backends/wat/run.ts";
import { processHost } from "../../runtime/host.ts";
import type { Outcome } from "../../runtime/outcome.ts";
import type { CompiledProgram, Executable } from "./executable.ts";

/** A program of the register VM. Its calls take no stack of the host. */
export const onMachine = (image: Image): Executable => ({
  entries: image.entries,
  needsDeepStack: false,
  run: (functions, invocation) => {
    const host = processHost(process.env, invocation);
    return { outcomes: functions.map((id) => runImage(image, id, host)), written: null };
  },
  packed: () => ({ backend: "vm", bytes: encodeImage(image) }),
});

/** A WebAssembly program. */
export const inWebAssembly = (artefact: Artefact): Executable => {
  const { entries, deep, once } = artefact.metadata;
  return {
    entries: entries.map(({ role, name, exported }) => ({ role, name, function: exported })),
    needsDeepStack: deep && once,
    run: (functions, invocation, skipped) => {
      const host = processHost(process.env, invocation);
      const program = load(artefact);
      const outcomes: Outcome[] = [];
      for (const exported of functions) {
        const { outcome, overflow } = run(program, exported, host, outcomes.length === 0 ? skipped : 0);
        if (overflow !== null && skipped === undefined && !once) return { outcomes, written: overflow };
        outcomes.push(outcome);
      }
      return { outcomes, written: null };
    },
    packed: () => ({ backend: "aot", bytes: encodeArtefact(artefact) }),
  };
};

/** The program in bytes that were made by this very build of `fuse`. */
export const loaded = ({ backend, bytes }: CompiledProgram): Executable =>
  backend === "vm" ? onMachine(sound(decodeImage(bytes))) : inWebAssembly(sound(decodeArtefact(bytes)));

const sound = <A>(read: Either<string, A>): A => {
  if (isLeft(read)) throw new Error(`a compiled program cannot be read: ${read.left}`);
  return read.right;
};
