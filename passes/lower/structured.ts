// The kinds of types whose operations are derived functions; the others have primitive operations.

import type { Type } from "../../ir/types.ts";

const kinds: ReadonlySet<Type["kind"]> = new Set([
  ...(["List", "Map", "Option", "Result", "Struct", "Enum", "Union"] as const),
]);

export const isStructured = ({ kind }: Type): boolean => kinds.has(kind);
