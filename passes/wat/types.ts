// The structs and enums of a program: their numbers, and where their members stand.

import type { FormOf, NodeOf } from "../../ir/framework/language.ts";
import { classOf, objectKinds, slotOf, structLayout, variantLayout } from "../../ir/memory.ts";
import { isManaged } from "../../ir/ownership.ts";
import type { ResumableGrammar } from "../../ir/resumable.ts";
import { plain, type Type } from "../../ir/types.ts";
import { legal } from "./identifiers.ts";

export type TypeDecl = NodeOf<ResumableGrammar, "TypeDecl">;
type StructDecl = FormOf<ResumableGrammar, "TypeDecl", "Struct">;
type EnumDecl = FormOf<ResumableGrammar, "TypeDecl", "Enum">;

/** The memory of a struct, or of a variant with its payload. */
export interface Shape {
  /** What its header says of it (see `ir/memory.ts`). */
  readonly meta: number;
  readonly class: number;
  readonly members: readonly Member[];
}
export interface Member {
  readonly type: Type;
  readonly offset: number;
}

export const metaOf = (kind: keyof typeof objectKinds, size: number, detail: number): number =>
  objectKinds[kind] | (classOf(size) << 8) | (detail << 16);

export class Types {
  readonly declarations: readonly TypeDecl[];
  private readonly numbers: ReadonlyMap<string, number>;
  private readonly shapes = new Map<string, readonly Shape[]>();
  private readonly doubtful: ReadonlySet<string>;

  /** `doubtful`: the ids of types whose place may hold a value of another type (see `raised-domains.ts`). */
  constructor(declarations: readonly TypeDecl[], doubtful: ReadonlySet<string>) {
    this.doubtful = doubtful;
    this.declarations = declarations;
    this.numbers = new Map(declarations.map(({ id }, number) => [id, number]));
  }

  /** The number of a type; -1 for one that no value can be of. */
  number(id: string): number {
    return this.numbers.get(id) ?? -1;
  }

  struct(id: string): Shape {
    return this.shapesOf(id)[0]!;
  }

  variant(id: string, tag: number): Shape {
    return this.shapesOf(id)[tag]!;
  }

  /** One shape for a struct, one per variant for an enum. */
  shapesOf(id: string): readonly Shape[] {
    const known = this.shapes.get(id);
    if (known) return known;
    const number = this.number(id);
    const declaration = this.declarations[number];
    if (!declaration) throw new Error(`no type ${id}`);
    const made =
      declaration.kind === "Struct" ? [structShape(declaration, number)] : enumShapes(declaration, number);
    this.shapes.set(id, made);
    return made;
  }

  /** Whether what stands in a place of the struct or enum is a value of that type for sure. */
  isSure(id: string): boolean {
    return !this.doubtful.has(id);
  }

  /** Whether values of a struct or enum may consist of something that is counted. */
  hasCounted(id: string): boolean {
    return this.shapesOf(id).some(({ members }) => members.some(({ type }) => this.isCountedInMemory(type)));
  }

  /** The function that gives up what a value of the type consists of; null if there is nothing to give up. */
  dropFields(id: string): string | null {
    return this.hasCounted(id) ? this.functionFor("drop_fields", id) : null;
  }

  /** Whether a value of the struct or enum may have a member of the same type: such values are chains and trees. */
  holdsItself(id: string): boolean {
    return (
      this.isSure(id) && this.shapesOf(id).some(({ members }) => members.some(({ type }) => isOf(type, id)))
    );
  }

  /** The name of the function that does something to the members of a type, or frees a value of it. */
  functionFor(task: "drop_fields" | "dup_fields" | "free", id: string): string {
    return `${task}.${this.number(id)}:${legal(id)}`;
  }

  /** Whether what stands in a member is counted: as tagged values, even scalars may be objects. */
  isCountedInMemory(type: Type): boolean {
    return isManaged(type) || slotOf(type) === "tagged";
  }
}

/** Whether a member is of the declared type, or null. */
export const isOf = (type: Type, id: string): boolean => {
  const known = plain(type);
  if (known.kind === "Option") return isOf(known.inner, id);
  return (known.kind === "Struct" || known.kind === "Enum") && known.id === id;
};

const shape = (
  kind: "Struct" | "Enum",
  number: number,
  types: readonly Type[],
  layout: { readonly offsets: readonly number[]; readonly size: number },
): Shape => ({
  meta: metaOf(kind, layout.size, number),
  class: classOf(layout.size),
  members: types.map((type, i) => ({ type, offset: layout.offsets[i]! })),
});

const structShape = ({ fields }: StructDecl, number: number): Shape => {
  const types = fields.map(({ type }) => type);
  return shape("Struct", number, types, structLayout(types));
};

const enumShapes = ({ variants }: EnumDecl, number: number): readonly Shape[] =>
  variants.map(({ payload }) => shape("Enum", number, payload, variantLayout(payload)));
