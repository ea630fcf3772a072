// The front end of the standard pipeline: from source text to the checked program.

import { Source } from "../ir/layout.ts";
import { lowerArrowCases } from "../passes/desugar/lower-arrow-cases.ts";
import { lowerHtmlBlocks } from "../passes/desugar/lower-html-blocks.ts";
import { lowerHtmlTexts } from "../passes/desugar/lower-html-texts.ts";
import { lowerInlineBlocks } from "../passes/desugar/lower-inline-blocks.ts";
import { lowerInterpolation } from "../passes/desugar/lower-interpolation.ts";
import { lowerTypeShorthand } from "../passes/desugar/lower-type-shorthand.ts";
import { checkClashes } from "../passes/link/check-clashes.ts";
import { checkDerivedTypes } from "../passes/link/check-derived-types.ts";
import { linkImports } from "../passes/link/link-imports.ts";
import { nameDeclarations } from "../passes/link/name-declarations.ts";
import { checkHtmlAttributes } from "../passes/parse/check-html-attributes.ts";
import { checkHtmlBlockCalls } from "../passes/parse/check-html-block-calls.ts";
import { parseDeclarations } from "../passes/parse/parse-declarations.ts";
import { tokenise } from "../passes/parse/tokenise.ts";
import { checkConformance } from "../passes/resolve/check-conformance.ts";
import { checkDomainOwners } from "../passes/resolve/check-domain-owners.ts";
import { checkDuplicates } from "../passes/resolve/check-duplicates.ts";
import { checkErrorDomains } from "../passes/resolve/check-error-domains.ts";
import { checkHtml } from "../passes/resolve/check-html.ts";
import { checkImpls } from "../passes/resolve/check-impls.ts";
import { checkRefinements } from "../passes/resolve/check-refinements.ts";
import { checkTypeParameters } from "../passes/resolve/check-type-parameters.ts";
import { collectInterfaces } from "../passes/resolve/collect-interfaces.ts";
import { expandDerivedTypes } from "../passes/resolve/expand-derived-types.ts";
import { lowerComponents } from "../passes/resolve/lower-components.ts";
import { lowerHtmlCalls } from "../passes/resolve/lower-html-calls.ts";
import { markStructLiterals } from "../passes/resolve/mark-struct-literals.ts";
import { resolveNames } from "../passes/resolve/resolve-names.ts";
import { resolveTypes } from "../passes/resolve/resolve-types.ts";
import { checkBang } from "../passes/typecheck/check-bang.ts";
import { checkCapabilities } from "../passes/typecheck/check-capabilities.ts";
import { checkInstances } from "../passes/typecheck/check-instances.ts";
import { checkLayers } from "../passes/typecheck/check-layers.ts";
import { checkLoops } from "../passes/typecheck/check-loops.ts";
import { checkReturns } from "../passes/typecheck/check-returns.ts";
import { checkSpawns } from "../passes/typecheck/check-spawns.ts";
import { checkTaskLifetimes } from "../passes/typecheck/check-task-lifetimes.ts";
import { checkTransactions } from "../passes/typecheck/check-transactions.ts";
import { checkUnusedCapabilities } from "../passes/typecheck/check-unused-capabilities.ts";
import { collectInstances } from "../passes/typecheck/collect-instances.ts";
import { inferTypes } from "../passes/typecheck/infer-types.ts";
import { insertConversions } from "../passes/typecheck/insert-conversions.ts";
import type { Backend, Stage } from "./stage.ts";

/** The language that the first stage takes. */
export const start = Source;

export const every: readonly Backend[] = ["ast", "vm", "aot"];

/** The stages up to the checked program, pass by pass. */
export const front: readonly Stage[] = [
  {
    boundary: "parse",
    truth: "Modules are trees of the whole syntax, as written.",
    onePerPlace: true,
    runs: every,
    passes: [tokenise, parseDeclarations, checkHtmlBlockCalls, checkHtmlAttributes],
  },
  {
    boundary: "link",
    truth: "Every import leads to a module or an asset, every declaration has an id.",
    gate: true,
    runs: every,
    passes: [linkImports, nameDeclarations, checkClashes, checkDerivedTypes],
  },
  {
    boundary: "desugar",
    truth: "Short forms that need no names are written out.",
    runs: every,
    passes: [
      lowerArrowCases,
      lowerInlineBlocks,
      lowerInterpolation,
      lowerTypeShorthand,
      lowerHtmlTexts,
      lowerHtmlBlocks,
    ],
  },
  {
    boundary: "resolve",
    truth: "Every name is a symbol, every type expression is a type.",
    runs: every,
    passes: [
      checkDuplicates,
      checkTypeParameters,
      checkDomainOwners,
      lowerComponents,
      checkRefinements,
      resolveTypes,
      collectInterfaces,
      checkErrorDomains,
      checkImpls,
      checkConformance,
      resolveNames,
      checkHtml,
      lowerHtmlCalls,
      markStructLiterals,
      expandDerivedTypes,
    ],
  },
  {
    boundary: "typecheck",
    truth: "Every expression has its type, all diagnostics are known, conversions are explicit.",
    gate: true,
    runs: every,
    passes: [
      inferTypes,
      checkBang,
      checkReturns,
      checkLoops,
      checkCapabilities,
      checkSpawns,
      checkTaskLifetimes,
      checkTransactions,
      collectInstances,
      checkInstances,
      checkUnusedCapabilities,
      checkLayers,
      insertConversions,
    ],
  },
];
