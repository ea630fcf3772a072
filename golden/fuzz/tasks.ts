// Tasks: a block that is spawned, what happens in the meantime, and what it gives.

import { call } from "./calls.ts";
import { tail } from "./control.ts";
import { anyType, type Choices } from "./expressions.ts";
import { hasTasks } from "./features.ts";
import { constant, fresh, type Place, visible } from "./place.ts";
import { type Made, only, statement, statements } from "./statements.ts";
import { block, type Tree, template, tree } from "./tree.ts";
import { result, same, type Type, textOfType } from "./types.ts";

/** Spawns one or two tasks, does something, and awaits them. */
export const taskOf = (at: Place): Made => {
  if (!hasTasks()) return only(statement`assert(true)`);
  const { dice } = at.world;
  const spawned = Array.from({ length: dice.between(1, 2) }, () => spawn(at));
  const [between, place] = statements({ ...at, depth: at.depth + 1 }, dice.between(0, 2));
  const results = dice.shuffled(spawned).map(({ name, type }) => {
    const value = fresh(at.world, "v");
    return {
      text: statement`let ${value} = await ${name}`,
      bindings: [constant(value, type), constant(name, { kind: "Task", of: type })],
    };
  });
  return {
    statements: [...spawned.map(({ text }) => text), ...between, ...results.map(({ text }) => text)],
    bindings: [...place.bindings.slice(at.bindings.length), ...results.flatMap(({ bindings }) => bindings)],
  };
};

const spawn = (at: Place): { readonly name: string; readonly type: Type; readonly text: Tree } => {
  const { dice } = at.world;
  const name = fresh(at.world, "t");
  const type = taskType(at);
  const bindings = at.bindings.filter(({ boxed, type }) => !boxed && type.kind !== "Task");
  const inside: Place = {
    ...at,
    bindings,
    ...{ result: type, returns: "value", inLoop: false },
    ...{ depth: at.depth + 1, scope: bindings.length, task: bindings.length },
  };
  const [body, end] = statements(inside, dice.between(0, 2));
  const naps = at.world.functions.filter((each) => each.name.startsWith("nap"));
  const pause =
    naps.length > 0 && dice.chance(40) ? [tree("statement", call(inside, dice.pick(naps), 1))] : [];
  return { name, type, text: statement`let ${name} = spawn:${block([...pause, ...body, tail(end, 1)])}` };
};

/** Seldom a Result, which is handed over as it is. */
const taskType = (at: Place): Type => {
  const { dice, errors } = at.world;
  const type = anyType(at, 1);
  return errors.length > 0 && dice.chance(15) ? result(type, dice.shuffled(errors).slice(0, 2)) : type;
};

/** Another `await` of what was awaited. */
export const awaited = (at: Place, type: Type): Choices =>
  at.task !== null
    ? []
    : visible(at)
        .filter((binding) => binding.type.kind === "Task" && same(binding.type.of, type))
        .map(({ name }) => [3, () => template(textOfType(type))`(await ${name})`]);
