// From the module of a program to an artefact.

import type { FormOf } from "../../ir/framework/language.ts";
import { slotOf, structLayout, variantLayout } from "../../ir/memory.ts";
import { type PrimitiveName, primitives } from "../../ir/primitives.ts";
import { plain, type Type } from "../../ir/types.ts";
import type { WatGrammar } from "../../ir/wat.ts";
import { printedName } from "../../runtime/text.ts";
import type { Artefact } from "./artefact.ts";
import { assemble } from "./assemble.ts";
import { link, type WatProgram } from "./link.ts";
import type { Member, Metadata, TypeData } from "./metadata.ts";
import { library } from "./prelude.ts";
import { withHints } from "./tiers.ts";

type TypeDecl<K extends keyof WatGrammar["TypeDecl"]> = FormOf<WatGrammar, "TypeDecl", K>;

/** The artefact of a program; with `debug` it counts copies, and its objects can be counted. */
export const artefactOf = async (program: WatProgram, debug = false): Promise<Artefact> => ({
  wasm: withHints(await assemble(link(program, library, debug)), program.functions),
  metadata: metadataOf(program),
});

/** Operations with an effect that may be repeated: they give the same again, or what they write is known. */
const repeatable: ReadonlySet<string> = new Set<PrimitiveName>([
  ...(["host.print", "host.env", "host.env_int", "host.env_float", "host.env_bool"] as const),
  ...(["box.make", "box.get", "box.take", "box.put", "task.await"] as const),
  ...(["fail", "raise", "unknown.call"] as const),
  ...(Object.keys(primitives) as PrimitiveName[]).filter((name) => name.startsWith("scan.")),
]);

/** The imports for what must not be done twice. */
const onlyOnce: ReadonlySet<string> = new Set(
  Object.entries(primitives)
    .filter(([name, { effect }]) => effect && !repeatable.has(name))
    .map(([name]) => name.replace(".", "_")),
);

const metadataOf = ({ sites, types, labels, entries, imports }: WatProgram): Metadata => ({
  ...{ sites, labels },
  types: types.map((type) => (type.kind === "Struct" ? structOf(type) : enumOf(type))),
  entries: entries.map(({ role, name, function: exported, suspends, result }) => ({
    ...{ role, name: name.name, exported, suspends },
    result: plain(result).kind === "Result" ? "result" : "nothing",
  })),
  // of even the smallest functions, 10,000 frames take more than three quarters of that stack
  deep: imports.some(({ name }) => name === "panic_calls" || name === "panic_levels"),
  once: imports.some(({ name }) => onlyOnce.has(name)),
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
