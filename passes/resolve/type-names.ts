// What a simple name means as a type (chapter 2.3): a type parameter, a built-in type, or a declaration of some module.

import { type Either, left, right } from "fp-ts/Either";
import type { Export } from "../../ir/interfaces.ts";
import {
  BOOL,
  BYTES,
  config,
  EMAIL,
  ERROR,
  enumeration,
  FLOAT,
  HTML,
  HTTP_ERROR,
  ID,
  INT,
  RESPONSE,
  STRING,
  struct,
  type Type,
  UNIT,
} from "../../ir/types.ts";
import type { ModuleNames } from "../module-names.ts";
import { suggester } from "../suggest.ts";

/** What names mean as types at a place: those of the module, and the type parameters and `Self` around the place. */
export interface NameScope {
  readonly names: ModuleNames;
  readonly types: ReadonlyMap<string, Type>;
}

/** Why a name is not what it has to be. */
export interface WrongName {
  readonly message: string;
  readonly code?: string;
  /** Nothing has this name, so that it may be misspelt. */
  readonly unknown?: true;
}

const wrong = (message: string, code?: string): Either<WrongName, never> =>
  left(code === undefined ? { message } : { message, code });
const unknown = (message: string): Either<WrongName, never> => left({ message, unknown: true });

const basic: readonly (readonly [string, Type])[] = [
  ...[UNIT, INT, FLOAT, BOOL, STRING, BYTES, HTML, ID, EMAIL, ERROR].map(
    (type) => [type.text, type] as const,
  ),
  ["http.response", RESPONSE],
  ["http.error", HTTP_ERROR],
];

/** Built-in types that are a name alone. */
export const basicTypes: ReadonlyMap<string, Type> = new Map(basic);

/** Built-in generic types, with the numbers of their arguments. */
export const genericTypes: ReadonlyMap<string, number> = new Map([
  ["List", 1],
  ["Map", 2],
  ["Option", 1],
  ["Result", 2],
]);

export const argumentsOf = (count: number): string => `${count} type argument${count === 1 ? "" : "s"}`;

/** The type that a declaration is. */
const typeOfExport = ({ kind, id, name }: Export): Either<WrongName, Type> => {
  switch (kind) {
    case "struct":
      return right(struct(id, name));
    case "enum":
      return right(enumeration(id, name));
    case "config":
      return right(config(id, name));
    case "interface":
      return wrong(
        `"${name}" is an interface, not a type: write a type parameter with "where T: ${name}"`,
        "FUSE_INTERFACE_NOT_A_TYPE",
      );
    case "app":
      return wrong(`"${name}" is an app, not a type`);
    default:
      return wrong(`"${name}" is a ${kind}, not a type`);
  }
};

/** A name that starts with `std.` is never taken apart, but looked up as declared. */
const partsOf = (name: string): readonly string[] => (name.startsWith("std.") ? [name] : name.split("."));

/** What `Alias.Name` means, or the simple name; `noun` is what it should be. */
const exportNamed = (name: string, noun: string, { byName, exportsOf }: ModuleNames) => {
  const [first = "", second, ...more] = partsOf(name);
  const meaning = byName.get(first);
  if (more.length > 0)
    return wrong(`"${name}" names no ${noun}: one of another module is written Alias.Name`);
  if (second !== undefined) {
    if (meaning?.kind !== "module") return wrong(`unknown ${noun} "${name}": there is no module "${first}"`);
    const found = exportsOf(meaning.path).get(second);
    return found
      ? right(found)
      : wrong(`unknown ${noun} "${name}": the module "${first}" declares no "${second}"`);
  }
  switch (meaning?.kind) {
    case "declaration":
      return right(meaning.of);
    case "module":
      return wrong(`"${name}" is a module, no ${noun}: write ${name}.NAME`);
    case "asset":
      return wrong(`"${name}" is an asset, no ${noun}`);
    case undefined:
      return unknown(`unknown ${noun} "${name}"`);
  }
};

/** The type of this name, or why there is none; of several meanings the first of 2.3 counts. */
export const typeNamed = (name: string, { names, types }: NameScope): Either<WrongName, Type> => {
  const inScope = types.get(name);
  if (inScope) return right(inScope);
  const hidden = name.includes(".") && names.byName.get("http")?.kind === "module";
  const known = hidden ? undefined : basicTypes.get(name);
  if (known) return right(known);
  const arity = genericTypes.get(name);
  if (arity !== undefined) return wrong(`the type ${name} needs ${argumentsOf(arity)}`);
  if (name === "Self") return wrong("Self is a type only inside an interface or an impl");
  const found = exportNamed(name, "type", names);
  return found._tag === "Left" ? found : typeOfExport(found.right);
};

/** The interface of this name, own, imported or `Alias.I`, or why there is none. */
export const interfaceNamed = (name: string, names: ModuleNames): Either<WrongName, Export> => {
  if (basicTypes.has(name) || genericTypes.has(name)) return wrong(`${name} is a type, not an interface`);
  const found = exportNamed(name, "interface", names);
  if (found._tag === "Left" || found.right.kind === "interface") return found;
  const { kind } = found.right;
  const noun = kind === "struct" ? "a type" : /^[aeiou]/.test(kind) ? `an ${kind}` : `a ${kind}`;
  return wrong(`"${name}" is ${noun}, not an interface`);
};

/** The struct or enum that an impl is for, or why there is none (2.11.2). */
export const targetNamed = (name: string, names: ModuleNames): Either<WrongName, Type> => {
  const found = typeNamed(name, { names, types: new Map() });
  if (found._tag === "Left" && found.left.code !== undefined)
    return wrong(
      `"${name}" is an interface: an impl is for a type or enum that a module declares`,
      found.left.code,
    );
  if (found._tag === "Left" || found.right.kind === "Struct" || found.right.kind === "Enum") return found;
  const noun = found.right.kind === "Config" ? `the config ${name}` : `the built-in type ${name}`;
  return wrong(`an impl is for a type or enum that a module declares, not for ${noun}`);
};

/** Whether an export may stand where this noun is demanded. */
const fitsNoun = (of: Export, noun: "type" | "interface"): boolean =>
  noun === "interface" ? of.kind === "interface" : typeOfExport(of)._tag === "Right";

/** What to add to the message about a name that nothing has: the alias that is missing, or a name that is near. */
export const nameHints = (names: ModuleNames, noun: "type" | "interface"): ((name: string) => string) => {
  let found: readonly string[] | undefined;
  const search = (): readonly string[] => [
    ...(noun === "type" ? [...basicTypes.keys(), ...genericTypes.keys()] : []),
    ...[...names.byName].flatMap(([name, meaning]) =>
      meaning.kind === "declaration" && fitsNoun(meaning.of, noun) ? [name] : [],
    ),
  ];
  const suggest = suggester(() => (found ??= search()));
  const aliases = [...names.byName].flatMap(([alias, meaning]) =>
    meaning.kind === "module" ? [{ alias, exports: names.exportsOf(meaning.path) }] : [],
  );
  return (name) => {
    const holder = aliases.find(({ exports }) => exports.has(name) && fitsNoun(exports.get(name)!, noun));
    return holder ? `; write ${holder.alias}.${name}` : suggest(name);
  };
};

/** The message about a name, with a hint if nothing has it. */
export const explained = ({ message, unknown: misspelt }: WrongName, hint: () => string): string =>
  misspelt ? `${message}${hint()}` : message;
