// `fuse new` and `fuse init`: make a small package to start from.

import { existsSync, readdirSync } from "node:fs";
import { basename, join, relative, resolve } from "node:path";
import { stringify } from "smol-toml";
import type { Problem } from "../compiler.ts";
import type { Context } from "../context.ts";
import { reportProblem } from "../output/failures.ts";
import { isFolder } from "../package/find.ts";
import { problem } from "../problem.ts";
import { writeText } from "../text-file.ts";

const MAIN = `# The app that \`fuse run\` starts.
app "main":
  main()

fn main(name: String = "world"):
  print(greeting(name))

fn greeting(name: String) -> String:
  return "Hello, \${name}!"

test "greets by name":
  assert(greeting("Ada") == "Hello, Ada!")
`;

const filesFor = (folder: string): readonly (readonly [string, string])[] => [
  [
    "fuse.toml",
    `${stringify({ package: { name: basename(folder) || "app", entry: "src/main.fuse", app: "main" } })}\n`,
  ],
  ["src/main.fuse", MAIN],
  [".gitignore", ".fuse/\n.fuse-cache/\n.env\n"],
];

export const makeNew = (context: Context): number => {
  const folder = resolve(context.currentFolder, context.call.plain[0]!);
  return makePackage(context, folder, refuseNew(folder));
};

export const makeInit = (context: Context): number => {
  const folder = context.currentFolder;
  const taken = existsSync(join(folder, "fuse.toml")) ? problem(`${folder} is a package already`) : null;
  return makePackage(context, folder, taken);
};

const refuseNew = (folder: string): Problem | null => {
  if (!existsSync(folder)) return null;
  if (!isFolder(folder)) return problem(`${folder} is not a folder`);
  return readdirSync(folder).length > 0 ? problem(`${folder} is not empty`) : null;
};

/** Files that exist are kept. */
const makePackage = (
  { currentFolder, reporter, print }: Context,
  folder: string,
  refused: Problem | null,
): number => {
  if (refused) return reportProblem(reporter, refused);
  for (const [name, text] of filesFor(folder)) {
    const path = join(folder, name);
    if (existsSync(path)) continue;
    const failed = writeText(path, text);
    if (failed) return reportProblem(reporter, failed);
    print(`${relative(currentFolder, path)}\n`);
  }
  return 0;
};
