// For tests of this stage: texts of files through it.

import { isLeft, isRight } from "fp-ts/These";
import type { Diagnostic } from "../../ir/diagnostic.ts";
import { startOf } from "../../ir/framework/span.ts";
import { passesOfStages, programOf } from "../testing.ts";

/** `lib.fuse:2:11 CODE`, or the message where there is no code, in the order in which it was found. */
const show = (files: Readonly<Record<string, string>>, { path, at, code, message }: Diagnostic): string => {
  const before = files[path]!.slice(0, startOf(at)).split("\n");
  return `${path}:${before.length}:${before.at(-1)!.length + 1} ${code ?? message}`;
};

/** What parsing and linking say about files, of which the first is the entry. */
export const linkFaults = (files: Readonly<Record<string, string>>): readonly string[] => {
  const found: string[] = [];
  let program: unknown = programOf(files);
  for (const pass of passesOfStages("parse", "link")) {
    const outcome = pass.run(program as never, { options: {} });
    if (!isRight(outcome)) found.push(...outcome.left.map((each) => show(files, each)));
    if (isLeft(outcome)) return found;
    program = outcome.right;
  }
  return found;
};
