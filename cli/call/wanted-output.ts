// Looks the form of the output up in the arguments before anything is parsed, so that usage errors have it already.

import type { ColourPolicy } from "../../runtime/colour.ts";

export interface WantedOutput {
  readonly json: boolean;
  /** What `--color` says, null without it. */
  readonly colour: ColourPolicy | null;
}

/** The part of the arguments that belongs to `fuse` itself: all in front of `--`. */
export const ownArguments = (args: readonly string[]): readonly string[] => {
  const end = args.indexOf("--");
  return end < 0 ? args : args.slice(0, end);
};

/** The last of the allowed values that the option has anywhere among the arguments. */
const lastValue = <V extends string>(
  args: readonly string[],
  option: string,
  allowed: readonly V[],
): V | null => {
  const values = args.flatMap((arg, i) => {
    if (arg === option) return [args[i + 1]];
    return arg.startsWith(`${option}=`) ? [arg.slice(option.length + 1)] : [];
  });
  return (
    allowed.findLast((value) => value === values.findLast((each) => allowed.includes(each as V))) ?? null
  );
};

/** Values that are not allowed are skipped here; the parser reports them. */
export const wantedOutput = (args: readonly string[]): WantedOutput => {
  const own = ownArguments(args);
  return {
    json: lastValue(own, "--diagnostics", ["json", "text"]) === "json",
    colour: lastValue(own, "--color", ["auto", "always", "never"]),
  };
};
