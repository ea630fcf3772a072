// Plugins: passes of a pipeline file's own modules.

import { type Either, isLeft, left, right } from "fp-ts/Either";
import * as These from "fp-ts/These";
import * as t from "io-ts";
import { error } from "../ir/diagnostic.ts";
import { fold, rewrite, traverse } from "../ir/framework/rewrite.ts";
import { languages } from "../ir/languages.ts";
import type { AnyPass } from "./stage.ts";

/**
 * What a plugin is given. Its module's default export is a function of this that gives a pass:
 * `({ languages, rewrite, right }) => ({ name, purpose, from, to, run })`.
 */
export const pluginApi = {
  languages: Object.fromEntries(languages),
  rewrite,
  fold,
  traverse,
  error,
  left: These.left,
  right: These.right,
  both: These.both,
};
export type PluginApi = typeof pluginApi;

const languageCodec = new t.Type<AnyPass["from"], unknown, unknown>(
  "a language",
  (u): u is AnyPass["from"] => [...languages.values()].includes(u as AnyPass["from"]),
  (u, context) =>
    [...languages.values()].includes(u as AnyPass["from"])
      ? t.success(u as AnyPass["from"])
      : t.failure(u, context),
  t.identity,
);
const passCodec = t.type({
  name: t.string,
  purpose: t.string,
  from: languageCodec,
  to: languageCodec,
  run: t.Function,
});

/** The pass that a loaded module makes; the left side says why it is no plugin. */
export const passOfPlugin = (module: unknown): Either<string, AnyPass> => {
  const make = (module as { readonly default?: unknown } | null)?.default;
  if (typeof make !== "function") return left("its default export is no function");
  let made: unknown;
  try {
    made = make(pluginApi);
  } catch (thrown) {
    return left(thrown instanceof Error ? thrown.message : String(thrown));
  }
  const decoded = passCodec.decode(made);
  if (isLeft(decoded)) {
    const entry = decoded.left[0]!.context.at(-1)!;
    return left(`${entry.key} of its pass is not ${entry.type.name}`);
  }
  if (!/^[a-z][a-z0-9-]*$/.test(decoded.right.name)) return left(`${decoded.right.name} is no pass name`);
  return right({ ...decoded.right, optional: true } as unknown as AnyPass);
};
