// Bundles every test file into a folder below .build, so that plain Node runs what is written in TypeScript.
import { rmSync } from "node:fs";
import { build } from "esbuild";
import { globSync } from "./files.mjs";

/** Bundles the tests whose path contains one of `wanted` (all, if there is none) into a folder of this process's own. */
export const bundleTests = async (wanted) => {
  const tests = globSync(".", /\.test\.ts$/).filter(
    (path) => wanted.length === 0 || wanted.some((part) => path.includes(part)),
  );
  const outdir = `.build/tests-${process.pid}`;
  process.on("exit", () => rmSync(outdir, { recursive: true, force: true }));
  await build({
    entryPoints: tests,
    outdir,
    outbase: ".",
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    external: ["uvu", "uvu/*", "fast-check", "esbuild", "peggy", "wabt"],
    mainFields: ["module", "main"],
    loader: { ".wat": "text" },
    banner: {
      js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
    },
    sourcemap: "inline",
    logLevel: "warning",
  });
  return { outdir, count: tests.length };
};
