// The standard pipeline, from source text to what the backends run: the order of all passes is written down here and in
// `front.ts`.

import { completeStructs } from "../passes/lower/complete-structs.ts";
import { deriveComparisons } from "../passes/lower/derive-comparisons.ts";
import { deriveConversions } from "../passes/lower/derive-conversions.ts";
import { deriveDecoders } from "../passes/lower/derive-decoders.ts";
import { deriveEncoders } from "../passes/lower/derive-encoders.ts";
import { deriveFlags } from "../passes/lower/derive-flags.ts";
import { deriveTexts } from "../passes/lower/derive-texts.ts";
import { deriveValidators } from "../passes/lower/derive-validators.ts";
import { insertResultChecks } from "../passes/lower/insert-result-checks.ts";
import { lowerAccess } from "../passes/lower/lower-access.ts";
import { lowerBoxes } from "../passes/lower/lower-boxes.ts";
import { lowerBuiltins } from "../passes/lower/lower-builtins.ts";
import { lowerChaining } from "../passes/lower/lower-chaining.ts";
import { lowerLoops } from "../passes/lower/lower-loops.ts";
import { lowerMatch } from "../passes/lower/lower-match.ts";
import { lowerOperators } from "../passes/lower/lower-operators.ts";
import { lowerShortCircuits } from "../passes/lower/lower-short-circuits.ts";
import { lowerTasks } from "../passes/lower/lower-tasks.ts";
import { lowerUnknownPaths } from "../passes/lower/lower-unknown-paths.ts";
import { markRecursive } from "../passes/lower/mark-recursive.ts";
import { markSuspending } from "../passes/lower/mark-suspending.ts";
import { bindArguments } from "../passes/monomorphise/bind-arguments.ts";
import { declareError } from "../passes/monomorphise/declare-error.ts";
import { liftEntries } from "../passes/monomorphise/lift-entries.ts";
import { liftTasks } from "../passes/monomorphise/lift-tasks.ts";
import { lowerMethods } from "../passes/monomorphise/lower-methods.ts";
import { rejectUnsupported } from "../passes/monomorphise/reject-unsupported.ts";
import { removeUnreachable } from "../passes/monomorphise/remove-unreachable.ts";
import { shareBoxes } from "../passes/monomorphise/share-boxes.ts";
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
import { allocateRegisters } from "../passes/registers/allocate-registers.ts";
import { coalesceCopies } from "../passes/registers/coalesce-copies.ts";
import { fuseSuperinstructions } from "../passes/registers/fuse-superinstructions.ts";
import { linearise } from "../passes/registers/linearise.ts";
import { numberInstructions } from "../passes/registers/number-instructions.ts";
import { stepRanges } from "../passes/registers/step-ranges.ts";
import { threadConditions } from "../passes/registers/thread-conditions.ts";
import { threadJumps } from "../passes/registers/thread-jumps.ts";
import { foldConstants } from "../passes/simplify/fold-constants.ts";
import { inlineSmall } from "../passes/simplify/inline-small.ts";
import { normaliseToAnf } from "../passes/simplify/normalise-to-anf.ts";
import { propagateCopies } from "../passes/simplify/propagate-copies.ts";
import { removeDeadCode } from "../passes/simplify/remove-dead-code.ts";
import { takeContents } from "../passes/simplify/take-contents.ts";
import { inlineOperands } from "../passes/wat/inline-operands.ts";
import { lowerToWat } from "../passes/wat/lower-to-wat.ts";
import { shareWalks } from "../passes/wat/share-walks.ts";
import { simplifyInstructions } from "../passes/wat/simplify-instructions.ts";
import { splitSuspensions } from "../passes/wat/split-suspensions.ts";
import { every, front, start } from "./front.ts";
import type { Backend, Stage } from "./stage.ts";

export { start };

const compiled: readonly Backend[] = ["vm", "aot"];

/** Stage by stage, pass by pass. */
export const standard: readonly Stage[] = [
  ...front,
  {
    boundary: "monomorphise",
    truth: "Every callee is known; only what can be reached is left.",
    runs: every,
    passes: [
      rejectUnsupported,
      liftEntries,
      liftTasks,
      specialise,
      lowerMethods,
      declareError,
      shareBoxes,
      bindArguments,
      removeUnreachable,
    ],
  },
  {
    boundary: "match",
    truth: "Plain functions: operations are primitive, patterns are branches, loops are one form.",
    runs: every,
    passes: [
      lowerOperators,
      lowerBoxes,
      lowerBuiltins,
      lowerTasks,
      completeStructs,
      deriveFlags,
      deriveDecoders,
      deriveValidators,
      lowerUnknownPaths,
      deriveConversions,
      deriveTexts,
      deriveEncoders,
      deriveComparisons,
      lowerChaining,
      lowerShortCircuits,
      lowerAccess,
      lowerLoops,
      lowerMatch,
      insertResultChecks,
      markSuspending,
      markRecursive,
    ],
  },
  {
    boundary: "lower",
    truth: "Operands are atoms: the order of evaluation is the order of statements.",
    runs: compiled,
    passes: [normaliseToAnf, inlineSmall, foldConstants, propagateCopies, removeDeadCode, takeContents],
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
    passes: [shareWalks, splitSuspensions, lowerToWat, inlineOperands, simplifyInstructions],
  },
];
