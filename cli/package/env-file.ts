// Reads `.env`: settings for the process that its own environment does not give.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Either, left, right } from "fp-ts/Either";

export type Variables = Readonly<Record<string, string | undefined>>;

/** Reads the lines of a `.env`; nothing in a value is unescaped, and the first line for a name wins. */
export const parseEnvFile = (text: string): ReadonlyMap<string, string> => {
  const variables = new Map<string, string>();
  for (const raw of text.split("\n")) {
    const line = raw.trim();
    if (line === "" || line.startsWith("#")) continue;
    const setting = line.replace(/^export /, "");
    const split = setting.indexOf("=");
    const name = (split < 0 ? setting : setting.slice(0, split)).trim();
    const value = split < 0 ? "" : unquote(setting.slice(split + 1).trim());
    if (name !== "" && !variables.has(name)) variables.set(name, value);
  }
  return variables;
};

const unquote = (value: string): string => {
  const quoted = value.length >= 2 && (value[0] === '"' || value[0] === "'") && value.at(-1) === value[0];
  return quoted ? value.slice(1, -1) : value;
};

/** The settings in the folder's `.env`, none without the file; on the left why it cannot be read. */
export const readEnvFile = (folder: string): Either<string, ReadonlyMap<string, string>> => {
  const path = join(folder, ".env");
  try {
    return right(parseEnvFile(new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path))));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === "ENOENT" || code === "ENOTDIR"
      ? right(new Map())
      : left(`failed to read ${path}: ${(error as Error).message}`);
  }
};

/** The variables together with those of the file that they do not set. */
export const withFile = (variables: Variables, file: ReadonlyMap<string, string>): Variables => {
  const missing = [...file].filter(([name]) => variables[name] === undefined);
  return { ...variables, ...Object.fromEntries(missing) };
};
