// Plugins: passes of a pipeline file's own modules.

import { type Either, isLeft, left, right } from "fp-ts/Either";
import * as These from "fp-ts/These";
import * as t from "io-ts";
import { error } from "../ir/diagnostic.ts";
import { fold, rewrite, traverse } from "../ir/framework/rewrite.ts";
import { languages } from "../ir/languages.ts";
import { Defect } from "./interceptors.ts";
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

const messageOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown));

const diagnosticCodec = t.type({
  level: t.union([t.literal("error"), t.literal("warning")]),
  path: t.string,
  at: t.number,
  message: t.string,
  code: t.union([t.string, t.null]),
});
/** What `right`, `left` and `both` make. */
const resultCodec = t.union([
  t.type({ _tag: t.literal("Right") }),
  t.type({ _tag: t.union([t.literal("Left"), t.literal("Both")]), left: t.array(diagnosticCodec) }),
]);

/** The pass with its own failures told from those of the compiler. A stack that overflows is tried again on a larger one. */
const guarded = (pass: AnyPass): AnyPass => ({
  ...pass,
  run: (program, context) => {
    let result: unknown;
    try {
      result = pass.run(program, context);
    } catch (thrown) {
      if (thrown instanceof RangeError) throw thrown;
      throw new Defect(`the plugin pass ${pass.name} failed: ${messageOf(thrown)}`);
    }
    if (!resultCodec.is(result)) {
      throw new Defect(
        `the plugin pass ${pass.name} gave neither a program (right) nor diagnostics (left, both)`,
      );
    }
    return result as ReturnType<AnyPass["run"]>;
  },
});

/** The pass that a loaded module makes; the left side says why it is no plugin. */
export const passOfPlugin = (module: unknown): Either<string, AnyPass> => {
  const make = (module as { readonly default?: unknown } | null)?.default;
  if (typeof make !== "function") return left("its default export is no function");
  let made: unknown;
  try {
    made = make(pluginApi);
  } catch (thrown) {
    return left(messageOf(thrown));
  }
  const decoded = passCodec.decode(made);
  if (isLeft(decoded)) {
    const { key, type } = decoded.left[0]!.context.at(-1)!;
    return left(key === "" ? "its function gives no pass" : `${key} of its pass is not ${type.name}`);
  }
  if (!/^[a-z][a-z0-9-]*$/.test(decoded.right.name)) return left(`${decoded.right.name} is no pass name`);
  return right(guarded({ ...decoded.right, optional: true } as unknown as AnyPass));
};
