// Makes folders one by one: `mkdir` of many at once never comes back from where nothing can be made, such as /proc.

import { mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";

const isThere = (path: string): boolean => statSync(path, { throwIfNoEntry: false }) !== undefined;

/** Makes the folder and those above it, unless they are there; throws the error of the system if it cannot. */
export const makeFolders = (folder: string): void => {
  const missing: string[] = [];
  for (let at = folder; !isThere(at); at = dirname(at)) missing.push(at);
  for (const path of missing.reverse()) makeFolder(path);
};

/** Another process may have been faster. */
const makeFolder = (path: string): void => {
  try {
    mkdirSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
};
