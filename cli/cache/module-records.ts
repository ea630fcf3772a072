// Where the records of the modules of a checked program are kept: beside the record of the check.

import { hasOption } from "../call/call.ts";
import type { RecordsPlace } from "../compiler.ts";
import type { Context } from "../context.ts";
import { isCacheable, recordPath } from "./check-cache.ts";
import { sha1 } from "./record.ts";

/** The place for the program that a call checks; null if the call must not make use of caches. */
export const recordsPlace = (
  { call, paths, toolchain }: Pick<Context, "call" | "paths" | "toolchain">,
  entry: string,
): RecordsPlace | null => {
  if (!isCacheable(call)) return null;
  const strict = hasOption(call, "strict-architecture");
  return {
    path: `${recordPath({ paths, strict, toolchain: toolchain.id })}.modules`,
    key: sha1(JSON.stringify([toolchain.id, strict, entry, paths.folder])),
  };
};
