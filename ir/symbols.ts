// Symbols: what a resolved name means. Plain data, compared by id.

import * as t from "io-ts";
import { leaf } from "./framework/language.ts";

/** How a local came to be: only a `var` may be assigned. `temp` is one that a pass made. */
export type LocalKind = "param" | "let" | "var" | "pattern" | "temp";
const localKinds: readonly LocalKind[] = ["param", "let", "var", "pattern", "temp"];

/** A local of a function: `id` counts from 0 within the function (app, test, default), so it is a slot of its frame. */
export interface Local {
  readonly name: string;
  readonly id: number;
  readonly kind: LocalKind;
}

const localCodec = new t.Type<Local, readonly [string, number, string], unknown>(
  "a local",
  (u): u is Local =>
    typeof u === "object" &&
    u !== null &&
    "name" in u &&
    "id" in u &&
    typeof u.id === "number" &&
    "kind" in u,
  (u, context) => {
    if (!Array.isArray(u)) return t.failure(u, context);
    const [name, id, kind] = u as readonly unknown[];
    const known = localKinds.find((each) => each === kind);
    return typeof name === "string" && typeof id === "number" && known
      ? t.success({ name, id, kind: known })
      : t.failure(u, context);
  },
  ({ name, id, kind }) => [name, id, kind],
);

const showLocal = ({ name, id }: Local): string => `${name}#${id}`;

export const local = leaf(localCodec, showLocal);
/** A local, or null. */
export const optLocal = leaf(t.union([localCodec, t.null], "a local or null"), (each) =>
  each === null ? "" : showLocal(each),
);

/**
 * The id of a declaration: its module's path and its name. Ids that passes make hold characters that no name can
 * hold, so that they never meet one a program wrote.
 */
export const declarationId = (module: string, name: string): string => `${module}:${name}`;

/** The id of a method: its impl's id and its name. */
export const methodId = (impl: string, method: string): string => `${impl}.${method}`;

/** The name in a declaration's id. */
export const nameOfId = (id: string): string => id.slice(id.indexOf(":") + 1);

/** The path of the built-in module of errors (chapter 3.16); its types are shown under it. */
export const STD_ERROR = "std.Error";
