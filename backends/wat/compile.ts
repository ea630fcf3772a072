// From the module of a program to an artefact.

import type { FormOf } from "../../ir/framework/language.ts";
import { slotOf, structLayout, variantLayout } from "../../ir/memory.ts";
import { plain, type Type } from "../../ir/types.ts";
import type { WatGrammar } from "../../ir/wat.ts";
import { printedName } from "../../runtime/text.ts";
import type { Artefact } from "./artefact.ts";
import { assemble } from "./assemble.ts";
import { link, type WatProgram } from "./link.ts";
import type { Member, Metadata, TypeData } from "./metadata.ts";
import { library } from "./prelude.ts";

type TypeDecl<K extends keyof WatGrammar["TypeDecl"]> = FormOf<WatGrammar, "TypeDecl", K>;

/** The artefact of a program; with `debug` it counts objects and copies. */
export const artefactOf = async (program: WatProgram, debug = false): Promise<Artefact> => ({
  wasm: await assemble(link(program, library, debug)),
  metadata: metadataOf(program),
});

const metadataOf = ({ sites, types, labels, entries, imports }: WatProgram): Metadata => ({
  ...{ sites, labels },
  types: types.map((type) => (type.kind === "Struct" ? structOf(type) : enumOf(type))),
  entries: entries.map(({ role, name, function: exported, result }) => ({
    ...{ role, name: name.name, exported },
    result: plain(result).kind === "Result" ? "result" : "nothing",
  })),
  // measured: 10,000 frames of even the smallest function of a program take more than three quarters of that stack
  deep: imports.some(({ name }) => name === "panic_calls" || name === "panic_levels"),
  reads: imports.some(({ name }) => name === "host_input"),
});

const structOf = ({ id, name, fields }: TypeDecl<"Struct">): TypeData => {
  const types = fields.map(({ type }) => type);
  return {
    ...{ kind: "struct", id, name: printedName(id, name) },
    fields: fields.map((field) => field.name),
    members: membersOf(types, structLayout(types).offsets),
  };
};

const enumOf = ({ id, name, variants }: TypeDecl<"Enum">): TypeData => ({
  ...{ kind: "enum", id, name: printedName(id, name) },
  variants: variants.map(({ name, payload }) => ({
    name,
    members: membersOf(payload, variantLayout(payload).offsets),
  })),
});

const membersOf = (types: readonly Type[], offsets: readonly number[]): readonly Member[] =>
  types.map((type, i) => ({ slot: slotOf(type), offset: offsets[i]! }));
