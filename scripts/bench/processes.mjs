// Whole processes: the commands of `fuse` beside `node -e 0`, and the memory a check takes.

import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateModules, generateProgram } from "../generate-program.mjs";

const ROUNDS = 9;
const fuse = join(process.cwd(), "dist", "fuse.cjs");
const peak = join(process.cwd(), "scripts", "bench", "peak.cjs");
const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

const run = (args, options) => {
  const { status, stderr } = spawnSync(process.execPath, args, { ...options, encoding: "utf8" });
  if (status !== 0) throw new Error(`node ${args.join(" ")} ended with ${status}: ${stderr}`);
  return stderr;
};

const time = (args, options) => {
  const begin = performance.now();
  run(args, options);
  return performance.now() - begin;
};

/** A whole process beside `node -e 0`, in turn; `before` runs, unmeasured, in front of each round. */
const beside = (args, cwd, before = () => {}) => {
  const once = (_, round) => {
    before(round);
    return { own: time(args, { cwd }), base: time(["-e", "0"], { cwd }) };
  };
  once(null, ROUNDS);
  const rounds = Array.from({ length: ROUNDS }, once);
  return {
    ms: median(rounds.map(({ own }) => own)),
    baseline: median(rounds.map(({ base }) => base)),
    ratio: median(rounds.map(({ own, base }) => own / base)),
  };
};

const writeFiles = (folder, files) => {
  mkdirSync(folder);
  for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text);
};

/** Edits a body of one module: nothing that others see. */
const editing = (folder, path, text) => (round) =>
  writeFileSync(join(folder, path), text.replace("var steps = 0", `var steps = ${round}`));

const inFolder = (folder, backends) => {
  const modules = generateModules(200, 17_000);
  const apart = join(folder, "modules");
  writeFiles(apart, modules);
  writeFileSync(join(folder, "big.fuse"), generateProgram(17_000));
  writeFileSync(join(folder, "hello.fuse"), 'app "hello":\n  print("Hello")\n');
  const forget = () => rmSync(join(folder, ".fuse-cache"), { recursive: true, force: true });
  const check = [fuse, "check", "big.fuse"];
  const hello = (backend) => [
    `run hello on ${backend}`,
    beside([fuse, "run", "--backend", backend, "hello.fuse"], folder),
  ];
  const results = {
    "check 17,000 lines, cold": beside(check, folder, forget),
    "check 17,000 lines, unchanged": beside(check, folder),
    "check 200 modules, one body edited": beside(
      [fuse, "check", "main.fuse"],
      apart,
      editing(apart, "m105.fuse", modules["m105.fuse"]),
    ),
    "run hello": beside([fuse, "run", "hello.fuse"], folder),
    ...Object.fromEntries(backends.map(hello)),
  };
  forget();
  const [, kilobytes] = /peak (\d+)/.exec(run(["-r", peak, ...check], { cwd: folder }));
  return { processes: results, peakMegabytes: Number(kilobytes) / 1000 };
};

/** Times and ratios by name, and the peak memory of the cold check. */
export const processes = (backends) => {
  const folder = mkdtempSync(join(tmpdir(), "fuse-bench-"));
  try {
    return inFolder(folder, backends);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
