// Plays spec/conformance against the built command: `node scripts/conformance.mjs [--backend NAME]`.
// Cases in spec/conformance/waiting.json wait for a feature: they must fail until it is there, all others must pass.

import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

const backend = process.argv.includes("--backend")
  ? process.argv[process.argv.indexOf("--backend") + 1]
  : "ast";
const waiting = JSON.parse(readFileSync("spec/conformance/waiting.json", "utf8"));

/** Runs the cases and gives the names of those that failed, with the text that was printed. */
export const playCases = () => {
  const run = spawnSync(
    process.execPath,
    [
      "spec/conformance/run.mjs",
      "--fuse",
      `"${process.execPath}" "${process.cwd()}/dist/fuse.cjs"`,
      "--backend",
      backend,
    ],
    { encoding: "utf8", maxBuffer: 1 << 28 },
  );
  const failed = [...run.stdout.matchAll(/^FAIL (\S+)/gm)].map((match) => match[1]);
  const passed = Number(/^(\d+) passed/m.exec(run.stdout)?.[1] ?? 0);
  const surprises = failed.filter((name) => !(name in waiting));
  const arrived = Object.keys(waiting).filter((name) => !failed.includes(name));
  return { passed, failed, surprises, arrived, text: run.stdout + run.stderr };
};

if (import.meta.url.endsWith(process.argv[1].replaceAll("\\", "/").split("/").at(-1))) {
  const { passed, failed, surprises, arrived, text } = playCases();
  if (surprises.length + arrived.length > 0) console.log(text);
  for (const name of surprises) console.log(`failed: ${name}`);
  for (const name of arrived) console.log(`passes now, take it out of waiting.json: ${name}`);
  console.log(`${passed} conformance cases passed, ${failed.length - surprises.length} wait for a feature`);
  process.exitCode = surprises.length + arrived.length > 0 ? 1 : 0;
}
