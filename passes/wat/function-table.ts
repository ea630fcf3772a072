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
}

/** The identifier of the function that stands in the table for one whose calls count. */
export const countedName = (name: string): string => legal(`${name}.value`);
