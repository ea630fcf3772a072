// `npm run fuzz -- N [--seed S] [--ways NAMES]`: N random programs on all backends; ends with 1 at the first difference.
import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { bundleModule } from "./bundle-module.mjs";

const file = await bundleModule("golden/fuzz/main.ts");
process.on("exit", () => rmSync(file, { force: true }));
const { status } = spawnSync(process.execPath, [file, ...process.argv.slice(2)], { stdio: "inherit" });
process.exitCode = status ?? 1;
