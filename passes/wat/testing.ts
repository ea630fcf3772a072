// For tests: source text as a WebAssembly module, the text of a function of it, and what it prints when it runs.

import { isLeft } from "fp-ts/Either";
import { isRight } from "fp-ts/These";
import { artefactOf } from "../../backends/wat/compile.ts";
import { load, run } from "../../backends/wat/run.ts";
import type { NodeOf } from "../../ir/framework/language.ts";
import { verify } from "../../ir/framework/verify.ts";
import type { WatGrammar } from "../../ir/wat.ts";
import { watText } from "../../ir/wat-text.ts";
import type { Outcome } from "../../runtime/outcome.ts";
import { bufferedOutput } from "../../runtime/output.ts";
import { quietHost } from "../../runtime/testing-host.ts";
import { simplified } from "../simplify/testing.ts";
import { type AnyPass, passesOfStages } from "../testing.ts";

export type WatProgram = NodeOf<WatGrammar, "Program">;

const ran = (program: unknown, { name, to, run }: AnyPass): unknown => {
  const result = run(program as never, { options: {} });
  if (!isRight(result)) throw new Error(`${name}: ${JSON.stringify(result.left)}`);
  const verified = verify(to, "Program" as never, result.right);
  if (isLeft(verified)) throw new Error(`${name}: ${JSON.stringify(verified.left)}`);
  return result.right;
};

/** The module of a program behind the passes of the stage, or some of them; verified. */
export const moduleOf = (
  lines: readonly string[],
  passes: readonly AnyPass[] = passesOfStages("wat"),
): WatProgram => {
  const owned = passesOfStages("own").reduce(ran, simplified([], ...lines));
  return passes.reduce(ran, owned) as WatProgram;
};

/** The lines of a function of the module, without its comments; `name` is that of the declaration. */
export const functionText = (name: string, program: WatProgram): readonly string[] => {
  const fn = program.functions.find((each) => each.note.startsWith(`${name} (`));
  if (!fn) throw new Error(`no function ${name}`);
  const lines = watText({ ...program, functions: [fn], imports: [], table: [], data: [], globals: [] }).split(
    "\n",
  );
  const from = lines.findIndex((line) => line.startsWith("  (func"));
  return lines
    .slice(from + 1, -3)
    .map((line) => line.slice(4))
    .filter((line) => !line.trimStart().startsWith(";;") && !line.startsWith("(local "));
};

/** What the first entry of a program prints, how it ends, and how many objects are left then. */
export const story = async (
  ...lines: readonly string[]
): Promise<{ readonly printed: readonly string[]; readonly outcome: Outcome; readonly live: number }> => {
  let printed = "";
  const output = bufferedOutput((bytes) => {
    printed += Buffer.from(bytes).toString("utf8");
    return bytes.length;
  });
  const host = quietHost({ output, variables: { FIVE: "5" } });
  const program = moduleOf(lines);
  const told = run(load(await artefactOf(program, true)), program.entries[0]!.function, host);
  const live = told.counters?.live ?? -1;
  return { printed: printed.trimEnd().split("\n"), outcome: told.outcome, live };
};

/** The lines that the body of an app prints; it must come to its end, and leave nothing in memory. */
export const printed = async (
  declarations: readonly string[],
  ...body: readonly string[]
): Promise<readonly string[]> => {
  const { printed, outcome, live } = await story(
    ...declarations,
    "",
    'app "a":',
    ...body.map((line) => `  ${line}`),
  );
  if (outcome.kind !== "ended" || live !== 0)
    throw new Error(`${JSON.stringify(outcome)}, ${live} objects left`);
  return printed;
};

/** How an app ends that does not come to its end: the message. */
export const failure = async (
  declarations: readonly string[],
  ...body: readonly string[]
): Promise<string> => {
  const { outcome } = await story(...declarations, "", 'app "a":', ...body.map((line) => `  ${line}`));
  return outcome.kind === "ended" ? "none" : outcome.message;
};
