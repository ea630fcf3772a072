// Every code of a diagnostic has an example; spec/diagnostics.md is made of them.

import { readdirSync, readFileSync } from "node:fs";
import { test } from "uvu";
import * as assert from "uvu/assert";
import type { Diagnostic } from "../ir/diagnostic.ts";
import { startOf } from "../ir/framework/span.ts";
import { compileFile } from "./compiled.ts";
import { matchSnapshot } from "./snapshots.ts";

const FOLDER = "golden/codes";

const head = `# Diagnostics by code

Every code that a diagnostic of loading or checking can have: what it means, what to do, and the smallest program that shows
it with what the compiler says. Diagnostics without a code are listed by subject in
[chapter 2, 2.16](language/02-types-and-checks.md). This page is made of \`golden/codes\` by \`npm run golden:update\`.
`;

/** The comment at the top of an example, and the program below it. */
const parts = /^((?:# .*\n)+\n)([\s\S]*)$/;

/** `main.fuse:4:11 [CODE] message`, as if the comment at the top were not there; the column counts code points. */
const shown = ({ path, at, code, message }: Diagnostic, sources: ReadonlyMap<string, string>): string => {
  const text = sources.get(path) ?? "";
  const lines = text.slice(0, startOf(at)).split("\n");
  const above = parts.exec(text)?.[1]?.split("\n").length ?? 1;
  const line = Math.max(lines.length - above + 1, 1);
  return `${path}:${line}:${[...lines.at(-1)!].length + 1} ${code === null ? "" : `[${code}] `}${message}`;
};

const fenced = (language: string, title: string, text: string): string =>
  `${title}\`\`\`${language}\n${text.trimEnd()}\n\`\`\`\n`;

const decoder = new TextDecoder("utf-8");

/** The other files of an example, as they stand. */
const besides = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !(entry.name === "main.fuse" && entry.parentPath === folder))
    .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll("\\", "/"))
    .sort()
    .map((path) =>
      fenced(
        extensionOf(path),
        `\`${path.slice(folder.length + 1)}\`:\n\n`,
        decoder.decode(readFileSync(path)),
      ),
    );

const extensionOf = (path: string): string => path.slice(path.lastIndexOf(".") + 1);

const diagnosticsOf = (
  entry: string,
): { readonly codes: ReadonlySet<string | null>; readonly told: string } => {
  const { diagnostics, sources } = compileFile(entry);
  return {
    codes: new Set(diagnostics.map(({ code }) => code)),
    told: diagnostics.map((each) => shown(each, sources)).join("\n"),
  };
};

/** The section of a code; the comment at the top of its program explains it. */
const sectionOf = (code: string): string => {
  const folder = `${FOLDER}/${code}`;
  const [, comment, program] = parts.exec(readFileSync(`${folder}/main.fuse`, "utf8"))!;
  const { codes, told } = diagnosticsOf(`${folder}/main.fuse`);
  assert.ok(codes.has(code), `the example of ${code} says: ${told}`);
  return [
    `## ${code}\n`,
    `${comment!.trimEnd().replace(/^# /gm, "")}\n`,
    fenced("fuse", "", program!),
    ...besides(folder),
    fenced("text", "", told),
  ].join("\n");
};

const codes = readdirSync(FOLDER).sort();

test("every code has an example that shows it", () => {
  const page = [head, ...codes.map(sectionOf)].join("\n");
  matchSnapshot("spec/diagnostics.md", page);
});

/** Codes as the sources of the compiler write them. */
const codesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(({ name }) => /(?<!\.test)\.(ts|peggy)$/.test(name))
    .flatMap(
      ({ parentPath, name }) =>
        readFileSync(`${parentPath}/${name}`, "utf8").match(/\bFUSE_[A-Z_]+[A-Z0-9]\b/g) ?? [],
    );

test("every code that the compiler knows has an example", () => {
  const known = new Set([...codesIn("passes"), ...codesIn("pipeline/load")]);
  assert.equal([...known].filter((code) => !codes.includes(code)).sort(), []);
});

test.run();
