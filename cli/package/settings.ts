// The settings a package gives the process: its `.env`, and where its `config.toml` is.

import { join } from "node:path";
import { isLeft } from "fp-ts/Either";
import { readEnvFile, type Variables, withFile } from "./env-file.ts";
import { isFile } from "./find.ts";

export interface Settings {
  readonly variables: Variables;
  /** Why `.env` was not read. */
  readonly warning: string | null;
}

/** The process's own variables come first, then `.env`; `FUSE_CONFIG` is set if neither does and there is a file. */
export const settingsOf = (variables: Variables, folder: string): Settings => {
  const file = readEnvFile(folder);
  const known = isLeft(file) ? variables : withFile(variables, file.right);
  const config = join(folder, "config.toml");
  return {
    variables: withFile(known, new Map(isFile(config) ? [["FUSE_CONFIG", config]] : [])),
    warning: isLeft(file) ? file.left : null,
  };
};
