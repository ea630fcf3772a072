// `npm run bench [-- PROGRAMS]`: a table of ratios, each measured beside its baseline in one run, and the same as JSON in
// .build/bench.json. With names of programs only those.

import { spawnSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { processes } from "./bench/processes.mjs";
import { bundleModule } from "./bundle-module.mjs";

const BACKENDS = ["ast", "vm", "aot"];

const wanted = process.argv.slice(2);

const inside = async () => {
  const file = await bundleModule("scripts/bench/inside.ts");
  const { stdout, status, stderr } = spawnSync(process.execPath, [file, ...wanted], { encoding: "utf8" });
  rmSync(file, { force: true });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
};

/** The same programs in Python, in milliseconds; null where there is no Python. */
const python = () => {
  const { stdout, status } = spawnSync("python3", ["scripts/bench/python.py"], { encoding: "utf8" });
  return status === 0 ? JSON.parse(stdout) : null;
};

const row = (name, measured, target) => console.log(name.padEnd(34), measured.padStart(26), `  ${target}`);

const targets = {
  "check 17,000 lines, cold": "reach: 900 ms",
  "check 17,000 lines, unchanged": "reach: 1.60 x node -e 0",
  "check 200 modules, one body edited": "reach: 2.00 x node -e 0",
  "run hello": "reach: 1.80 x node -e 0",
};

/** What the large program takes, stage by stage. */
const showFrontEnd = ({ lines, bytes, stages, parseMbPerSecond, checkMbPerSecond }) => {
  console.log(`\nWarm, ${lines} lines, ${(bytes / 1000).toFixed(0)} kB:`);
  for (const { stage, ms } of stages) row(`  ${stage}`, `${ms.toFixed(1)} ms`, "");
  row("  parse", `${parseMbPerSecond.toFixed(1)} MB/s`, "");
  row("  all up to typecheck", `${checkMbPerSecond.toFixed(1)} MB/s`, "");
};

const showBackEnds = ({ lines, vm, aot, imaging, assembling, loading, ...totals }) => {
  console.log(`\nFrom the checked program on, warm, ${lines} lines, all reached:`);
  const last = vm.at(-1);
  for (const { stage, ms } of [...aot, last]) row(`  ${stage}`, `${ms.toFixed(1)} ms`, "");
  row("  image for the vm", `${imaging.toFixed(1)} ms`, "");
  row("  assembling WebAssembly", `${assembling.toFixed(1)} ms, ${(totals.bytes / 1000).toFixed(0)} kB`, "");
  row("  making it code", `${loading.toFixed(1)} ms`, "");
  row("  vm, 1,000 lines", `${totals.vmPerThousandLines.toFixed(0)} ms`, "");
  row("  aot, 1,000 lines", `${totals.aotPerThousandLines.toFixed(0)} ms`, "");
};

const showPrograms = (programs, python) => {
  const cells = (name, ...values) =>
    console.log(name.padEnd(16), ...values.map((value) => value.padStart(12)));
  console.log("\nPrograms, times of JavaScript (warm, same process; vm also as times of Python):");
  cells("", "JavaScript", ...BACKENDS, "vm / Python", "module");
  for (const program of programs) {
    const ratios = BACKENDS.map((backend) => program[backend].ratio.toFixed(2));
    const beside = python ? (program.vm.ms / python[program.name]).toFixed(2) : "-";
    cells(program.name, `${program.javascript.toFixed(2)} ms`, ...ratios, beside, `${program.bytes} B`);
  }
};

const main = async () => {
  if (wanted.length > 0) return showPrograms((await inside()).programs, python());
  const results = { ...processes(BACKENDS), ...(await inside()), python: python() };
  for (const [name, { ms, ratio }] of Object.entries(results.processes)) {
    row(name, `${ms.toFixed(0)} ms, ${ratio.toFixed(2)} x node -e 0`, targets[name] ?? "");
  }
  row("  peak memory of the first", `${results.peakMegabytes.toFixed(0)} MB`, "reach: 300 MB");
  showFrontEnd(results.frontEnd);
  showBackEnds(results.backEnds);
  showPrograms(results.programs, results.python);
  writeFileSync(".build/bench.json", `${JSON.stringify(results, null, 2)}\n`);
};

await main();
