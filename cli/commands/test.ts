// `fuse test`: runs the tests of a program and prints the report.

import { isLeft } from "fp-ts/Either";
import { optionValue } from "../call/call.ts";
import type { TestResult } from "../compiler.ts";
import type { Context } from "../context.ts";
import { compileProgram, withProgram } from "./program.ts";

export const test = (context: Context): Promise<number> => {
  const { call, reporter, print } = context;
  return withProgram(context, "test", async (opened) => {
    const result = await compileProgram(context, opened);
    if (isLeft(result)) return result.left;
    const ending = await opened.program.test(optionValue(call, "filter"));
    if (ending.kind === "refused") {
      const message = `test error: ${ending.message}`;
      reporter.say({ text: message, json: { kind: "cli_message", level: "error", message } });
      return 1;
    }
    print(testReport(ending.results));
    return ending.results.some(({ failure }) => failure !== null) ? 1 : 0;
  });
};

/** One line per test, then the summary. */
export const testReport = (results: readonly TestResult[]): string => {
  const lines = results.map(({ name, failure }) =>
    failure === null ? `ok ${name}\n` : `FAILED ${name}: ${failure}\n`,
  );
  return `${lines.join("")}${summary(results)}\n`;
};

const summary = (results: readonly TestResult[]): string => {
  if (results.length === 0) return "0 tests";
  const failed = results.filter(({ failure }) => failure !== null).length;
  return failed === 0
    ? `ok (${results.length} tests)`
    : `FAILED (${failed} failed of ${results.length} tests)`;
};
