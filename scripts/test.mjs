// Runs the unit and golden tests: `node scripts/test.mjs [--update] [PART OF A PATH...]`. Ends with a line "N passed, N failed".
import { spawn } from "node:child_process";
import { buildParsers } from "./build.mjs";
import { bundleTests } from "./bundle-tests.mjs";
import { globSync } from "./files.mjs";

const args = process.argv.slice(2);
const update = args.includes("--update");
const wanted = args.filter((arg) => !arg.startsWith("--"));

const runFile = (file) =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, ["--enable-source-maps", file], {
      env: { ...process.env, FUSE_UPDATE_GOLDEN: update ? "1" : "", FORCE_COLOR: "0" },
    });
    let text = "";
    child.stdout.on("data", (data) => (text += data));
    child.stderr.on("data", (data) => (text += data));
    child.on("close", (code) => resolve({ file, code, text }));
  });

const number = (text, label) =>
  [...text.matchAll(new RegExp(`^\\s*${label}:\\s+(\\d+)`, "gm"))].reduce(
    (sum, match) => sum + Number(match[1]),
    0,
  );

const main = async () => {
  try {
    await buildParsers();
  } catch (error) {
    if (wanted.length === 0) throw error;
    console.error(`the parsers were not built: ${error.message}`);
  }
  const { outdir } = await bundleTests(wanted);
  const files = globSync(outdir, /\.test\.mjs$/);
  const totals = { passed: 0, failed: 0 };
  const next = async () => {
    for (let file = files.shift(); file; file = files.shift()) {
      const { code, text } = await runFile(file);
      const passed = number(text, "Passed");
      const failed = Math.max(number(text, "Total") - passed, code === 0 ? 0 : 1);
      totals.passed += passed;
      totals.failed += failed;
      if (failed > 0 || wanted.length > 0) console.log(`${file}\n${text}`);
    }
  };
  await Promise.all([next(), next()]);
  console.log(`${totals.passed} passed, ${totals.failed} failed`);
  process.exitCode = totals.failed > 0 || totals.passed === 0 ? 1 : 0;
};

await main();
