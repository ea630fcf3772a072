// Compiles with the module records of the last check of a program, which are kept in a file.

import { appendFileSync, readFileSync } from "node:fs";
import { type Compilation, type CompileRequest, compile } from "../../pipeline/compile.ts";
import { compileChanges } from "../../pipeline/incremental/compile-changes.ts";
import type { Records } from "../../pipeline/incremental/records.ts";
import {
  recordsFromText,
  recordsToAppend,
  recordsToText,
  type Stored,
} from "../../pipeline/incremental/store.ts";
import type { RecordsPlace } from "../compiler.ts";
import { replaceFile } from "../replace-file.ts";

const tryRead = (path: string): string | null => {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
};

const tryAppend = (path: string, text: string): boolean => {
  try {
    appendFileSync(path, text);
    return true;
  } catch {
    return false;
  }
};

/** Adds to the file what is new, or writes it anew. */
const keep = ({ path, key }: RecordsPlace, before: Stored | null, after: Records): void => {
  if (after === before?.records) return;
  const more = before && recordsToAppend(before, after);
  if (more !== null && tryAppend(path, more)) return;
  const text = recordsToText(key, after);
  if (text !== null) replaceFile(path, text);
};

/** Says the same with and without records; that they cannot be read or written does not matter. */
export const compileWithRecords = (request: CompileRequest, place: RecordsPlace | null): Compilation => {
  if (place === null) return compile(request);
  const text = tryRead(place.path);
  const stored = text === null ? null : recordsFromText(place.key, text);
  const { compilation, records } = compileChanges(request, stored?.records ?? null);
  if (records) keep(place, stored, records);
  return compilation;
};
