// Says in words what an io-ts decoder found wrong in a manifest.

import type { Context, Errors } from "io-ts";

export interface ManifestFault {
  /** The keys from the top of the manifest. */
  readonly keys: readonly string[];
  readonly expected: string;
  readonly found: string;
}

/** The tag that io-ts gives its own types; types made with `new Type` have none. */
const tagOf = (type: unknown): unknown => (type as { _tag?: unknown })._tag;

/** Members of unions and intersections are no keys of the value. */
const keysOf = (context: Context): readonly string[] =>
  context
    .filter((_, i) => {
      const parent = context[i - 1];
      return parent && !["UnionType", "IntersectionType"].includes(String(tagOf(parent.type)));
    })
    .map(({ key }) => key);

const describe = (value: unknown): string => {
  if (value === undefined) return "nothing";
  if (Array.isArray(value)) return "a list";
  if (value instanceof Date) return "a date";
  if (typeof value === "object") return "a table";
  return typeof value === "boolean"
    ? String(value)
    : `a ${typeof value === "bigint" ? "number" : typeof value}`;
};

/** The fault of the first value that does not fit; alternatives that lead less deep into it do not count. */
export const firstFault = (errors: Errors): ManifestFault => {
  const all = errors.map(({ context, value }) => ({ keys: keysOf(context), context, value }));
  const top = all[0]!.keys;
  const same = all.filter(({ keys }) => top.every((key, i) => keys[i] === key));
  const depth = Math.max(...same.map(({ keys }) => keys.length));
  const deepest = same.filter(({ keys }) => keys.length === depth);
  const { keys, value } = deepest[0]!;
  const expected = deepest
    .filter((each) => each.keys.join() === keys.join())
    .map(({ context }) => context.at(-1)!.type.name);
  return { keys, expected: [...new Set(expected)].join(" or "), found: describe(value) };
};
