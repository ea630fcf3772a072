// Reads and writes text files with failures as values.

import { readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { type Either, left, right } from "fp-ts/Either";
import type { Problem } from "./compiler.ts";
import { makeFolders } from "./make-folders.ts";
import { fileProblem, problem } from "./problem.ts";

/** Reads a UTF-8 file; a byte order mark stays. Bytes that are not UTF-8 make it unreadable. */
export const readText = (path: string): Either<Problem, string> => {
  try {
    const bytes = readFileSync(path);
    try {
      return right(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
    } catch {
      return left(problem(`failed to read ${path}: it is not UTF-8 text`, "wrapper_file_read"));
    }
  } catch (error) {
    return left(fileProblem("read", path, error));
  }
};

/** Writes a file, making the folders above it; gives the problem if there is one. */
export const writeText = (path: string, text: string): Problem | null => {
  try {
    makeFolders(dirname(path));
    writeFileSync(path, text);
    return null;
  } catch (error) {
    return fileProblem("write", path, error);
  }
};
