// `npm run parity -- [N] [--seed S] [--jobs J]`: all backends must do the same for all programs of the checkout and N random ones.
import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { bundleModule } from "./bundle-module.mjs";
import { globSync } from "./files.mjs";

const USAGE = `usage: authority_parity.sh [N] [--seed S] [--jobs J]

Runs the golden programs against what they are recorded to do, then all programs of golden tests, examples and
conformance cases, the conformance cases themselves, and N (300) random programs on the backends ast, vm and aot.
Ends with 1 at the first step that finds a difference. Random programs are numbered: S is the first.`;

const BACKENDS = ["ast", "vm", "aot"];
const RUNNABLE = "vm,aot";

const node = (args, options = {}) =>
  spawnSync(process.execPath, args, { encoding: "utf8", maxBuffer: 1 << 28, ...options });

/** Whether golden programs and examples do on the interpreter what is recorded. */
const recorded = () => {
  const { status, stdout, stderr } = node(["scripts/test.mjs", "golden/output", "golden/examples"]);
  if (status !== 0) console.log(stdout + stderr);
  return status === 0;
};

/** Random programs, or those of files, within one process. */
const inside = (bundle, args) =>
  node([bundle, ...args, "--ways", RUNNABLE], { stdio: "inherit" }).status === 0;

const programs = (bundle, { jobs }) => {
  const files = globSync(".", /^(examples|golden\/programs|spec\/conformance)\/.*\.fuse$/);
  return inside(bundle, ["0", "--files", files.join(","), ...jobs]);
};

const conformance = "spec/conformance";

/** Without what differs from run to run: the folder of a case, and its port. */
const anywhere = (text) =>
  text.replace(/fuse-case-\w+/g, "fuse-case").replace(/127\.0\.0\.1:\d+/g, "127.0.0.1");

/** What is wrong with each failing case, by its name. */
const failuresOn = (backend) => {
  const args = ["--fuse", "node dist/fuse.cjs", "--backend", backend, "--show", "10000"];
  const { stdout } = node([`${conformance}/run.mjs`, ...args]);
  console.log(`${backend}: ${stdout.trim().split("\n").at(-1)}`);
  const failures = [...stdout.matchAll(/^FAIL (\S+)\n((?: {5}.*\n)*)/gm)];
  return new Map(failures.map(([, name, text]) => [name, anywhere(text)]));
};

const sourcesOf = (name) =>
  globSync(`${conformance}/${name}`, /\.fuse$/)
    .map((path) => `${path}:\n${readFileSync(path, "utf8")}`)
    .join("\n");

const cases = () => {
  const waiting = JSON.parse(readFileSync(`${conformance}/waiting.json`, "utf8"));
  const [expected, ...others] = BACKENDS.map(failuresOn);
  const names = new Set([expected, ...others].flatMap((failures) => [...failures.keys()]));
  let differences = 0;
  for (const name of names) {
    for (const [i, found] of others.entries()) {
      // what waits for a feature may fail everywhere, each time in another way
      const same =
        name in waiting ? expected.has(name) === found.has(name) : expected.get(name) === found.get(name);
      if (same) continue;
      differences++;
      const side = (failures) => failures.get(name) ?? "as expected\n";
      console.log(`${name} differs\n${sourcesOf(name)}`);
      console.log(`--- ${BACKENDS[0]}:\n${side(expected)}--- ${BACKENDS[i + 1]}:\n${side(found)}`);
    }
  }
  const wrong = [...expected].filter(([name]) => !(name in waiting));
  for (const [name, text] of wrong) console.log(`${name} fails\n${text}`);
  return differences + wrong.length === 0;
};

const steps = [
  { title: "golden programs and examples as recorded", run: recorded },
  { title: "programs of golden tests, examples and conformance cases", run: programs },
  { title: "conformance cases", run: cases },
  {
    title: "random programs",
    run: (bundle, { count, seed, jobs }) => inside(bundle, [count, ...seed, ...jobs]),
  },
];

/** What is asked for; null if that cannot be understood. */
const asked = (args) => {
  const wanted = { count: "300", seed: [], jobs: [] };
  for (let i = 0; i < args.length; i++) {
    const [name, value] = [args[i], args[i + 1]];
    if (/^\d+$/.test(name)) wanted.count = name;
    else if ((name === "--seed" || name === "--jobs") && /^\d+$/.test(value ?? "")) {
      wanted[name.slice(2)] = [name, value];
      i++;
    } else {
      console.log(`unknown option: ${name}\n${USAGE}`);
      return null;
    }
  }
  return wanted;
};

const main = async (args) => {
  if (args.includes("-h") || args.includes("--help")) return console.log(USAGE);
  const wanted = asked(args);
  if (wanted === null) {
    process.exitCode = 1;
    return;
  }
  const bundle = await bundleModule("golden/fuzz/main.ts");
  process.on("exit", () => rmSync(bundle, { force: true }));
  for (const [i, { title, run }] of steps.entries()) {
    console.log(`[${i + 1}/${steps.length}] ${title}`);
    if (run(bundle, wanted)) continue;
    process.exitCode = 1;
    return;
  }
  console.log("authority parity checks passed");
};

await main(process.argv.slice(2));
