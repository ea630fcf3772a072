// All languages, in the order in which a program goes through them.

import { Anf } from "./anf.ts";
import { Core, HtmlTexts, PlainBlocks, PlainCases, PlainTexts, PlainTypes } from "./core.ts";
import {
  Awaited,
  Converted,
  Decoded,
  Derived,
  Encoded,
  Opened,
  Operations,
  Printed,
  Structures,
  Validated,
  Values,
} from "./derived.ts";
import type { Language } from "./framework/language.ts";
import { Layout, Source } from "./layout.ts";
import { Linked, Named } from "./linked.ts";
import { Accessed, Chained, Decided, Looped, Matched, Suspending, Trees } from "./matched.ts";
import { Called, Detached, Lifted, Mono, Specialised } from "./mono.ts";
import { Borrowed, Owned, Placed, Returned } from "./owned.ts";
import { Allocated, Linear, Register } from "./register.ts";
import {
  Described,
  KnownLiterals,
  KnownNames,
  KnownTypes,
  PlainComponents,
  PlainHtml,
  Resolved,
} from "./resolved.ts";
import { Resumable } from "./resumable.ts";
import { Slice } from "./slice.ts";
import { Surface } from "./surface.ts";
import { Inferred, Typed } from "./typed.ts";
import { Wat } from "./wat.ts";

const all: readonly Language<unknown>[] = [
  Source,
  Layout,
  ...[Surface, Linked, Named, PlainCases, PlainBlocks, PlainTexts, PlainTypes, HtmlTexts, Core],
  ...[PlainComponents, KnownTypes, Described, KnownNames, PlainHtml, KnownLiterals, Resolved],
  ...[Inferred, Typed, Slice, Lifted, Detached, Specialised, Called, Mono],
  ...[
    Operations,
    Opened,
    Values,
    Awaited,
    Structures,
    Decoded,
    Validated,
    Converted,
    Printed,
    Encoded,
    Derived,
  ],
  ...[Chained, Decided, Accessed, Looped, Trees, Suspending, Matched, Anf],
  ...[Returned, Placed, Borrowed, Owned],
  ...[Linear, Allocated, Register, Resumable, Wat],
];

/** Every language by its name. */
export const languages: ReadonlyMap<string, Language<unknown>> = new Map(
  all.map((language) => [language.name, language]),
);
