// Reads the manifest `fuse.toml`.

import { type Either, isLeft, left, right } from "fp-ts/Either";
import * as t from "io-ts";
import { parse, TomlError } from "smol-toml";
import type { Problem } from "../compiler.ts";
import { problem } from "../problem.ts";
import { readText } from "../text-file.ts";
import { positionOfKey } from "./key-position.ts";
import { firstFault } from "./manifest-faults.ts";

const text = new t.Type<string>("a string", t.string.is, t.string.validate, t.identity);
const truth = new t.Type<boolean>("true or false", t.boolean.is, t.boolean.validate, t.identity);

const dependency = t.union([
  text,
  t.partial(
    { path: text, git: text, rev: text, tag: text, branch: text, version: text, subdir: text },
    "a table",
  ),
]);

const manifestType = t.intersection([
  t.type({
    package: t.partial({ name: text, entry: text, main: text, app: text, backend: text }, "a table"),
  }),
  t.partial({
    build: t.partial({ openapi: text, native_bin: text }, "a table"),
    serve: t.partial(
      { static_dir: text, static_index: text, openapi_ui: truth, openapi_path: text },
      "a table",
    ),
    assets: t.partial(
      { css: text, watch: truth, hash: truth, hooks: t.partial({ before_build: text }, "a table") },
      "a table",
    ),
    vite: t.partial({ dev_url: text, dist_dir: text }, "a table"),
    dependencies: t.record(t.string, dependency, "a table"),
  }),
]);

/** The manifest as written; unknown sections and keys are of no meaning. */
export type Manifest = t.TypeOf<typeof manifestType>;

const invalid = (path: string, line: number, column: number, message: string): Either<Problem, never> =>
  left(problem(`invalid manifest: ${message} (${path}:${line}:${column})`, "FUSE_MANIFEST_PARSE_FAILED"));

/** Reads the text of a manifest; `path` is for messages, which give line and column. */
export const parseManifest = (path: string, source: string): Either<Problem, Manifest> => {
  let value: unknown;
  try {
    value = parse(source.replace(/^\ufeff/, ""));
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const [what] = error.message.replace(/^Invalid TOML document: /, "").split("\n");
    return invalid(path, error.line, error.column, what!);
  }
  const manifest = manifestType.decode(value);
  if (isLeft(manifest)) {
    const { keys, expected, found } = firstFault(manifest.left);
    const { line, column } = positionOfKey(source, keys);
    return invalid(path, line, column, `${keys.join(".")} must be ${expected}, found ${found}`);
  }
  const { entry, main } = manifest.right.package;
  if (entry !== undefined && main !== undefined) {
    const { line, column } = positionOfKey(source, ["package", "main"]);
    return invalid(path, line, column, "package.entry and its alias package.main exclude each other");
  }
  return manifest;
};

/** Reads a manifest file. */
export const readManifest = (path: string): Either<Problem, { manifest: Manifest; source: string }> => {
  const source = readText(path);
  if (isLeft(source)) return source;
  const manifest = parseManifest(path, source.right);
  return isLeft(manifest) ? manifest : right({ manifest: manifest.right, source: source.right });
};

/** The entry file of the package as the manifest names it. */
export const entryOf = ({ package: { entry, main } }: Manifest): string | null => entry ?? main ?? null;
