// `npm run fuzz -- N [--seed S] [--ways NAMES] [--jobs J]`: N random programs on all backends, in standard and other orders of passes; ends with 1 where two differ.
import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { bundleModule } from "./bundle-module.mjs";

const file = await bundleModule("golden/fuzz/main.ts");
process.on("exit", () => rmSync(file, { force: true }));
const args = [...process.argv.slice(2), "--vary"];
const { status } = spawnSync(process.execPath, [file, ...args], { stdio: "inherit" });
process.exitCode = status ?? 1;
