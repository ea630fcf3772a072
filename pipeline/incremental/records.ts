// What is remembered of each module of a program that was found right: what it was, and what others may know of it.

import { hash } from "node:crypto";
import { type ModuleInterface, moduleInterfaceCodec } from "../../ir/interfaces.ts";

/** Digests of what a check of a module takes from its files. */
export interface Inputs {
  readonly text: string;
  /** The package it belongs to, and what its imports lead to. */
  readonly links: string;
}

/** Digests of what a check of a module gives to others. Positions have no part in them. */
export interface Outputs {
  /** Its interface, without what stands in bodies. */
  readonly face: string;
  /** Its impls: they are seen where the module itself is not. */
  readonly impls: string;
  /** The instantiations in its bodies. */
  readonly uses: string;
}

export interface ModuleRecord {
  readonly path: string;
  readonly inputs: Inputs;
  readonly outputs: Outputs;
  /** The modules that it imports. */
  readonly imports: readonly string[];
  /** Its interface; null if what was stored is damaged. Made when it is asked for. */
  readonly interface: () => ModuleInterface | null;
}

/** By path, in loading order. */
export type Records = ReadonlyMap<string, ModuleRecord>;

export const digest = (content: string): string => hash("sha1", content, "base64");

const withoutPositions = (key: string, value: unknown): unknown => (key === "at" ? undefined : value);
const digestOf = (encoded: unknown): string => digest(JSON.stringify(encoded, withoutPositions));

/** The digest of the impls of a module that has none. */
export const NO_IMPLS: string = digestOf([]);

const outputsOf = (described: ModuleInterface): Outputs => {
  const { instantiations, ...face } = moduleInterfaceCodec.encode(described);
  return { face: digestOf(face), impls: digestOf(face.impls), uses: digestOf(instantiations) };
};

/** The record of a module that was checked. */
export const recordOf = (inputs: Inputs, described: ModuleInterface): ModuleRecord => ({
  path: described.path,
  inputs,
  outputs: outputsOf(described),
  imports: described.imports.map(({ module }) => module),
  interface: () => described,
});
