// Replaces cache files so that no reader ever sees half of one; failures do not matter.

import { renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { makeFolders } from "./make-folders.ts";

/** Writes to a temporary name beside the path, then renames; gives whether it could. Meant for caches. */
export const replaceFile = (path: string, content: string | Uint8Array): boolean => {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    makeFolders(dirname(path));
    writeFileSync(temporary, content);
    renameSync(temporary, path);
    return true;
  } catch {
    removeFile(temporary);
    return false;
  }
};

/** Removes a file if it is there and may be removed. */
export const removeFile = (path: string): void => {
  try {
    rmSync(path, { force: true });
  } catch {
    // The folder is not ours to write to, or no folder.
  }
};
