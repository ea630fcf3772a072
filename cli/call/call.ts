// A call of `fuse` as data: what the parser gives and the commands read.

import type { CommandName } from "./commands.ts";
import type { OptionName } from "./options.ts";

export interface Call {
  readonly command: CommandName;
  /** The values of each option in the order given; a flag has empty texts. */
  readonly options: ReadonlyMap<OptionName, readonly string[]>;
  /** Plain arguments: `deps` has its subcommand first; commands with an entry have it in `entry` instead. */
  readonly plain: readonly string[];
  /** The entry file, as written. */
  readonly entry: string | null;
  /** `--manifest-path` or a package folder, as written. */
  readonly manifestPath: string | null;
  readonly programArguments: readonly string[];
}

/** What is asked for: `help` without a command is the usage summary; `nothing` is `fuse` alone. */
export type Request =
  | { readonly kind: "nothing" }
  | { readonly kind: "help"; readonly command: CommandName | null }
  | { readonly kind: "version" }
  | { readonly kind: "call"; readonly call: Call };

/** A wrong call; it ends with status 2. */
export interface UsageError {
  readonly message: string;
  readonly suggestion: string | null;
  readonly code: string | null;
}

export const usageError = (
  message: string,
  more: { readonly suggestion?: string | null; readonly code?: string | null } = {},
): UsageError => ({ message, suggestion: more.suggestion ?? null, code: more.code ?? null });

/** The value of an option; of several the last one counts. */
export const optionValue = (call: Call, option: OptionName): string | null =>
  call.options.get(option)?.at(-1) ?? null;

/** What a run is of: with arguments of the program's own, its `main`. */
export const wantedRole = ({ programArguments }: Call): "app" | "main" =>
  programArguments.length > 0 ? "main" : "app";

export const hasOption = (call: Call, option: OptionName): boolean => call.options.has(option);
