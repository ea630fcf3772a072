// Bundles one TypeScript module of the checkout, so that plain Node runs it.
import { basename } from "node:path";
import { build } from "esbuild";

/** The path of the bundle, below .build. */
export const bundleModule = async (entry) => {
  const outfile = `.build/${basename(entry, ".ts")}-${process.pid}.mjs`;
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    external: ["fast-check", "wabt"],
    mainFields: ["module", "main"],
    loader: { ".wat": "text" },
    banner: {
      js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
    },
    logLevel: "warning",
    // as the product is: the machine counts on constants that stand in its code
    minify: true,
  });
  return outfile;
};
