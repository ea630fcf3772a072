// "Did you mean": the known name that is nearest to one that is not known.

/**
 * Optimal string alignment distance (Levenshtein's, with the swap of two neighbours as one step), or Infinity where
 * it is greater than `most`.
 */
export const distance = (a: string, b: string, most: number): number => {
  if (Math.abs(a.length - b.length) > most) return Number.POSITIVE_INFINITY;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let least = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, before[j - 2]! + 1);
      row.push(least);
    }
    if (Math.min(...row) > most) return Number.POSITIVE_INFINITY;
    before = last;
    last = row;
  }
  return last[b.length]! <= most ? last[b.length]! : Number.POSITIVE_INFINITY;
};

/** The first of the nearest candidates, if one is near enough: a third of the letters may differ. */
export const nearest = (name: string, candidates: Iterable<string>): string | undefined => {
  let most = Math.min(3, Math.floor((name.length + 1) / 3));
  let best: string | undefined;
  for (const candidate of candidates) {
    if (most < 1) break;
    const steps = distance(name, candidate, most);
    if (steps > most || candidate === name) continue;
    best = candidate;
    most = steps - 1;
  }
  return best;
};

/** Searching costs the length of the table, so that only the first unknown names of a module get a suggestion. */
const SUGGESTIONS = 50;

/** Gives the end of a message about an unknown name: `; did you mean "NAME"?`, or nothing. */
export const suggester = (candidates: () => Iterable<string>): ((name: string) => string) => {
  let left = SUGGESTIONS;
  return (name) => {
    const found = left-- > 0 ? nearest(name, candidates()) : undefined;
    return found === undefined ? "" : `; did you mean "${found}"?`;
  };
};
