// Links: what each import of a loaded module leads to, as found when the files were loaded (chapter 4.7.2).

import * as t from "io-ts";
import { leaf } from "./framework/language.ts";

/** Where a failure is reported: at the path string, at the whole import, or in the asset's own file. */
const place = t.keyof({ path: null, import: null, asset: null }, "where a failed import is reported");

const target = t.union(
  [
    t.type({ kind: t.literal("module"), path: t.string }, "a module"),
    t.type({ kind: t.literal("asset"), path: t.string }, "an asset"),
    /** `asset` is the path of the asset that is wrong, where the place is there. */
    t.type(
      {
        kind: t.literal("failure"),
        code: t.string,
        message: t.string,
        place,
        asset: t.union([t.string, t.null]),
      },
      "a failure",
    ),
  ],
  "what an import leads to",
);
export type LinkTarget = Readonly<t.TypeOf<typeof target>>;

/** `from` is the path of the importing module, `written` the text of the path in its import. */
const link = t.type({ from: t.string, written: t.string, target }, "a link");
export type Link = Readonly<t.TypeOf<typeof link>>;

/** A name that an import binds in its module (`linked.ts`). `importAt` is the span of the whole import. */
const binding = t.union(
  [
    t.type({ kind: t.literal("module"), name: t.string, at: t.number, importAt: t.number, module: t.string }),
    t.type({ kind: t.literal("export"), name: t.string, at: t.number, importAt: t.number, module: t.string }),
    t.type({ kind: t.literal("asset"), name: t.string, at: t.number, importAt: t.number, asset: t.string }),
  ],
  "an imported name",
);
export type ImportBinding = Readonly<t.TypeOf<typeof binding>>;

const showTarget = (target: LinkTarget): string => (target.kind === "failure" ? target.code : target.path);

export const links = leaf(
  t.readonlyArray(link, "links"),
  (all) =>
    `[${all.map(({ from, written, target }) => `${from}:${JSON.stringify(written)}=${showTarget(target)}`).join(" ")}]`,
);

const showBinding = (each: ImportBinding): string =>
  `${each.name}=${each.kind === "asset" ? each.asset : each.module}${each.kind === "export" ? `:${each.name}` : ""}`;

/** The names that a module imports, in source order. */
export const imports = leaf(
  t.readonlyArray(binding, "imported names"),
  (all) => `imports=[${all.map(showBinding).join(" ")}]`,
);
