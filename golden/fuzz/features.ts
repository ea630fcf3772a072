// What this version runs: parts of the language are generated as soon as the compiler takes them.

import { matchedOf } from "./ways.ts";

/** Whether a program is accepted; it is compiled when that is first asked. */
const accepted = (text: string): (() => boolean) => {
  let known: boolean | null = null;
  return () => {
    known ??= matchedOf(text) !== null;
    return known;
  };
};

const app = (...lines: readonly string[]): string =>
  `app "x":\n${lines.map((each) => `  ${each}\n`).join("")}`;

export const hasBoxes = accepted(app("var b = box 1", "b = b + 1", "print(b)"));
export const hasTasks = accepted(app("let t = spawn:", "  1", "print(await t)"));
export const hasSleep = accepted(`requires time\n\n${app("time.sleep(1)")}`);
export const hasLog = accepted(app('log("x")'));
export const hasTime = accepted(`requires time\n\n${app('print(time.format(time.now(), "%F"))')}`);
export const hasCrypto = accepted(
  `requires crypto\n\n${app('print(crypto.hash("sha256", crypto.random_bytes(1)))')}`,
);
export const hasJson = accepted(app('print(json.encode(json.decode("1")))'));
export const hasTypedJson = accepted(
  `import { Validation } from "std.Error"\n\nfn f() -> Int!Validation:\n  return json.decode<Int>("1")\n\n${app("print(f())")}`,
);
