// JSON lines: one object per line, members sorted by name, no spaces.

export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

const sorted = (value: Json): Json => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value) as (readonly [string, Json])[];
  return Object.fromEntries(
    members.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, member]) => [name, sorted(member)]),
  );
};

export const jsonLine = (value: { readonly [name: string]: Json }): string =>
  `${JSON.stringify(sorted(value))}\n`;
