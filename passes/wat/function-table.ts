// The table of the functions that function values call.

import { legal } from "./identifiers.ts";

/** A function as a value: its number, and the places of its functions in the table. */
interface TableEntry {
  readonly number: number;
  readonly dynamic: number;
  readonly first: number;
}

export class FunctionTable {
  /** Identifiers, by place. */
  readonly functions: string[] = [];
  /** The text forms of function values, by number. */
  readonly labels: string[] = [];
  private readonly known = new Map<string, TableEntry>();
  private readonly places = new Map<string, number>();

  /** The entry of a function value; its first functions stand one after the other, with the dynamic one behind. */
  entry(label: string, entries: readonly string[], dynamic: string): TableEntry {
    const key = JSON.stringify([label, entries, dynamic]);
    const known = this.known.get(key);
    if (known) return known;
    const first = this.functions.length;
    this.functions.push(...entries, dynamic);
    const made = { number: this.labels.push(label) - 1, dynamic: first + entries.length, first };
    this.known.set(key, made);
    return made;
  }

  /** The place of a function that is no part of a function value. */
  place(name: string): number {
    const known = this.places.get(name);
    if (known !== undefined) return known;
    const place = this.functions.push(name) - 1;
    this.places.set(name, place);
    return place;
  }
}

/** The identifier of the function that goes on with a frame of one that may wait. */
export const resumingName = (name: string): string => legal(`${name}.resume`);

/** The identifier of the function that runs a task, with a frame that holds its arguments. */
export const taskName = (name: string): string => legal(`${name}.task`);

/** The identifier of the function that stands in the table for one whose calls count. */
export const countedName = (name: string): string => legal(`${name}.value`);
