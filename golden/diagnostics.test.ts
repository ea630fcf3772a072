// What wrong programs are told: a snapshot for each source in golden/diagnostics.

import { readdirSync, readFileSync } from "node:fs";
import { test } from "uvu";
import * as assert from "uvu/assert";
import type { Diagnostic } from "../ir/diagnostic.ts";
import { startOf } from "../ir/framework/span.ts";
import { compileFile } from "./compiled.ts";
import { matchSnapshots } from "./snapshots.ts";

const names = readdirSync("golden/diagnostics")
  .filter((name) => name.endsWith(".fuse"))
  .sort();

/** `3:5 [CODE] message`; the column counts code points. */
const shown = (text: string, { at, code, message, level }: Diagnostic): string => {
  const lines = text.slice(0, startOf(at)).split("\n");
  const place = `${lines.length}:${[...lines.at(-1)!].length + 1}`;
  return `${place} ${level}: ${code === null ? "" : `[${code}] `}${message}\n`;
};

test("wrong programs are told what the snapshots say", () => {
  const snapshots = new Map<string, string>();
  for (const name of names) {
    const path = `golden/diagnostics/${name}`;
    const { diagnostics } = compileFile(path);
    assert.ok(diagnostics.length > 0, `${path} has no diagnostic`);
    const text = readFileSync(path, "utf8");
    snapshots.set(name.replace(/\.fuse$/, ".txt"), diagnostics.map((each) => shown(text, each)).join(""));
  }
  matchSnapshots("golden/diagnostics/expected", snapshots);
});

test.run();
