// Installs the dependencies when they are missing or older than the lock file; needs nothing but Node and npm.

import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";

const age = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;

if (age("node_modules/.package-lock.json") < age("package-lock.json")) {
  console.error("installing");
  const { status, stdout, stderr } = spawnSync("npm", ["ci", "--no-audit", "--no-fund"], {
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  if (status !== 0) {
    console.error(stdout, stderr);
    process.exit(status ?? 1);
  }
}
