// Incremental checking of real programs, by property: after every edit it says what a check of the whole program says.

import * as fc from "fast-check";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { programOf } from "../../passes/testing.ts";
import { type CompileRequest, compile } from "../compile.ts";
import { standard, start } from "../standard.ts";
import { compileChanges } from "./compile-changes.ts";
import type { Records } from "./records.ts";

type Files = Readonly<Record<string, string>>;

const COUNT = 5;
const base = `interface Show:
  fn show() -> String

fn shown<T>(value: T) -> String where T: Show:
  return value.show()
`;

/** What may vary in a module. `uses` is the number of the module whose names it takes, itself for none. */
interface Variant {
  readonly uses: number;
  readonly field: "Int" | "String";
  readonly result: "Int" | "String";
  readonly body: "literal" | "call" | "field";
  readonly literal: number;
  readonly shows: boolean;
  readonly asks: boolean;
}

const moduleOf = (own: number, { uses, field, result, body, literal, shows, asks }: Variant): string => {
  const value = {
    literal: result === "Int" ? `${literal}` : `"${literal}"`,
    call: uses === own ? "1" : `f${uses}(S${uses}(v=1))`,
    field: uses === own ? "s.v" : `S${uses}(v=1).v`,
  }[body];
  return [
    `import { Show, shown } from "./base.fuse"`,
    ...(uses === own ? [] : [`import { S${uses}, f${uses} } from "./m${uses}.fuse"`]),
    `type S${own}:\n  v: ${field}`,
    ...(shows ? [`impl Show for S${own}:\n  fn show() -> String:\n    return "${literal}"`] : []),
    `fn f${own}(s: S${own}) -> ${result}:\n  return ${value}`,
    ...(asks ? [`fn ask${own}(s: S${uses}) -> String:\n  return shown(s)`] : []),
    "",
  ].join("\n");
};

const variant: fc.Arbitrary<Variant> = fc.record({
  uses: fc.nat(COUNT - 1),
  field: fc.constantFrom("Int", "Int", "Int", "String"),
  result: fc.constantFrom("Int", "Int", "Int", "String"),
  body: fc.constantFrom("literal", "literal", "call", "field"),
  literal: fc.nat(9),
  shows: fc.boolean(),
  asks: fc.integer({ min: 0, max: 3 }).map((n) => n === 0),
});

const plain: Variant = {
  uses: 0,
  field: "Int",
  result: "Int",
  body: "literal",
  literal: 1,
  shows: true,
  asks: false,
};

/** A program of the modules that the entry names, and of those they use. */
const filesOf = (modules: readonly Variant[], entry: readonly number[]): Files => {
  const reached = new Set(entry);
  for (const i of reached) reached.add(modules[i]!.uses);
  const imports = entry.map((i) => `import { f${i} } from "./m${i}.fuse"\n`).join("");
  const own = [...reached].map((i) => [`m${i}.fuse`, moduleOf(i, modules[i]!)]);
  return {
    "main.fuse": `${imports}\napp "it":\n  print("it")\n`,
    ...Object.fromEntries(own),
    ...(own.length > 0 ? { "base.fuse": base } : {}),
  };
};

const request = (files: Files): CompileRequest => ({
  stages: standard,
  options: {},
  start: { language: start, program: programOf(files), diagnostics: [], stopped: false },
  until: "typecheck",
  points: [],
  verify: false,
});

const edit = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(fc.nat(COUNT - 1), variant).map(([at, to]) => ({ at, to, entry: null })) },
  {
    weight: 1,
    arbitrary: fc
      .subarray(Array.from({ length: COUNT }, (_, i) => i))
      .map((entry) => ({ at: 0, to: null, entry })),
  },
);

test("an incremental check says what a check of the whole program says", () => {
  let kept = 0;
  fc.assert(
    fc.property(fc.array(edit, { minLength: 5, maxLength: 15 }), (edits) => {
      let modules: readonly Variant[] = Array.from({ length: COUNT }, (_, uses) => ({ ...plain, uses }));
      let entry: readonly number[] = modules.map((_, i) => i);
      let records: Records | null = compileChanges(request(filesOf(modules, entry)), null).records;
      assert.ok(records);
      for (const each of edits) {
        const next = modules.map((old, i) => (i === each.at && each.to ? each.to : old));
        const nextEntry = each.entry ?? entry;
        const asked = request(filesOf(next, nextEntry));
        const whole = compile(asked);
        const checked = compileChanges(asked, records);
        assert.equal(checked.compilation.diagnostics, whole.diagnostics);
        assert.is(checked.records === null, whole.diagnostics.length > 0);
        for (const [path, record] of checked.records ?? []) if (records.get(path) === record) kept++;
        if (checked.records === null) continue; // what is wrong is put right at once
        modules = next;
        entry = nextEntry;
        records = checked.records;
      }
    }),
    { numRuns: 25 },
  );
  assert.ok(kept > 100, "most modules are not checked again");
});

test.run();
