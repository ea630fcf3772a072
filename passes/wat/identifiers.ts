// Names of a program as identifiers of WebAssembly text.

/** What such an identifier may not hold. */
const ILLEGAL = /[^0-9A-Za-z!#$%&'*+\-./:<=>?@\\^_`|~]+/g;

/** The name with what is not legal replaced. */
export const legal = (name: string): string => name.replace(ILLEGAL, "_");

/** Gives each name it is asked for a legal one of its own. */
export const uniqueNames = (taken: Iterable<string>): ((name: string) => string) => {
  const used = new Map<string, number>([...taken].map((name) => [name, 1]));
  return (name) => {
    const base = legal(name);
    for (let next = used.get(base) ?? 0; ; next++) {
      const candidate = next === 0 ? base : `${base}~${next}`;
      if (next > 0 && used.has(candidate)) continue;
      used.set(base, next + 1);
      used.set(candidate, Math.max(used.get(candidate) ?? 0, 1));
      return candidate;
    }
  };
};
