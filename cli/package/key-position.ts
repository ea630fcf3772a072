// Finds where a key of a TOML file stands, for messages.

export interface Position {
  readonly line: number;
  readonly column: number;
}

const splitKey = (written: string): readonly string[] =>
  Array.from(written.matchAll(/"([^"]*)"|'([^']*)'|([^\s."']+)/g), (part) => part[1] ?? part[2] ?? part[3]!);

const isPrefix = (part: readonly string[], whole: readonly string[]): boolean =>
  part.length <= whole.length && part.every((key, i) => whole[i] === key);

/**
 * The position of the table header or key that leads deepest to `keys`; the start of the file if none does.
 * It reads line by line and does not look into values, which is enough for the keys a manifest has.
 */
export const positionOfKey = (source: string, keys: readonly string[]): Position => {
  let best = { depth: 0, line: 1, column: 1 };
  let table: readonly string[] = [];
  for (const [i, line] of source.split("\n").entries()) {
    const header = /^(\s*\[\s*)([^[\]]+)\]/.exec(line);
    const setting = /^(\s*)([\w\s."'-]+?)\s*=/.exec(line);
    if (header) table = splitKey(header[2]!);
    const found = header ? table : setting ? [...table, ...splitKey(setting[2]!)] : [];
    const before = (header ?? setting)?.[1]?.length ?? 0;
    if (found.length > best.depth && isPrefix(found, keys))
      best = { depth: found.length, line: i + 1, column: before + 1 };
  }
  return { line: best.line, column: best.column };
};
