// A program as the interpreter runs it.

import { isLeft } from "fp-ts/Either";
import { needsDeepStack } from "../../backends/interpreter/depth.ts";
import { interpret } from "../../backends/interpreter/interpret.ts";
import { dump, undump } from "../../ir/framework/dump.ts";
import type { NodeOf } from "../../ir/framework/language.ts";
import { Matched, type MatchedGrammar } from "../../ir/matched.ts";
import { processHost } from "../../runtime/host.ts";
import type { Executable } from "../run/executable.ts";

type MatchedProgram = NodeOf<MatchedGrammar, "Program">;

export const interpreted = (program: MatchedProgram): Executable => ({
  entries: program.entries.map(({ role, name, function: id }) => ({ role, name: name.name, function: id })),
  needsDeepStack: needsDeepStack(program),
  run: (functions, invocation) => {
    const host = processHost(process.env, invocation);
    return { outcomes: functions.map((id) => interpret(program, id, host)), written: null };
  },
  packed: () => ({ backend: "ast", rows: dump(Matched, "Program", program) }),
});

/** The program that another thread packed. */
export const unpacked = (rows: readonly unknown[]): Executable => {
  const program = undump(Matched, "Program", rows);
  if (isLeft(program)) throw new Error(`a program was lost between threads: ${program.left.message}`);
  return interpreted(program.right);
};
