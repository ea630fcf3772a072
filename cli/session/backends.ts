// From the end of the pipeline to a program that runs, backend by backend.

import { assemble, type RegisterProgram } from "../../backends/vm/assemble.ts";
import { artefactOf } from "../../backends/wat/compile.ts";
import type { WatProgram } from "../../backends/wat/link.ts";
import type { NodeOf } from "../../ir/framework/language.ts";
import type { MatchedGrammar } from "../../ir/matched.ts";
import type { Backend } from "../compiler.ts";
import { inWebAssembly, onMachine } from "../run/compiled.ts";
import type { Executable } from "../run/executable.ts";
import { interpreted } from "./interpreted.ts";

/** The boundary from which each backend starts. */
export const startOf: Readonly<Record<Backend, string>> = { ast: "match", vm: "registers", aot: "wat" };

/** How each backend makes a program of its boundary ready to run. */
const makers: Readonly<Record<Backend, (program: never) => Executable | Promise<Executable>>> = {
  ast: (program: NodeOf<MatchedGrammar, "Program">) => interpreted(program),
  vm: (program: RegisterProgram) => onMachine(assemble(program)),
  aot: async (program: WatProgram) => inWebAssembly(await artefactOf(program)),
};

/** `program` is in the language of the backend's boundary. */
export const executableOf = async (backend: Backend, program: unknown): Promise<Executable> =>
  makers[backend](program as never);
