// Smaller programs: each candidate leaves something out, or has a simpler expression somewhere.

import { type Part, type Tree, tree } from "./tree.ts";

/** The simplest expression of a type, by the text of the type. */
const simplest: Readonly<Record<string, readonly string[]>> = {
  Int: ["0", "1"],
  Float: ["0.0"],
  Bool: ["true", "false"],
  String: ['""'],
};

const simple = (sort: string): readonly string[] => {
  if (sort.endsWith("?")) return ["null"];
  if (sort.startsWith("List<")) return ["[]"];
  if (sort.startsWith("Map<")) return ["{}"];
  return simplest[sort] ?? [];
};

/**
 * What may stand for a program, the largest steps first. Some are no programs any more (something is used that is not
 * there): whoever asks has to find out.
 */
export function* smaller(program: Tree): Generator<Tree> {
  for (const [path, at] of places(program)) {
    for (const instead of replacements(at)) yield replaced(program, path, instead);
  }
}

type Path = readonly number[];

/** All trees inside, from the root down, level by level. */
function* places(root: Tree): Generator<readonly [Path, Tree]> {
  let level: readonly (readonly [Path, Tree])[] = [[[], root]];
  while (level.length > 0) {
    yield* level;
    level = level.flatMap(([path, { parts }]) =>
      parts.flatMap((part, i) => (typeof part === "string" ? [] : [[[...path, i], part] as const])),
    );
  }
}

/** What ends a loop: it goes with the loop only. */
const isGuard = (part: Part): boolean => typeof part !== "string" && part.sort === "guard";

const isList = ({ sort }: Tree): boolean => ["block", "sequence", "program", "lines"].includes(sort);

/** Trees that may stand for a tree. */
function* replacements(at: Tree): Generator<Tree> {
  const { sort, parts } = at;
  if (isList(at)) yield* shorter(at);
  else if (sort === "statement") yield* insides(at);
  else {
    const constants = simple(sort).map((text) => tree(sort, text));
    if (constants.some(({ parts: [text] }) => parts.length === 1 && parts[0] === text)) return;
    yield* constants;
    for (const [path, inner] of places(at)) if (path.length > 0 && inner.sort === sort) yield inner;
  }
}

/** Without a half, a quarter … of what it lists, down to single ones. */
function* shorter({ sort, parts }: Tree): Generator<Tree> {
  for (let size = parts.length; size >= 1; size = Math.floor(size / 2)) {
    for (let start = 0; start < parts.length; start += size) {
      const least = sort === "block" ? 1 : 0;
      if (parts.length - size >= least && !parts.slice(start, start + size).some(isGuard))
        yield { sort, parts: parts.toSpliced(start, size) };
    }
  }
}

/** The statements of one of its blocks in place of a statement. */
function* insides(at: Tree): Generator<Tree> {
  for (const [path, inner] of places(at)) {
    if (path.length > 0 && inner.sort === "block") yield tree("lines", ...inner.parts);
  }
}

const replaced = (at: Tree, [first, ...rest]: Path, instead: Tree): Tree => {
  if (first === undefined) return instead;
  const parts: readonly Part[] = at.parts.with(first, replaced(at.parts[first] as Tree, rest, instead));
  return { sort: at.sort, parts };
};
