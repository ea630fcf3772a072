// What the host has to know of a compiled program besides its code: plain data.

import * as t from "io-ts";
import type { SlotKind } from "../../ir/memory.ts";
import type { EntryKind } from "../../ir/mono.ts";

const slot: t.Type<SlotKind> = t.keyof({
  int: null,
  float: null,
  bool: null,
  reference: null,
  tagged: null,
  unit: null,
});

const member = t.readonly(t.type({ slot, offset: t.number }));
/** Where a field or a payload value stands in its object, and how. */
export type Member = t.TypeOf<typeof member>;

const variant = t.readonly(t.type({ name: t.string, members: t.readonlyArray(member) }));
const structType = t.type({
  ...{ kind: t.literal("struct"), id: t.string, name: t.string },
  ...{ fields: t.readonlyArray(t.string), members: t.readonlyArray(member) },
});
const enumType = t.type({
  ...{ kind: t.literal("enum"), id: t.string, name: t.string },
  variants: t.readonlyArray(variant),
});
const typeData = t.union([t.readonly(structType), t.readonly(enumType)]);
/** A struct or enum of the program; `name` is how its values are printed. */
export type TypeData = t.TypeOf<typeof typeData>;

/** What an entry gives: nothing that matters, or a Result, whose error is in front. */
const result: t.Type<"nothing" | "result"> = t.keyof({ nothing: null, result: null });
const role: t.Type<EntryKind> = t.keyof({ app: null, test: null, main: null });
/** `exported`: the name of the function that runs it. It `suspends`: it may have to be gone on with. */
const entry = t.readonly(t.type({ role, name: t.string, exported: t.string, suspends: t.boolean, result }));

/**
 * `deep`: it may need more of the host's stack than a thread has by default. `once`: it may do something that
 * must not be done twice, so that it cannot be run again from its start.
 */
export const metadataCodec = t.readonly(
  t.type({
    sites: t.readonlyArray(t.readonly(t.tuple([t.string, t.number]))),
    /** By number, which objects carry as their detail. */
    types: t.readonlyArray(typeData),
    /** The text forms of function values, by number. */
    labels: t.readonlyArray(t.string),
    entries: t.readonlyArray(entry),
    deep: t.boolean,
    once: t.boolean,
  }),
);
export type Metadata = t.TypeOf<typeof metadataCodec>;
