// The register programs of whole programs are sound: registers exist, each serves one kind, jumps go somewhere.

import { readdirSync, readFileSync } from "node:fs";
import { test } from "uvu";
import * as assert from "uvu/assert";
import type { NodeOf } from "../../ir/framework/language.ts";
import type { RegisterGrammar, RegisterKind } from "../../ir/register.ts";
import { compile } from "../../pipeline/compile.ts";
import { sourceOf } from "../../pipeline/source.ts";
import { standard } from "../../pipeline/standard.ts";
import { eachRegister, targetOf } from "./instructions.ts";

type Fn = NodeOf<RegisterGrammar, "Function">;

const functionsOf = (path: string): readonly Fn[] => {
  const start = sourceOf(path, readFileSync(path, "utf8"));
  const until = "registers";
  const { program } = compile({ stages: standard, options: {}, start, until, points: [], verify: true });
  return program ? (program.program as NodeOf<RegisterGrammar, "Program">).functions : [];
};

/** What is wrong with a function. */
const faultsOf = ({ id, params, numbers, references, code }: Fn): readonly string[] => {
  const faults: string[] = [];
  const kinds = new Map<number, RegisterKind>();
  const check = (register: number, kind: RegisterKind | null): void => {
    if (register >= (kind === "r" ? references : numbers)) faults.push(`${id}: no register ${register}`);
    if (kind === "r" || kind === null) return;
    if ((kinds.get(register) ?? kind) !== kind) faults.push(`${id}: n${register} serves two kinds`);
    kinds.set(register, kind);
  };
  for (const { register, kind } of params) check(register, kind);
  for (const { number, operation } of code) {
    eachRegister(operation, (register, _, kind) => check(register, kind));
    if ((targetOf(operation) ?? 0) >= code.length) faults.push(`${id}: ${number} jumps to nowhere`);
  }
  return faults;
};

for (const folder of ["golden/programs", "examples"]) {
  for (const name of readdirSync(folder).filter((name) => name.endsWith(".fuse"))) {
    test(`${folder}/${name}`, () => {
      assert.equal(functionsOf(`${folder}/${name}`).flatMap(faultsOf), []);
    });
  }
}

test.run();
