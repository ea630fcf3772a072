// lower-to-wat: functions are WebAssembly, values stand in locals and memory as their types say.

import { right } from "fp-ts/These";
import type { NodeOf } from "../../ir/framework/language.ts";
import { pass } from "../../ir/framework/pass.ts";
import { Resumable, type ResumableGrammar } from "../../ir/resumable.ts";
import { Wat, type WatGrammar } from "../../ir/wat.ts";
import { runtimeFunctions } from "../../ir/wat-runtime.ts";
import { raisedIds } from "../raised-domains.ts";
import { calleesOf } from "./callees.ts";
import { LEVELS } from "./calls.ts";
import { type Module, Sites } from "./context.ts";
import { FunctionTable } from "./function-table.ts";
import {
  countedFunction,
  entryCode,
  functionCode,
  resumingFunction,
  taskFunction,
  type WatFunction,
} from "./functions.ts";
import { positionsIn } from "./positions.ts";
import { StaticData } from "./static-data.ts";
import { typeFunctions } from "./type-functions.ts";
import { Types } from "./types.ts";

type Program = NodeOf<ResumableGrammar, "Program">;
type WatProgram = NodeOf<WatGrammar, "Program">;

const importsOf = ({ imports }: Module): WatProgram["imports"] =>
  [...imports].sort().map((name) => {
    const { from, params, results } = runtimeFunctions[name];
    return { kind: "Import", at: 0, from, name, params, results };
  });

const lowered = (program: Program): WatProgram => {
  const { sources, types, functions, entries } = program;
  const { callees, values } = calleesOf(functions, Object.keys(runtimeFunctions));
  const module: Module = {
    ...{ types: new Types(types, raisedIds(program)), data: new StaticData(), callees },
    ...{ table: new FunctionTable(), positions: positionsIn(sources) },
    ...{ imports: new Set(), sites: new Sites(), spawned: new Set() },
    waitsInLevels: functions.some(({ kind, counts }) => kind === "Suspending" && counts === "levels"),
  };
  const byId = new Map(functions.map((fn) => [fn.id, fn]));
  const startable = entries.map((entry, number) => {
    const fn = byId.get(entry.function)!;
    const code = entryCode(module, entry, `entry.${number}`, fn);
    const suspends = fn.kind === "Suspending";
    return { code, point: { ...entry, function: code.name, suspends, result: fn.result } };
  });
  const made: readonly WatFunction[] = [
    ...functions.map((fn) => functionCode(module, fn)),
    ...functions
      .filter(({ id, counts }) => values.has(id) && counts !== "nothing")
      .map((fn) => countedFunction(module, fn)),
    ...startable.map(({ code }) => code),
    ...functions.filter(({ kind }) => kind === "Suspending").map((fn) => resumingFunction(module, fn)),
    ...[...module.spawned].map((id) => taskFunction(module, byId.get(id)!)),
    ...typeFunctions(module),
  ];
  return {
    ...{ kind: "Program", at: program.at, sources, types, imports: importsOf(module) },
    globals: functions.some(({ counts }) => counts === "levels")
      ? [{ kind: "Global", at: 0, name: LEVELS, value: 0 }]
      : [],
    functions: made,
    table: module.table.functions,
    ...{ data: module.data.data, heap: module.data.end },
    entries: startable.map(({ point }) => point),
    ...{ sites: module.sites.all, labels: module.table.labels },
  };
};

export const lowerToWat = pass({
  name: "lower-to-wat",
  purpose: "Makes a WebAssembly module of the program.",
  from: Resumable,
  to: Wat,
  run: (program) => right(lowered(program)),
});
