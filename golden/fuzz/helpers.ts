// Functions that are declared when something needs them: to give a value its exact type, to fail, to show what is inside.

import { errorValue, written } from "./constructors.ts";
import { expression } from "./expressions.ts";
import { enumOf, fresh, type Place, structOf, type World } from "./place.ts";
import { block, type Part, type Tree, template, tree } from "./tree.ts";
import { isGeneric, type Type, textOfType } from "./types.ts";

/** The name of the helper that does `what`; `declare` makes it when it is asked for first. */
const helper = (world: World, what: string, prefix: string, declare: (name: string) => Tree): string => {
  const known = world.helpers.get(what);
  if (known !== undefined) return known;
  const name = fresh(world, prefix);
  world.helpers.set(what, name);
  world.declarations.push(declare(name));
  return name;
};

const line = (...parts: readonly Part[]): Tree => tree("statement", ...parts);
const declared = template("declaration");

/** A value that fits the type, as one that has it: through a function that gives back its argument. */
export const identity = (at: Place, type: Type, size: number): Tree =>
  identityOf(at, type, size > 0 ? expression(at, type, size - 1) : written(at, type, 0));

export const identityOf = (at: Place, type: Type, value: Tree): Tree => {
  const text = textOfType(type);
  if (isGeneric(type) || at.world.dice.chance(15)) {
    return template(text)`${genericIdentity(at.world)}<${text}>(${value})`;
  }
  const name = helper(
    at.world,
    `same ${text}`,
    "same",
    (name) => declared`fn ${name}(x: ${text}) -> ${text}:${block([line("return x")])}`,
  );
  return template(text)`${name}(${value})`;
};

const genericIdentity = (world: World): string =>
  helper(world, "same T", "same", (name) => declared`fn ${name}<T>(x: T) -> T:${block([line("return x")])}`);

/** A result that is an error. */
export const failing = (at: Place, type: Type & { readonly kind: "Result" }, size: number): Tree => {
  const { dice } = at.world;
  const text = textOfType(type);
  const error = dice.pick(type.errors);
  const name = helper(
    at.world,
    `fail ${textOfType(error)} as ${text}`,
    "fail",
    (name) => declared`fn ${name}(e: ${textOfType(error)}) -> ${text}:${block([line("return null ?! e")])}`,
  );
  return template(text)`${name}(${size > 0 ? expression(at, error, size) : errorValue(at, error)})`;
};

/** An expression whose text shows all that is in the value, also the fields of structs. */
export const shown = (world: World, type: Type, value: Tree): Tree =>
  hasStruct(world, type, new Set()) && !isGeneric(type)
    ? template("String")`${showing(world, type)}(${value})`
    : value;

const hasStruct = (world: World, type: Type, seen: ReadonlySet<string>): boolean => {
  switch (type.kind) {
    case "Struct":
      return true;
    case "Enum":
      if (seen.has(type.name)) return false;
      return enumOf(world, type.name).variants.some(({ payload }) =>
        payload.some((each) => hasStruct(world, each, new Set([...seen, type.name]))),
      );
    case "Result":
      return [type.of, ...type.errors].some((each) => hasStruct(world, each, seen));
    default:
      return "of" in type && hasStruct(world, type.of, seen);
  }
};

const showing = (world: World, type: Type): string => {
  const text = textOfType(type);
  return helper(
    world,
    `show ${text}`,
    "show",
    (name) => declared`fn ${name}(x: ${text}) -> String:${block(showBody(world, type))}`,
  );
};

/** In an interpolation. */
const hole = (world: World, type: Type, value: string): string => {
  const text = hasStruct(world, type, new Set()) ? `${showing(world, type)}(${value})` : value;
  return `\${${text}}`;
};

const showBody = (world: World, type: Type): readonly Tree[] => {
  switch (type.kind) {
    case "Struct": {
      const fields = structOf(world, type.name).fields.map(
        ({ name, type: of }) => `${name}=${hole(world, of, `x.${name}`)}`,
      );
      return [line(`return "${type.name}(${fields.join(" ")})"`)];
    }
    case "List":
    case "Map": {
      const round = line(`text = "\${text}${hole(world, type.of, "each")},"`);
      return [line('var text = "["'), line("for each in x:", block([round])), line('return text + "]"')];
    }
    case "Option":
      return matching(["None", '"null"'], ["Some(y)", `"${hole(world, type.of, "y")}"`]);
    case "Result": {
      const errors = type.errors.map((error) => errorCase(world, error));
      return matching(["Ok(y)", `"Ok(${hole(world, type.of, "y")})"`], ...errors.flat(), [
        "_",
        '"Err(other)"',
      ]);
    }
    case "Enum":
      return matching(...enumOf(world, type.name).variants.map((variant) => variantCase(world, variant)));
    default:
      return [line('return "${x}"')];
  }
};

const variantCase = (world: World, { name, payload }: { name: string; payload: readonly Type[] }): Case => {
  if (payload.length === 0) return [name, `"${name}"`];
  const names = payload.map((_, i) => `y${i}`);
  const texts = payload.map((each, i) => hole(world, each, names[i]!));
  return [`${name}(${names.join(", ")})`, `"${name}(${texts.join(", ")})"`];
};

const errorCase = (world: World, error: Type): readonly Case[] => {
  if (error.kind === "Struct") {
    const names = structOf(world, error.name).fields.map(({ name }) => `${name}=${name}`);
    const texts = structOf(world, error.name).fields.map(({ name, type }) => hole(world, type, name));
    return [[`Err(${error.name}(${names.join(", ")}))`, `"Err(${error.name} ${texts.join(" ")})"`]];
  }
  if (error.kind !== "Enum") return [];
  return enumOf(world, error.name).variants.map((variant): Case => {
    const [pattern, text] = variantCase(world, variant);
    return [`Err(${error.name}.${pattern})`, text];
  });
};

type Case = readonly [pattern: string, text: string];

const matching = (...cases: readonly Case[]): readonly Tree[] => [
  line("match x:", block(cases.map(([pattern, text]) => line(pattern, " -> ", text)))),
];
