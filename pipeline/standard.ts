// The standard pipeline, from source text to what the backends run: the order of all passes is written down here.

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
import { completeStructs } from "../passes/lower/complete-structs.ts";
import { deriveComparisons } from "../passes/lower/derive-comparisons.ts";
import { deriveConversions } from "../passes/lower/derive-conversions.ts";
import { deriveTexts } from "../passes/lower/derive-texts.ts";
import { deriveValidators } from "../passes/lower/derive-validators.ts";
import { insertResultChecks } from "../passes/lower/insert-result-checks.ts";
import { lowerAccess } from "../passes/lower/lower-access.ts";
import { lowerBuiltins } from "../passes/lower/lower-builtins.ts";
import { lowerChaining } from "../passes/lower/lower-chaining.ts";
import { lowerLoops } from "../passes/lower/lower-loops.ts";
import { lowerMatch } from "../passes/lower/lower-match.ts";
import { lowerOperators } from "../passes/lower/lower-operators.ts";
import { lowerShortCircuits } from "../passes/lower/lower-short-circuits.ts";
import { lowerUnknownPaths } from "../passes/lower/lower-unknown-paths.ts";
import { markRecursive } from "../passes/lower/mark-recursive.ts";
import { bindArguments } from "../passes/monomorphise/bind-arguments.ts";
import { liftEntries } from "../passes/monomorphise/lift-entries.ts";
import { lowerMethods } from "../passes/monomorphise/lower-methods.ts";
import { rejectUnsupported } from "../passes/monomorphise/reject-unsupported.ts";
import { removeUnreachable } from "../passes/monomorphise/remove-unreachable.ts";
import { specialise } from "../passes/monomorphise/specialise.ts";
import { appendItems } from "../passes/own/append-items.ts";
import { fuseDupDrop } from "../passes/own/fuse-dup-drop.ts";
import { inferBorrows } from "../passes/own/infer-borrows.ts";
import { insertDupDrop } from "../passes/own/insert-dup-drop.ts";
import { joinTexts } from "../passes/own/join-texts.ts";
import { lowerPaths } from "../passes/own/lower-paths.ts";
import { lowerRaises } from "../passes/own/lower-raises.ts";
import { moveParts } from "../passes/own/move-parts.ts";
import { reuseUnique } from "../passes/own/reuse-unique.ts";
import { checkHtmlAttributes } from "../passes/parse/check-html-attributes.ts";
import { checkHtmlBlockCalls } from "../passes/parse/check-html-block-calls.ts";
import { parseDeclarations } from "../passes/parse/parse-declarations.ts";
import { tokenise } from "../passes/parse/tokenise.ts";
import { allocateRegisters } from "../passes/registers/allocate-registers.ts";
import { coalesceCopies } from "../passes/registers/coalesce-copies.ts";
import { fuseSuperinstructions } from "../passes/registers/fuse-superinstructions.ts";
import { linearise } from "../passes/registers/linearise.ts";
import { numberInstructions } from "../passes/registers/number-instructions.ts";
import { stepRanges } from "../passes/registers/step-ranges.ts";
import { threadConditions } from "../passes/registers/thread-conditions.ts";
import { threadJumps } from "../passes/registers/thread-jumps.ts";
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
import { foldConstants } from "../passes/simplify/fold-constants.ts";
import { inlineSmall } from "../passes/simplify/inline-small.ts";
import { normaliseToAnf } from "../passes/simplify/normalise-to-anf.ts";
import { propagateCopies } from "../passes/simplify/propagate-copies.ts";
import { removeDeadCode } from "../passes/simplify/remove-dead-code.ts";
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
import { inlineOperands } from "../passes/wat/inline-operands.ts";
import { lowerToWat } from "../passes/wat/lower-to-wat.ts";
import { shareWalks } from "../passes/wat/share-walks.ts";
import { simplifyInstructions } from "../passes/wat/simplify-instructions.ts";
import type { Backend, Stage } from "./stage.ts";

/** The language that the first stage takes. */
export const start = Source;

const every: readonly Backend[] = ["ast", "vm", "aot"];
const compiled: readonly Backend[] = ["vm", "aot"];

/** Stage by stage, pass by pass. */
export const standard: readonly Stage[] = [
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
  {
    boundary: "monomorphise",
    truth: "Every callee is known; only what can be reached is left.",
    runs: every,
    passes: [rejectUnsupported, liftEntries, specialise, lowerMethods, bindArguments, removeUnreachable],
  },
  {
    boundary: "match",
    truth: "Plain functions: operations are primitive, patterns are branches, loops are one form.",
    runs: every,
    passes: [
      lowerOperators,
      lowerBuiltins,
      completeStructs,
      deriveValidators,
      lowerUnknownPaths,
      deriveConversions,
      deriveTexts,
      deriveComparisons,
      lowerChaining,
      lowerShortCircuits,
      lowerAccess,
      lowerLoops,
      lowerMatch,
      insertResultChecks,
      markRecursive,
    ],
  },
  {
    boundary: "lower",
    truth: "Operands are atoms: the order of evaluation is the order of statements.",
    runs: compiled,
    passes: [normaliseToAnf, inlineSmall, foldConstants, propagateCopies, removeDeadCode],
  },
  {
    boundary: "own",
    truth: "Ownership of memory is explicit: every reference is counted.",
    runs: compiled,
    passes: [
      lowerRaises,
      appendItems,
      joinTexts,
      lowerPaths,
      inferBorrows,
      insertDupDrop,
      fuseDupDrop,
      moveParts,
      reuseUnique,
    ],
  },
  {
    boundary: "registers",
    truth: "Typed registers and jumps: the program of the VM.",
    runs: ["vm"],
    passes: [
      linearise,
      threadConditions,
      fuseSuperinstructions,
      stepRanges,
      coalesceCopies,
      allocateRegisters,
      threadJumps,
      numberInstructions,
    ],
  },
  {
    boundary: "wat",
    truth: "A WebAssembly module as a tree, which is printed as text.",
    behind: "own",
    runs: ["aot"],
    passes: [shareWalks, lowerToWat, inlineOperands, simplifyInstructions],
  },
];
