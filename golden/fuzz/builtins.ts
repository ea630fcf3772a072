// Built-ins about the world and about time and bytes, with arguments that they take or fail for.

import { type Choices, expression } from "./expressions.ts";
import { hasCrypto, hasLog, hasTime } from "./features.ts";
import type { Place } from "./place.ts";
import { type Made, only, statement } from "./statements.ts";
import { type Part, sequence, type Tree, template, tree } from "./tree.ts";
import { BOOL, FLOAT, INT, option, STRING, same, type Type, textOfType } from "./types.ts";

/** Those that ask: each with an argument that gives something, or fails. */
const questions: readonly (readonly [Type, readonly string[]])[] = [
  [STRING, ["input()", 'input("name? ")']],
  [option(STRING), ['env("HOME")', 'env(name="NONE")']],
  [option(INT), ['env_int("NUMBER")', 'env_int("NONE")', 'env_int("HOME")']],
  [option(FLOAT), ['env_float("NUMBER")', 'env_float("NONE")']],
  [option(BOOL), ['env_bool("YES")', 'env_bool("NONE")', 'env_bool("HOME")']],
];

export const questionsFor = (at: Place, type: Type): Choices =>
  questions
    .filter(([each]) => same(each, type))
    .map(([, texts]) => [1, () => tree(textOfType(type), at.world.dice.pick(texts))]);

const formats = ["%F %T%.3f", "%Y%m%d", "%a %b %e %j", "%s", "%-d/%m/%y", "%I %p %q", "%G-%V %%", "%Q", "%"];
const dates = [
  "2024-03-04 05:06:07.045",
  "20240304",
  "1709528767",
  "2024-02-30",
  "Mon Mar  4 064",
  "",
  "4/03/24",
];
const algorithms = ["sha256", " SHA-512 ", "sha512", "md5"];

/** About time and bytes; what they need is declared at the top. */
export const computing = (at: Place, type: Type, size: number): Choices => {
  const { dice, needs } = at.world;
  const of = template(textOfType(type));
  const using = (capability: string, make: () => Tree) => (): Tree => {
    needs.add(capability);
    return make();
  };
  const quoted = (texts: readonly string[]): string => `"${dice.pick(texts)}"`;
  const bytes = (): Part =>
    template("bytes")`crypto.random_bytes(${`${dice.between(dice.chance(3) ? -1 : 0, 40)}`})`;
  const hashed = (): Tree => template("bytes")`crypto.hash(${quoted(algorithms)}, ${bytes()})`;
  const time = hasTime() ? 1 : 0;
  const crypto = hasCrypto() ? 1 : 0;
  const format = (): Tree => of`time.format(${expression(at, INT, size - 1)}, ${quoted(formats)})`;
  const parse = (): Tree => of`"\${time.parse(${quoted(dates)}, ${quoted(formats)})}"`;
  const mac = (): Tree => template("bytes")`crypto.hmac(${quoted(algorithms)}, ${bytes()}, ${bytes()})`;
  if (type.kind === "String") {
    return [
      [time, using("time", format)],
      [time, using("time", parse)],
      [crypto, using("crypto", () => of`"\${${dice.chance(50) ? hashed() : mac()}}"`)],
    ];
  }
  if (type.kind === "Bool") {
    const equal = (): Tree => of`crypto.constant_time_eq(${hashed()}, ${bytes()})`;
    return [[crypto, using("crypto", equal)]];
  }
  return type.kind === "Int" ? [[time, using("time", () => of`time.now()`)]] : [];
};

const levels = ['"warn"', '" Error "', '"debug"', '"INFO"', '"warning"', '"loud"'];

/** A line of the log, or what looks like one. */
export const logging = (at: Place, values: () => Tree): Made => {
  const { dice } = at.world;
  if (!hasLog() || at.task !== null) return only(statement`assert(true)`);
  const level = dice.chance(50) ? [dice.pick(levels)] : [];
  const rest = Array.from({ length: dice.between(0, 3) }, values);
  return only(statement`log(${sequence([...level, ...rest])})`);
};
