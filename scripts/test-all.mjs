// Everything that a change must pass, in order; ends with a line "N passed, N failed".

import { spawnSync } from "node:child_process";

const node = process.execPath;
const bin = (path) => [node, `node_modules/${path}`];

const steps = [
  { name: "format and lint", command: [...bin("@biomejs/biome/bin/biome"), "ci", "."] },
  { name: "build", command: [node, "scripts/build.mjs"] },
  { name: "types", command: [...bin("typescript/bin/tsc"), "-p", "."] },
  { name: "unit and golden tests", command: [node, "scripts/test.mjs"] },
  ...["ast", "vm", "aot"].map((backend) => ({
    name: `conformance, ${backend}`,
    command: [node, "scripts/conformance.mjs", "--backend", backend],
  })),
];

const totals = { passed: 0, failed: 0 };

for (const { name, command } of steps) {
  const begin = Date.now();
  const { status, stdout, stderr } = spawnSync(command[0], command.slice(1), {
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  const counts = /^(\d+) passed, (\d+) failed$/m.exec(stdout);
  const failed = Math.max(Number(counts?.[2] ?? 0), status === 0 ? 0 : 1);
  const passed = Number(counts?.[1] ?? (status === 0 ? 1 : 0));
  totals.passed += passed;
  totals.failed += failed;
  if (failed > 0) console.log(stdout + stderr);
  console.log(
    `${failed === 0 ? "ok    " : "FAILED"} ${name} (${passed}), ${((Date.now() - begin) / 1000).toFixed(1)} s`,
  );
}

console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = totals.failed > 0 ? 1 : 0;
