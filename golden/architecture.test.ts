// The folder rules: what may import what (docs/architecture.md).

import { readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";

/** The folders that each folder may import from, besides itself. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  ir: [],
  runtime: [],
  passes: ["ir"],
  // Loading reads JSON as a running program does.
  pipeline: ["ir", "passes", "runtime"],
  backends: ["ir", "runtime"],
  cli: ["ir", "passes", "pipeline", "backends", "runtime"],
};

const sources = Object.keys(allowed).flatMap((folder) =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts") && !entry.name.endsWith(".d.ts"))
    .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll("\\", "/")),
);

const importsOf = (path: string): readonly string[] =>
  [...readFileSync(path, "utf8").matchAll(/(?:from|import)\s+"(\.[^"]+)"/g)].map((match) =>
    posix.join(posix.dirname(path), match[1]!),
  );

/** Tests and what helps them may look around; `testing.ts` is such a helper. */
const isProduct = (path: string): boolean => !/\.test\.ts$|\/testing(\/|\.ts$)/.test(path);

test("imports point down the list of folders only", () => {
  const broken = sources.filter(isProduct).flatMap((path) => {
    const own = path.split("/")[0]!;
    return importsOf(path)
      .map((target) => target.split("/")[0]!)
      .filter((folder) => folder !== own && !allowed[own]!.includes(folder))
      .map((folder) => `${path} imports from ${folder}/`);
  });
  assert.equal(broken, []);
});

test("a pass never imports another pass", () => {
  const isPass = (path: string): boolean =>
    path.startsWith("passes/") && /\bpass\(\{/.test(readFileSync(path, "utf8"));
  const passes = new Set(sources.filter(isProduct).filter(isPass));
  const broken = [...passes].flatMap((path) =>
    importsOf(path)
      .filter((target) => passes.has(target))
      .map((target) => `${path} imports ${target}`),
  );
  assert.equal(broken, []);
});

test("there are no import cycles", () => {
  const known = new Set(sources);
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]): void => {
    assert.not.ok(trail.includes(path), [...trail.slice(trail.indexOf(path)), path].join(" -> "));
    if (done.has(path)) return;
    for (const target of importsOf(path)) if (known.has(target)) visit(target, [...trail, path]);
    done.add(path);
  };
  for (const path of sources) visit(path, []);
});

test("every source file opens with a sentence on its purpose", () => {
  const mute = sources.filter((path) => !/^(#!.*\n)?\/\/ \S.*/.test(readFileSync(path, "utf8")));
  assert.equal(mute, []);
});

test.run();
