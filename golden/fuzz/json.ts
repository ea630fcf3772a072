// JSON: values as text, and text as values of unknown type or of one that is asked for.

import { documentFor } from "./documents.ts";
import { type Choices, expression } from "./expressions.ts";
import { hasJson, hasTypedJson } from "./features.ts";
import type { Place } from "./place.ts";
import { type Tree, template, tree } from "./tree.ts";
import { type Type, textOfType } from "./types.ts";

/** Texts between quotes; some are no JSON. */
const documents = [
  ...[
    "null",
    "1",
    "2.0",
    "1e2",
    "-0",
    "0.1",
    "9223372036854775807",
    "9223372036854775808",
    "true",
    "[]",
    "{}",
  ],
  ...[
    '{"b":1,"a":[1,2.5,null]}',
    '{"a":1,"b":2,"a":3}',
    '"\\ud83d\\ude00 \\n \\u00e9"',
    '[{"x0":1,"x1":"b"}]',
  ],
  ...['{"x0":5}', '{"x0":"abc","x1":2.5,"x2":[]}', '{"type":"Ok","data":1}', '{"x0":7,"zz":0,"aa":0}'],
  ...["01", "[1,]", "nul", '"\\ud83d"', "1 2", "1e999", '{"a"}', "", "  [ 1 , 2 ]\n"],
];

const quoted = (text: string): string =>
  `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n")}"`;

const someDocument = (at: Place): Tree => tree("String", quoted(at.world.dice.pick(documents)));

/** The JSON of any value. */
export const encoded = (at: Place, type: Type, size: number): Tree =>
  template("String")`json.encode(${expression(at, type, size)})`;

/** Whether JSON says all of it, so that what is read back is the same. */
const isPlain = (type: Type): boolean =>
  type.kind === "List" || type.kind === "Map" || type.kind === "Option"
    ? isPlain(type.of)
    : ["Int", "String", "Bool"].includes(type.kind);

/** A value of unknown type out of a text, which is probably of the type that is hinted at. */
export const decoded = (at: Place, hint: Type | null, type: Type, size: number): Choices => {
  if (!hasJson()) return [];
  const { dice } = at.world;
  const text = (): Tree =>
    hint === null && dice.chance(50) ? someDocument(at) : encoded(at, type, size - 1);
  return hint === null || isPlain(type) ? [[2, () => template("_")`json.decode(${text()})`]] : [];
};

/** Typed decoding, where its error may be. */
export const typed = (at: Place, type: Type & { readonly kind: "Result" }, size: number): Choices => {
  const fits = type.errors.some((error) => error.kind === "Struct" && error.name === "Validation");
  if (!fits || !hasTypedJson()) return [];
  const { dice } = at.world;
  const texts: readonly (readonly [number, () => Tree])[] = [
    [1, () => someDocument(at)],
    [3, () => encoded(at, type.of, size - 1)],
    [6, () => tree("String", quoted(documentFor(at.world, type.of)))],
  ];
  const text = (): Tree => dice.weighted(texts)();
  return [[8, () => template(textOfType(type))`json.decode<${textOfType(type.of)}>(${text()})`]];
};
