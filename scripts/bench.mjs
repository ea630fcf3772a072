// `npm run bench`: a table of ratios, each measured beside its baseline in one run, and the same as JSON in .build/bench.json.

import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { generateProgram } from "./generate-program.mjs";

const ROUNDS = 9;
const fuse = join(process.cwd(), "dist", "fuse.cjs");
const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

const time = (args, options) => {
  const begin = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { ...options, encoding: "utf8" });
  if (status !== 0) throw new Error(`node ${args.join(" ")} ended with ${status}: ${stderr}`);
  return performance.now() - begin;
};

/** A whole process beside `node -e 0`, in turn; `before` runs, unmeasured, in front of each round. */
const beside = (args, folder, before = () => {}) => {
  const once = () => {
    before();
    return { own: time(args, { cwd: folder }), base: time(["-e", "0"], { cwd: folder }) };
  };
  once();
  const rounds = Array.from({ length: ROUNDS }, once);
  return {
    ms: median(rounds.map(({ own }) => own)),
    baseline: median(rounds.map(({ base }) => base)),
    ratio: median(rounds.map(({ own, base }) => own / base)),
  };
};

const processes = () => {
  const folder = mkdtempSync(join(tmpdir(), "fuse-bench-"));
  writeFileSync(join(folder, "big.fuse"), generateProgram(17_000));
  writeFileSync(join(folder, "hello.fuse"), 'app "hello":\n  print("Hello")\n');
  const forget = () => rmSync(join(folder, ".fuse-cache"), { recursive: true, force: true });
  try {
    return {
      "check 17,000 lines, cold": beside([fuse, "check", "big.fuse"], folder, forget),
      "check 17,000 lines, unchanged": beside([fuse, "check", "big.fuse"], folder),
      "run hello": beside([fuse, "run", "hello.fuse"], folder),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const inside = async () => {
  mkdirSync(".build", { recursive: true });
  const outfile = ".build/bench-inside.mjs";
  await build({
    entryPoints: ["scripts/bench/inside.ts"],
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    mainFields: ["module", "main"],
    banner: {
      js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
    },
    logLevel: "warning",
  });
  const { stdout, status, stderr } = spawnSync(process.execPath, [outfile], { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
};

const row = (name, measured, target) => console.log(name.padEnd(34), measured.padStart(26), `  ${target}`);

const main = async () => {
  const results = { processes: processes(), ...(await inside()) };
  const { frontEnd, interpreter } = results;
  const targets = {
    "check 17,000 lines, cold": "reach: 900 ms",
    "check 17,000 lines, unchanged": "reach: 1.60 x node -e 0",
    "run hello": "reach: 1.80 x node -e 0",
  };
  for (const [name, { ms, ratio }] of Object.entries(results.processes)) {
    row(name, `${ms.toFixed(0)} ms, ${ratio.toFixed(2)} x node -e 0`, targets[name]);
  }
  row("fib(25) on the interpreter", `${interpreter.ratio.toFixed(0)} x JavaScript`, "reach: 80 x JavaScript");
  console.log(`\nWarm, ${frontEnd.lines} lines, ${(frontEnd.bytes / 1000).toFixed(0)} kB:`);
  for (const { stage, ms } of frontEnd.stages) row(`  ${stage}`, `${ms.toFixed(1)} ms`, "");
  row("  parse", `${frontEnd.parseMbPerSecond.toFixed(1)} MB/s`, "");
  row("  all up to typecheck", `${frontEnd.checkMbPerSecond.toFixed(1)} MB/s`, "");
  writeFileSync(".build/bench.json", `${JSON.stringify(results, null, 2)}\n`);
};

await main();
