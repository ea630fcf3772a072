// Incremental checking, by property: whatever is edited, its answer is that of a check of the whole program.

import * as fc from "fast-check";
import { test } from "uvu";
import * as assert from "uvu/assert";
import type { ModuleInterface } from "../../ir/interfaces.ts";
import { BOOL, INT, struct, type Type } from "../../ir/types.ts";
import { type Analyse, checkChanges, recordsOf } from "./check-changes.ts";
import type { SourceProgram } from "./inputs.ts";
import type { Records } from "./records.ts";
import { recordsFromText, recordsToText } from "./store.ts";

// A toy language. `give T` says what a module gives: a type, or `as M` for what module M gives. `take M T` demands that
// M gives T in the end; M must be imported in both. `impl N` must be the only one of its name, and `need N` demands that a module
// has it; modules that `use` each other must not do so in a circle.

type Modules = readonly (readonly string[])[];

const nameOf = (i: number): string => `m${i}`;
const types: Readonly<Record<string, Type>> = { int: INT, bool: BOOL };
const wordsIn = (lines: readonly string[], head: string) =>
  lines.map((line) => line.split(" ")).filter(([first]) => first === head);

const describe = (path: string, lines: readonly string[]): ModuleInterface => ({
  path,
  package: "",
  requires: [],
  imports: wordsIn(lines, "import").map(([, module]) => ({ module: module!, at: 0 })),
  exports: [],
  structs: [],
  enums: [],
  functions: wordsIn(lines, "give").map(([, given, from], i) => ({
    id: `${path}:${i}`,
    name: "given",
    kind: "function",
    self: null,
    typeParams: [],
    params: [],
    result: from ? struct(from, from) : types[given!]!,
  })),
  interfaces: [],
  impls: wordsIn(lines, "impl").map(([, name]) => ({ interface: name!, target: INT, at: 0, methods: [] })),
  instantiations: wordsIn(lines, "use").map(([, of]) => ({
    from: path,
    at: 0,
    function: of!,
    args: [],
    member: null,
  })),
});

/** What a module gives in the end; null where that leads nowhere. */
const givenBy = (path: string, all: ReadonlyMap<string, ModuleInterface>): Type | null => {
  const seen = new Set<string>();
  for (let at = path; !seen.has(at); ) {
    seen.add(at);
    const type = all.get(at)?.functions[0]?.result;
    if (type?.kind !== "Struct") return type ?? null;
    at = type.id;
  }
  return null;
};

/** Whether modules use each other in a circle. */
const isCircular = (all: ReadonlyMap<string, ModuleInterface>): boolean =>
  [...all.keys()].some((start) => {
    const reached = new Set<string>();
    const open = [start];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      for (const { function: of } of all.get(at)?.instantiations ?? []) {
        if (of === start) return true;
        if (!reached.has(of)) open.push(of);
        reached.add(of);
      }
    }
    return false;
  });

const analyse: Analyse = ({ modules, interfaces }) => {
  const own = modules.map(({ path, text }) => describe(path, text.split("\n")));
  const all = new Map([...interfaces, ...own].map((each) => [each.path, each]));
  const impls = [...all.values()].flatMap((each) => each.impls.map((impl) => impl.interface));
  const isRight = modules.every(({ text }) => {
    const lines = text.split("\n");
    return (
      wordsIn(lines, "take").every(([, from, type]) => givenBy(from!, all) === types[type!]) &&
      [
        ...wordsIn(lines, "take").map(([, from]) => from),
        ...wordsIn(lines, "give").map((give) => give[2]),
      ].every((from) => from === undefined || lines.includes(`import ${from}`)) &&
      wordsIn(lines, "need").every(([, name]) => impls.includes(name!))
    );
  });
  return isRight && new Set(impls).size === impls.length && !isCircular(all) ? own : null;
};

const programOf = (modules: Modules): SourceProgram => {
  const reached = new Set([0]);
  const targets = (i: number) => wordsIn(modules[i]!, "import").map(([, name]) => Number(name!.slice(1)));
  for (const i of reached) for (const next of targets(i)) if (modules[next]) reached.add(next);
  const paths = [...reached];
  return {
    kind: "Program",
    at: 0,
    modules: paths.map((i) => ({
      kind: "Module",
      at: 0,
      path: nameOf(i),
      package: "",
      text: modules[i]!.join("\n"),
    })),
    assets: [],
    links: paths.flatMap((i) =>
      targets(i).map((to) => ({
        from: nameOf(i),
        written: nameOf(to),
        target: { kind: "module", path: nameOf(to) },
      })),
    ),
    interfaces: [],
  };
};

const COUNT = 6;
const number = fc.nat({ max: COUNT - 1 });
const type = fc.constantFrom("int", "bool");

/** A line that module `i` may have; it imports what it speaks of. */
const lines = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(number, type).map(([m, t]) => [`import m${m}`, `take m${m} ${t}`]) },
  { weight: 2, arbitrary: number.map((m) => [`import m${m}`, `give as m${m}`]) },
  { weight: 4, arbitrary: type.map((t) => [`give ${t}`]) },
  { weight: 3, arbitrary: number.map((m) => [`import m${m}`]) },
  { weight: 2, arbitrary: number.map((m) => [`use m${m}`]) },
  {
    weight: 2,
    arbitrary: fc.tuple(number, fc.constantFrom("impl", "need")).map(([n, what]) => [`${what} I${n % 2}`]),
  },
  { weight: 3, arbitrary: fc.nat(9).map((n) => [`# body ${n}`]) },
);
const module = fc.array(lines, { maxLength: 4 }).map((all) => all.flat());
/** The first module imports all others. */
const atFirst: Modules = Array.from({ length: COUNT }, (_, i) =>
  i > 0 ? [] : Array.from({ length: COUNT - 1 }, (_, to) => `import m${to + 1}`),
);
/** A module is written anew, gets some lines, or loses one. */
const edit = fc.oneof(
  fc.tuple(number, module).map(([at, lines]) => ({ at, change: () => lines })),
  fc.tuple(number, lines).map(([at, lines]) => ({
    at,
    change: (old: readonly string[]) => [...old, ...lines],
  })),
  fc.tuple(number, fc.nat(5)).map(([at, line]) => ({
    at,
    change: (old: readonly string[]) => old.filter((_, i) => i !== line),
  })),
);

const checkWhole = (program: SourceProgram): Records | null => {
  const interfaces = analyse(program);
  return interfaces && recordsOf(program, interfaces);
};

/** Records as they are after they were stored and read again. */
const stored = (records: Records): Records => recordsFromText("key", recordsToText("key", records)!)!.records;

test("an incremental check gives what a check of the whole program gives", () => {
  let narrow = 0;
  fc.assert(
    fc.property(fc.array(edit, { minLength: 30, maxLength: 60 }), (edits) => {
      let now = atFirst;
      let records = checkWhole(programOf(now))!;
      for (const { at, change } of edits) {
        const next = now.map((old, i) => (i === at ? change(old) : old));
        const expected = checkWhole(programOf(next));
        const found = checkChanges(programOf(next), stored(records), analyse);
        if (found) {
          narrow++;
          assert.ok(expected, "the whole program is right as well");
          assert.is(recordsToText("key", found), recordsToText("key", expected));
        }
        // what is wrong is mostly put right at once; records are of the last program that was right
        if (expected || at === 1) now = next;
        records = expected ?? records;
      }
    }),
    { numRuns: 200 },
  );
  assert.ok(narrow > 100, "most edits need no check of the whole program");
});

test.run();
