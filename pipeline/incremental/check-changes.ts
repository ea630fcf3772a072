// Incremental checking: only what has changed since the last check that found nothing, and what depends on it.

import type { ModuleInterface } from "../../ir/interfaces.ts";
import { type Edges, reachable, reversed } from "./graph.ts";
import { inputsOf, type SourceProgram } from "./inputs.ts";
import { type Inputs, type ModuleRecord, NO_IMPLS, type Outputs, type Records, recordOf } from "./records.ts";

/**
 * Checks the modules of a program, of whose other modules it holds the interfaces. Gives the interfaces of the modules
 * it checked, null if anything is wrong with them.
 */
export type Analyse = (program: SourceProgram) => readonly ModuleInterface[] | null;

/** The program of some of the modules; `known` are interfaces of others. */
const part = (
  program: SourceProgram,
  paths: ReadonlySet<string>,
  known: readonly ModuleInterface[],
): SourceProgram => ({
  ...program,
  modules: program.modules.filter(({ path }) => paths.has(path)),
  links: program.links.filter(({ from }) => paths.has(from)),
  interfaces: known,
});

/** The interfaces that are recorded for some paths; null if one is damaged. */
const interfacesOf = (records: Records, paths: Iterable<string>): readonly ModuleInterface[] | null => {
  const found: ModuleInterface[] = [];
  for (const path of paths) {
    const described = records.get(path)?.interface();
    if (!described) return null;
    found.push(described);
  }
  return found;
};

interface Work {
  readonly program: SourceProgram;
  readonly inputs: ReadonlyMap<string, Inputs>;
  readonly records: Records;
  readonly analyse: Analyse;
}

/** New records of the modules in `paths`; `known` are the paths whose interfaces they may need. */
const check = (
  { program, inputs, records, analyse }: Work,
  paths: ReadonlySet<string>,
  known: Iterable<string>,
): readonly ModuleRecord[] | null => {
  const others = interfacesOf(records, known);
  const checked = others && analyse(part(program, paths, others));
  const fresh = checked?.filter(({ path }) => paths.has(path));
  return fresh?.length === paths.size ? fresh.map((each) => recordOf(inputs.get(each.path)!, each)) : null;
};

const importsOf = (records: Iterable<ModuleRecord>): Edges =>
  new Map(Array.from(records, ({ path, imports }) => [path, imports]));

/** The records of a program: the fresh ones, and the old ones of all other modules. */
const merged = ({ program, records }: Work, fresh: readonly ModuleRecord[]): Records => {
  const renewed = new Map(fresh.map((record) => [record.path, record]));
  return new Map(program.modules.map(({ path }) => [path, (renewed.get(path) ?? records.get(path))!]));
};

/** Whether the entry leads to all modules: files are loaded for what looks like an import, and may be none of the program. */
const isConnected = ({ program }: Work, records: Records): boolean =>
  reachable(
    program.modules.slice(0, 1).map(({ path }) => path),
    importsOf(records.values()),
  ).size === records.size;

const implsOf = (record: ModuleRecord | undefined): string => record?.outputs.impls ?? NO_IMPLS;

/**
 * What modules need to be checked, as long as they give to others what they gave before: what they import, and all
 * impls. Several need all others: what leads from the entry to each of them must be known.
 */
const needs = ({ records }: Work, changed: ReadonlySet<string>): readonly string[] => {
  const withImpls = [...records.values()].filter((record) => implsOf(record) !== NO_IMPLS);
  const start = [...changed, ...withImpls.map(({ path }) => path)];
  const needed = changed.size === 1 ? reachable(start, importsOf(records.values())) : records.keys();
  return [...needed].filter((path) => !changed.has(path));
};

const gives = (records: Records, fresh: ModuleRecord, output: keyof Outputs): boolean =>
  records.get(fresh.path)?.outputs[output] === fresh.outputs[output];

/** With the importers of every module whose interface changed, until there are no more of them. */
const checkDependents = (work: Work, changed: ReadonlySet<string>): Records | null => {
  const { program, records } = work;
  for (let paths = changed; ; ) {
    const others = program.modules.flatMap(({ path }) => (paths.has(path) ? [] : [path]));
    const fresh = others.length === 0 ? null : check(work, paths, others);
    if (!fresh || fresh.some((each) => implsOf(each) !== implsOf(records.get(each.path)))) return null;
    const after = merged(work, fresh);
    const dirty = fresh.flatMap((each) => (gives(records, each, "face") ? [] : [each.path]));
    const next = new Set([...paths, ...reachable(dirty, reversed(importsOf(after.values())))]);
    if (next.size === paths.size) return isConnected(work, after) ? after : null;
    paths = next;
  }
};

/**
 * Checks what has changed since `records` were made, which are those of a check of the same entry that found nothing.
 * Gives the records of the whole program if nothing is wrong with it; null if only a check of the whole program can
 * tell, as always when something is wrong. Every answer rests on the records being true, which those it gives are
 * again: a module that is not checked depends on nothing that changed.
 */
export const checkChanges = (program: SourceProgram, records: Records, analyse: Analyse): Records | null => {
  const inputs = inputsOf(program);
  const work: Work = { program, inputs, records, analyse };
  const isKept = (path: string, input: keyof Inputs): boolean =>
    records.get(path)?.inputs[input] === inputs.get(path)![input];
  const paths = program.modules.map(({ path }) => path);
  const relinked = paths.filter((path) => !isKept(path, "links"));
  const changed = new Set([...relinked, ...paths.filter((path) => !isKept(path, "text"))]);
  const gone = [...records.values()].filter(({ path }) => !inputs.has(path));
  if (changed.size === 0 && gone.length === 0) return records;
  if (gone.some((record) => implsOf(record) !== NO_IMPLS)) return null;
  if (gone.length > 0 || relinked.length > 0) return checkDependents(work, changed);
  const fresh = check(work, changed, needs(work, changed));
  if (!fresh) return null;
  const isSame = fresh.every((each) => gives(records, each, "face") && gives(records, each, "uses"));
  return isSame ? merged(work, fresh) : checkDependents(work, changed);
};

/** The records of a program that was checked as a whole. */
export const recordsOf = (program: SourceProgram, interfaces: readonly ModuleInterface[]): Records => {
  const inputs = inputsOf(program);
  return new Map(interfaces.map((each) => [each.path, recordOf(inputs.get(each.path)!, each)]));
};
