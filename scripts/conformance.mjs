// Plays spec/conformance against the built command: `node scripts/conformance.mjs [--backend NAME]`.
// Cases in spec/conformance/waiting.json wait for a feature: they must fail until it is there, all others must pass.

import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

const [option, name] = process.argv.slice(2);
const backend = option === "--backend" ? name : "ast";
const waiting = JSON.parse(readFileSync("spec/conformance/waiting.json", "utf8"));

const { stdout, stderr } = spawnSync(
  process.execPath,
  ["spec/conformance/run.mjs", "--fuse", "node dist/fuse.cjs", "--backend", backend, "--show", "10000"],
  { encoding: "utf8", maxBuffer: 1 << 28 },
);
const failed = [...stdout.matchAll(/^FAIL (\S+)/gm)].map((match) => match[1]);
const passed = Number(/^(\d+) passed/m.exec(stdout)?.[1] ?? 0);
const surprises = failed.filter((each) => !(each in waiting));
const arrived = Object.keys(waiting).filter((each) => !failed.includes(each));

if (surprises.length > 0 || passed === 0) console.log(stdout + stderr);
for (const each of surprises) console.log(`failed: ${each}`);
for (const each of arrived) console.log(`passes now, take it out of waiting.json: ${each}`);
console.log(`${Object.keys(waiting).length - arrived.length} cases wait for a feature`);

const wrong = surprises.length + arrived.length;
console.log(`${passed - arrived.length} passed, ${wrong} failed`);
process.exitCode = wrong > 0 || passed === 0 ? 1 : 0;
