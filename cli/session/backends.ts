// From the end of the pipeline to a program that runs, backend by backend.

import type { RegisterProgram } from "../../backends/vm/assemble.ts";
import type { WatProgram } from "../../backends/wat/link.ts";
import type { NodeOf } from "../../ir/framework/language.ts";
import type { MatchedGrammar } from "../../ir/matched.ts";
import type { Backend } from "../compiler.ts";
import type { Executable } from "../run/executable.ts";

/** The boundary from which each backend starts. */
export const startOf: Readonly<Record<Backend, string>> = { ast: "match", vm: "registers", aot: "wat" };

/** How each backend makes a program of its boundary ready to run; what it takes is loaded only then. */
const makers: Readonly<Record<Backend, (program: never) => Promise<Executable>>> = {
  ast: async (program: NodeOf<MatchedGrammar, "Program">) => {
    const { interpreted } = await import("./interpreted.ts");
    return interpreted(program);
  },
  vm: async (program: RegisterProgram) => {
    const { assemble } = await import("../../backends/vm/assemble.ts");
    const { onMachine } = await import("../run/compiled.ts");
    return onMachine(assemble(program));
  },
  aot: async (program: WatProgram) => {
    const { artefactOf } = await import("../../backends/wat/compile.ts");
    const { inWebAssembly } = await import("../run/compiled.ts");
    return inWebAssembly(await artefactOf(program));
  },
};

/** `program` is in the language of the backend's boundary. */
export const executableOf = async (backend: Backend, program: unknown): Promise<Executable> =>
  makers[backend](program as never);
