// What the lowering of one function knows, and the code it has so far.

import { NO_PLACE } from "../../ir/derived.ts";
import type { Local } from "../../ir/symbols.ts";
import type { Type } from "../../ir/types.ts";
import type { Site, WasmType } from "../../ir/wat.ts";
import { type RuntimeName, runtimeFunctions } from "../../ir/wat-runtime.ts";
import { CALLS, type Callee, SITE } from "./callees.ts";
import { call, get, type Instr, i32, note, set, UNREACHABLE } from "./code.ts";
import type { FunctionTable } from "./function-table.ts";
import { legal } from "./identifiers.ts";
import type { Machine } from "./machine.ts";
import type { Positions } from "./positions.ts";
import { partsOf } from "./representation.ts";
import type { StaticData } from "./static-data.ts";
import type { Types } from "./types.ts";

/** What all functions of a program share. */
export interface Module {
  readonly types: Types;
  readonly data: StaticData;
  readonly callees: ReadonlyMap<string, Callee>;
  readonly table: FunctionTable;
  readonly positions: Positions;
  readonly imports: Set<RuntimeName>;
  readonly sites: Sites;
  /** The ids of the functions that tasks run. */
  readonly spawned: Set<string>;
  /** A function whose calls count as levels may wait: then the levels of each strand are kept apart. */
  readonly waitsInLevels: boolean;
}

/** Places that code names by number; number 0 is no place. */
export class Sites {
  readonly all: Site[] = [["", -1]];
  private readonly numbers = new Map<string, number>();

  number(path: string, at: number): number {
    const key = `${at} ${path}`;
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    const number = this.all.push([path, at]) - 1;
    this.numbers.set(key, number);
    return number;
  }
}

/** The values of an expression, one per part of its type; what has an effect was emitted before. */
export type Parts = readonly Instr[];

/** One function under way. */
export class Context {
  readonly module: Module;
  readonly path: string;
  readonly callee: Callee;
  /** The code of the block under way. */
  code: Instr[] = [];
  /** The position of the operation under way. */
  at = NO_PLACE;
  /** The locals that will hold the result, where they may be used on the way to it. */
  into: readonly string[] | null = null;
  /** The states of the function, if it may wait. */
  machine: Machine | null = null;
  /** The code may run while objects are freed: those that die on the way are put on a list, not gone into. */
  freeing = false;
  /** The types of the program's locals by `Local.id`. */
  readonly types: ReadonlyMap<number, Type>;
  readonly variables = new Map<string, WasmType>();
  private labels = 0;
  private temporaries = 0;
  private lastNote = "";

  constructor(module: Module, path: string, callee: Callee, types: ReadonlyMap<number, Type>) {
    this.module = module;
    this.path = path;
    this.callee = callee;
    this.types = types;
  }

  emit(...code: readonly Instr[]): void {
    this.code.push(...code);
  }

  /** The code that `write` emits, on its own. */
  within(write: () => void): readonly Instr[] {
    const outer = this.code;
    const inner: Instr[] = [];
    this.code = inner;
    write();
    this.code = outer;
    return inner;
  }

  /** A new local of WebAssembly. */
  temporary(type: WasmType, name = "t"): string {
    const made = `${name}.${this.temporaries++}`;
    this.variables.set(made, type);
    return made;
  }

  /** The value, in a form that can be used several times. */
  shared(value: Instr, type: WasmType, name?: string): Instr {
    if (value.kind === "Op" && (value.op === "local.get" || value.op.endsWith(".const"))) return value;
    return this.kept(value, type, name);
  }

  /** The value as it is now, whatever becomes of what it was read from. */
  kept(value: Instr, type: WasmType, name?: string): Instr {
    const held = this.temporary(type, name);
    this.emit(set(held, value));
    return get(held);
  }

  /** Locals for a result: those that wait for it, or new ones. */
  places(types: readonly WasmType[]): readonly string[] {
    return this.into?.length === types.length ? this.into : types.map((type) => this.temporary(type));
  }

  /** A local for a result of one part. */
  place(type: WasmType): string {
    return this.places([type])[0]!;
  }

  /** A new label. */
  label(name: string): string {
    return `${name}.${this.labels++}`;
  }

  /** A comment with the place in the source, unless the last one said the same. */
  noteAt(at: number): void {
    if (at === NO_PLACE) return;
    const text = this.module.positions(this.path, at);
    if (text === this.lastNote) return;
    this.lastNote = text;
    this.emit(note(text));
  }

  /** The number of the place of the operation under way. */
  site(): Instr {
    if (this.at !== NO_PLACE) return i32(this.module.sites.number(this.path, this.at));
    return this.callee.takesSite ? get(SITE) : i32(0);
  }

  /** How many counted calls are active. */
  calls(): Instr {
    return this.callee.takesCalls ? get(CALLS) : i32(0);
  }

  /** A call of a function of the run-time part with one result or none. */
  runtime(name: RuntimeName, ...args: readonly Instr[]): Instr {
    const { params } = runtimeFunctions[name];
    if (params.length !== args.length) throw new Error(`${name} takes ${params.length} operands`);
    this.module.imports.add(name);
    return call(name, ...args);
  }

  /** Emits such a call that gives nothing. */
  run(name: RuntimeName, ...args: readonly Instr[]): void {
    this.emit(this.runtime(name, ...args));
  }

  /** Emits such a call that never returns. */
  never(name: RuntimeName, ...args: readonly Instr[]): void {
    this.emit(this.runtime(name, ...args), UNREACHABLE);
  }

  /** Emits a call with whatever results; these are in locals then. */
  results(code: Instr, types: readonly WasmType[]): Parts {
    if (types.length === 0) this.emit(code);
    if (types.length === 0) return [];
    if (types.length === 1) return [code];
    const places = this.places(types);
    this.emit(code, ...places.map((name) => set(name)).reverse());
    return places.map(get);
  }

  /** The result of a function of the run-time part. */
  runtimeResult(name: RuntimeName, ...args: readonly Instr[]): Parts {
    return this.results(this.runtime(name, ...args), runtimeFunctions[name].results);
  }

  /** The locals of WebAssembly that hold a local of the program. */
  namesOf(local: Local): readonly string[] {
    return partsOf(this.typeOf(local)).map(({ suffix }) => `${legal(local.name)}#${local.id}${suffix}`);
  }

  /** Makes these locals locals of the function: all but parameters are. */
  declare(local: Local): void {
    this.namesOf(local).forEach((name, i) => {
      this.variables.set(name, partsOf(this.typeOf(local))[i]!.type);
    });
  }

  typeOf({ id, name }: Local): Type {
    const type = this.types.get(id);
    if (!type) throw new Error(`no type of local ${name}#${id}`);
    return type;
  }
}
