// Checking a program with what is remembered of an earlier check of it.

import type { ModuleInterface } from "../../ir/interfaces.ts";
import { type Compilation, type CompileRequest, compile } from "../compile.ts";
import { type Analyse, checkChanges, recordsOf } from "./check-changes.ts";
import type { SourceProgram } from "./inputs.ts";
import type { Records } from "./records.ts";

/** A compilation, and what to remember of it: null where anything is wrong with the program. */
export interface Checked {
  readonly compilation: Compilation;
  readonly records: Records | null;
}

const interfacesIn = ({ program }: Compilation): readonly ModuleInterface[] | null =>
  program && (program.program as { readonly interfaces: readonly ModuleInterface[] }).interfaces;

/** What compiling gives where there is nothing to say. */
const nothingWrong = ({ modules }: SourceProgram, sources: CompileRequest["sources"]): Compilation => ({
  diagnostics: [],
  sources: sources ?? new Map(modules.map(({ path, text }) => [path, text])),
  shown: [],
  timings: [],
  program: null,
});

/**
 * Compiles as the request says, whose `until` is the boundary where all diagnostics are known; with the records of a
 * check of the same entry that found nothing, only what has changed since. It says the same either way.
 */
export const compileChanges = (request: CompileRequest, records: Records | null): Checked => {
  const { start } = request;
  const program = start.program as SourceProgram;
  const analyse: Analyse = (part) =>
    interfacesIn(compile({ ...request, start: { ...start, program: part } }));
  const kept = records && start.diagnostics.length === 0 ? checkChanges(program, records, analyse) : null;
  if (kept) return { compilation: nothingWrong(program, request.sources), records: kept };
  const compilation = compile(request);
  const interfaces = interfacesIn(compilation);
  return { compilation, records: interfaces && recordsOf(program, interfaces) };
};
