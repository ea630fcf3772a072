// All languages, in the order in which a program goes through them.

import { Anf } from "./anf.ts";
import { Core, HtmlTexts, PlainBlocks, PlainCases, PlainTexts, PlainTypes } from "./core.ts";
import { Converted, Derived, Operations, Printed, Structures, Validated, Values } from "./derived.ts";
import type { Language } from "./framework/language.ts";
import { Layout, Source } from "./layout.ts";
import { Accessed, Chained, Decided, Looped, Matched, Trees } from "./matched.ts";
import { Lifted, Mono } from "./mono.ts";
import { Borrowed, Owned, Placed, Returned } from "./owned.ts";
import { Allocated, Linear, Register } from "./register.ts";
import { KnownLiterals, KnownNames, KnownTypes, Resolved } from "./resolved.ts";
import { Slice } from "./slice.ts";
import { Surface } from "./surface.ts";
import { Inferred, Typed } from "./typed.ts";
import { Wat } from "./wat.ts";

const all: readonly Language<unknown>[] = [
  Source,
  Layout,
  ...[Surface, PlainCases, PlainBlocks, PlainTexts, PlainTypes, HtmlTexts, Core, Slice],
  ...[KnownTypes, KnownNames, KnownLiterals, Resolved, Inferred, Typed, Lifted, Mono],
  ...[Operations, Values, Structures, Validated, Converted, Printed, Derived],
  ...[Chained, Decided, Accessed, Looped, Trees, Matched, Anf],
  ...[Returned, Placed, Borrowed, Owned],
  ...[Linear, Allocated, Register, Wat],
];

/** Every language by its name. */
export const languages: ReadonlyMap<string, Language<unknown>> = new Map(
  all.map((language) => [language.name, language]),
);
