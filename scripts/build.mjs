// Builds the `fuse` command into dist/: the parser from its grammar, then the bundles. With `--if-needed` only when dist/ is out of date.
import { createHash } from "node:crypto";
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { buildParsers } from "./build-parsers.mjs";
import { globSync } from "./files.mjs";

export { buildParsers };

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const sources = ["backends", "cli", "ir", "passes", "pipeline", "runtime", "scripts"];

/** One CommonJS bundle as text. The ES builds of dependencies are taken, so that what is not used can be left out. */
const bundle = async (entry, options = {}) => {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    minify: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    mainFields: ["module", "main"],
    loader: { ".wat": "text" },
    legalComments: "eof",
    logLevel: "warning",
    ...options,
  });
  return outputFiles[0].text;
};

/** The assembler stands in a file of its own, which is loaded when it is needed. */
const assemblerApart = {
  name: "assembler-apart",
  setup: ({ onResolve }) => onResolve({ filter: /^wabt$/ }, () => ({ path: "./wabt.cjs", external: true })),
};

/** What only checks has no use for the stages behind the checked program, and starts faster without them. */
const frontAlone = {
  name: "front-alone",
  setup: ({ onResolve }) =>
    onResolve({ filter: /\/standard\.ts$/ }, () => ({ path: join(root, "pipeline/checking.ts") })),
};

/** A running `fuse` never sees half of a file. */
const replace = (path, text, mode) => {
  writeFileSync(`${path}.new`, text);
  chmodSync(`${path}.new`, mode);
  renameSync(`${path}.new`, path);
};

/** Writes the bundles into `out`: compiler with command line, the same for checking alone, runner of compiled programs, deep thread, launcher. */
export const buildBundles = async (out, entry = "cli/main.ts") => {
  // code out of V8's cache cannot say `import()`, so the assembler is asked for by `require`
  const supported = { "dynamic-import": false };
  const compiler = await bundle(entry, { plugins: [assemblerApart], supported });
  const checker = await bundle(entry, { plugins: [assemblerApart, frontAlone], supported });
  const assembler = readFileSync("node_modules/wabt/index.js");
  const { version } = JSON.parse(readFileSync("package.json", "utf8"));
  const id = createHash("sha1").update(compiler).digest("hex").slice(0, 16);
  const define = { FUSE_VERSION: JSON.stringify(version), FUSE_BUILD_ID: JSON.stringify(id) };
  const worker = await bundle("cli/launcher/worker.ts", { define });
  const runner = await bundle("cli/launcher/runner.ts", { define });
  const launcher = await bundle("cli/launcher/launcher.ts", {
    define,
    banner: { js: "#!/usr/bin/env node" },
  });
  mkdirSync(out, { recursive: true });
  for (const name of readdirSync(out)) if (name.endsWith(".cache")) rmSync(join(out, name));
  replace(join(out, "compiler.cjs"), compiler, 0o644);
  replace(join(out, "checker.cjs"), checker, 0o644);
  replace(join(out, "wabt.cjs"), assembler, 0o644);
  replace(join(out, "worker.cjs"), worker, 0o644);
  replace(join(out, "runner.cjs"), runner, 0o644);
  replace(join(out, "fuse.cjs"), launcher, 0o755);
};

/** Whether a source is newer than the launcher, which is written last. */
const isOutOfDate = () => {
  const built = statSync("dist/fuse.cjs", { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const files = sources.flatMap((folder) => globSync(folder, /^(?!.*(\.test\.ts$|\/generated\/))/));
  return ["package.json", ...files].some((path) => statSync(path).mtimeMs > built);
};

if (process.argv[1] && statSync(process.argv[1]).ino === statSync(fileURLToPath(import.meta.url)).ino) {
  process.chdir(root);
  if (!process.argv.includes("--if-needed") || isOutOfDate()) {
    await buildParsers();
    await buildBundles("dist");
  }
}
