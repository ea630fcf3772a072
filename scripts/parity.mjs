// `npm run parity`: conformance cases, examples and golden programs on all backends; ends with 1 where two differ.
import { spawnSync } from "node:child_process";
import { globSync } from "./files.mjs";

const BACKENDS = ["ast", "vm", "aot"];
const fuse = ["dist/fuse.cjs"];

const spawned = (args) =>
  spawnSync(process.execPath, args, { encoding: "utf8", maxBuffer: 1 << 28, input: "" });

/** What a program prints, what it ends with, and what is said about that. */
const outcomeOf = (path, backend) => {
  const { stdout, stderr, status } = spawned([
    ...fuse,
    "run",
    "--backend",
    backend,
    "--diagnostics",
    "json",
    path,
  ]);
  return JSON.stringify({ stdout, stderr, status }, null, 2);
};

const testsOf = (path, backend) => {
  const { stdout, stderr, status } = spawned([...fuse, "test", "--backend", backend, path]);
  return JSON.stringify({ stdout, stderr, status }, null, 2);
};

let differences = 0;
const compare = (path, outcomes) => {
  const [expected, ...others] = outcomes;
  others.forEach((found, i) => {
    if (found === expected) return;
    differences++;
    console.log(`${path} differs\n--- ${BACKENDS[0]}:\n${expected}\n--- ${BACKENDS[i + 1]}:\n${found}`);
  });
};

const programs = globSync(".", /^(examples|golden\/programs)\/[^/]+\.fuse$/);
for (const path of programs) {
  compare(
    path,
    BACKENDS.map((backend) => outcomeOf(path, backend)),
  );
  compare(
    `${path} (tests)`,
    BACKENDS.map((backend) => testsOf(path, backend)),
  );
}
console.log(`${programs.length} programs on ${BACKENDS.join(", ")}: ${differences} differences`);

for (const backend of BACKENDS) {
  const { stdout, status } = spawned(["scripts/conformance.mjs", "--backend", backend]);
  if (status !== 0) differences++;
  console.log(status === 0 ? "" : stdout, `${backend}: ${stdout.trim().split("\n").at(-1)}`);
}
process.exitCode = differences > 0 ? 1 : 0;
