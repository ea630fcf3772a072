// Finds the name that was probably meant.

/** The smallest number of letters to insert, remove or replace between two texts (Levenshtein; Wagner and Fischer 1974). */
export const editDistance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length]!;
};

const FARTHEST = 2;

/** The nearest of `names` within an edit distance of two; the first, if several are equally near. */
export const nearest = (wanted: string, names: readonly string[]): string | null => {
  const near = names
    .filter((name) => Math.abs(name.length - wanted.length) <= FARTHEST)
    .map((name) => ({ name, distance: editDistance(wanted, name) }))
    .filter(({ distance }) => distance <= FARTHEST)
    .sort((a, b) => a.distance - b.distance);
  return near[0]?.name ?? null;
};

/** The only one of `names` that begins with `wanted` (at least two letters), else the nearest. */
export const nearestOrPrefixed = (wanted: string, names: readonly string[]): string | null => {
  const prefixed = wanted.length < 2 ? [] : names.filter((name) => name.startsWith(wanted));
  return prefixed.length === 1 ? prefixed[0]! : nearest(wanted, names);
};
