// What the command line asks of the compiler: types only; the pipeline implements them.

import type { Either } from "fp-ts/Either";
import type { Diagnostic } from "../ir/diagnostic.ts";
import type { EntryKind } from "../ir/mono.ts";
import type { CompiledProgram } from "./run/executable.ts";

export type Backend = "ast" | "vm" | "aot";

/** How far a program is taken: loaded (parsed, imports found), checked, or made ready to run. */
export type Goal = "load" | "check" | "run" | "test";

/** A pass or a boundary as the options name it, and the backends that can run from a dump behind it. */
export interface PassName {
  readonly name: string;
  readonly backends: readonly Backend[];
}

/** What stops a command but is no diagnostic. A defect is our own fault and ends with status 101. */
export interface Problem {
  readonly message: string;
  readonly code: string | null;
  readonly defect: boolean;
}

/** A position in a program; `path` is relative to the package folder, `at` a span of `ir/framework/span.ts`. */
export interface Place {
  readonly path: string;
  readonly at: number;
}

/** The wishes of those who look into the compiler. Dumps are handed to `write` as finished text, in pipeline order. */
export interface Observation {
  /** Names as on the command line: `NAME`, `NAME:before`, `all`. */
  readonly dumps: readonly string[];
  readonly form: "text" | "json" | "diff";
  readonly write: (text: string) => void;
  readonly verify: boolean;
  readonly timePasses: boolean;
  /** Absolute. */
  readonly pipelineFile: string | null;
  /** The entry is then a file of JSON dumps. */
  readonly fromPass: string | null;
}

/** A file for what is remembered of the modules of a program; `key` names what it rests on besides them. */
export interface RecordsPlace {
  readonly path: string;
  readonly key: string;
}

export interface CompileOptions {
  readonly goal: Goal;
  /** Absolute. */
  readonly entry: string;
  /** Absolute; every path that the compiler gives back is relative to it, with `/`. */
  readonly packageFolder: string;
  readonly strict: boolean;
  readonly backend: Backend;
  /** The kind of entry that will be run, null for all: where nobody looks, nothing is made of the others. */
  readonly role: EntryKind | null;
  readonly observation: Observation;
  /** For a check; null if nothing may be remembered. */
  readonly records: RecordsPlace | null;
  /** Whether the program's own log lines are coloured. */
  readonly colour: boolean;
  /**
   * Hands plain data to `Compiler.runDeep` in a thread with a large stack and gives its answer:
   * for programs whose calls may be 10,000 deep.
   */
  readonly deep: (request: unknown) => Promise<unknown>;
}

/** What a page is made of; see `CompileOptions`. */
export interface PageOptions extends Pick<CompileOptions, "entry" | "packageFolder" | "deep"> {
  readonly pipelineFile: string | null;
}

export interface PassTiming {
  readonly name: string;
  readonly ms: number;
}

/** What compiling found. An empty list of diagnostics means success. */
export interface Compiled {
  readonly diagnostics: readonly Diagnostic[];
  /** The text of every file that was read, imported assets included, exactly as read (a byte order mark stays), by path. */
  readonly sources: ReadonlyMap<string, string>;
  /** The program's own modules, those of dependencies left out, in load order. */
  readonly modules: readonly string[];
  /** The manifests that imports were resolved with: absolute path and text. */
  readonly manifests: ReadonlyMap<string, string>;
  readonly timings: readonly PassTiming[];
}

/** How a run ended. An envelope is JSON text that stands for the message. */
export type Ending =
  | { readonly kind: "done" }
  | {
      readonly kind: "failed";
      readonly message: string;
      /** One of the run-time codes; `runtime_error` for an uncaught error value. */
      readonly code: string;
      readonly envelope: string | null;
      readonly place: Place | null;
    }
  | { readonly kind: "panicked"; readonly message: string; readonly place: Place | null }
  /** The program arguments do not fit. */
  | { readonly kind: "rejected"; readonly envelope: string }
  | { readonly kind: "problem"; readonly problem: Problem };

export interface TestResult {
  readonly name: string;
  /** What failed, null if the test passed. */
  readonly failure: string | null;
}

export type TestEnding =
  /** Nothing was run: names that occur twice, a config that does not resolve. */
  | { readonly kind: "refused"; readonly message: string }
  | { readonly kind: "report"; readonly results: readonly TestResult[] };

/** What is run of a program: the app of that name, null for the first; with arguments its `main` instead. */
export interface Wanted {
  readonly app: string | null;
  readonly args: readonly string[];
}

/** A program in the compiler's hands. `run` and `test` may be called once `compile` found no diagnostics. */
export interface Program {
  /** Fails when the entry cannot be read, and on a defect that verification finds. */
  readonly compile: () => Promise<Either<Problem, Compiled>>;
  readonly run: (wanted: Wanted) => Promise<Ending>;
  /** Runs the tests whose name contains `filter`; results in order of names. */
  readonly test: (filter: string | null) => Promise<TestEnding>;
  /** The program as bytes that need no compiler any more; null if the backend has no such form. */
  readonly compiled: () => Promise<CompiledProgram | null>;
}

/** The page that shows a program at every point of the pipeline, as far as it came. */
export interface Page extends Pick<Compiled, "diagnostics" | "sources"> {
  readonly html: string;
}

export interface Compiler {
  readonly passes: readonly PassName[];
  /** The listing of `fuse passes`, with the changes of a pipeline file. */
  readonly describePasses: (pipelineFile: string | null) => Promise<Either<Problem, string>>;
  /** Fails on everything that is wrong before work starts: pipeline files, plugins, dump files. */
  readonly open: (options: CompileOptions) => Promise<Either<Problem, Program>>;
  readonly page: (options: PageOptions) => Promise<Either<Problem, Page>>;
  readonly format: (text: string) => string;
  /** The other side of `CompileOptions.deep`. */
  readonly runDeep: (request: unknown) => Promise<unknown>;
}
