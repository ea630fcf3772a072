// Entries that go as deep as a program may, or one level deeper: calls and values.

import { hasJson, hasTasks } from "./features.ts";
import { fresh, type World } from "./place.ts";
import { statement } from "./statements.ts";
import { block, type Tree, template } from "./tree.ts";

/** Seldom: each is slow. */
export const deepEntries = (world: World): readonly Tree[] => {
  const { dice } = world;
  if (!dice.chance(3)) return [];
  const depth = dice.pick(["9990", "9998", "9999", "10000", "10001"]);
  return dice.chance(60) ? dice.pick(calls)(world, depth) : values(world, depth);
};

const declaration = template("declaration");
const test = (title: string, ...lines: readonly Tree[]): Tree => declaration`test "${title}":${block(lines)}`;

type Calls = (world: World, depth: string) => readonly Tree[];

/** Functions that call themselves in all the ways that a call can take. */
const calls: readonly Calls[] = [
  (world, depth) => {
    const name = fresh(world, "deep");
    const body = [statement`if n <= 1: return 1`, statement`return ${name}(n - 1) + 1`];
    return [
      declaration`fn ${name}(n: Int) -> Int:${block(body)}`,
      test("deep calls", statement`print(${name}(${depth}))`),
    ];
  },
  (world, depth) => {
    const name = fresh(world, "deep");
    const body = [statement`if n <= 1: return [x]`, statement`return ${name}(n - 1, x) + [x]`];
    return [
      declaration`fn ${name}<T>(n: Int, x: T) -> List<T>:${block(body)}`,
      test("deep generic calls", statement`print(${name}(${depth}, "x") == [])`),
    ];
  },
  (world, depth) => {
    const [name, error] = [fresh(world, "deep"), fresh(world, "Deep")];
    const body = [
      statement`if n <= 1: return null ?! ${error}(n=n)`,
      statement`let below = ${name}(n - 1) ?!`,
      statement`return below + 1`,
    ];
    return [
      declaration`type ${error}:${block([statement`n: Int`])}`,
      declaration`fn ${name}(n: Int) -> Int!${error}:${block(body)}`,
      test("deep errors", statement`print(${name}(${depth}))`),
    ];
  },
  (world, depth) => {
    const [name, other] = [fresh(world, "deep"), fresh(world, "deep")];
    const body = [
      statement`let again = [${other}]`,
      statement`if n > 1: return again[0](n - 1) + 1`,
      statement`return 1`,
    ];
    return [
      declaration`fn ${name}(n: Int) -> Int:${block(body)}`,
      declaration`fn ${other}(n: Int, m: Int = ${name}(n)) -> Int:${block([statement`return m`])}`,
      test("deep values of functions", statement`print(${name}(${depth}))`),
    ];
  },
  (world, depth) => {
    if (!hasTasks()) return [];
    const name = fresh(world, "deep");
    const spawn = statement`let below = spawn:${block([statement`${name}(n - 1)`])}`;
    const body = [statement`if n <= 1: return 1`, spawn, statement`return (await below) + 1`];
    return [
      declaration`fn ${name}(n: Int) -> Int:${block(body)}`,
      test("deep tasks", statement`print(${name}(${depth}))`),
    ];
  },
  (world, depth) => {
    const [type, face, name] = [fresh(world, "Deep"), fresh(world, "Face"), fresh(world, "deep")];
    const body = [
      statement`if self.n <= 1: return ["end"]`,
      statement`return ${type}(n=self.n - 1).${name}() + ["\${self.n}"]`,
    ];
    const head = statement`fn ${name}() -> List<String>`;
    const method = statement`fn ${name}() -> List<String>:${block(body)}`;
    return [
      declaration`type ${type}:${block([statement`n: Int`])}`,
      declaration`interface ${face}:${block([head])}`,
      declaration`impl ${face} for ${type}:${block([method])}`,
      test("deep methods", statement`print(${type}(n=${depth}).${name}()[1])`),
    ];
  },
];

/** A value, and what goes through the whole of it. */
const values = (world: World, depth: string): readonly Tree[] => {
  const { dice } = world;
  const name = fresh(world, "Deep");
  const [declarations, lines] = dice.pick<readonly [readonly Tree[], readonly Tree[]]>([
    [[], [statement`var d = []`, statement`for i in 1..${depth}:${block([statement`d = [d]`])}`]],
    [[], [statement`var d = {}`, statement`for i in 1..${depth}:${block([statement`d = {"k": d}`])}`]],
    [
      [declaration`type ${name}:${block([statement`x: ${name}?`, statement`y: Int = 3`])}`],
      [
        statement`var d: ${name}? = null`,
        statement`for i in 1..${depth}:${block([statement`d = ${name}(x=d)`])}`,
      ],
    ],
    [
      [declaration`enum ${name}:${block([statement`${name}End`, statement`${name}More(${name}, Int)`])}`],
      [
        statement`var d = ${name}.${name}End`,
        statement`for i in 1..${depth}:${block([statement`d = ${name}.${name}More(d, i)`])}`,
      ],
    ],
  ]);
  const uses = [
    statement`print(d == d)`,
    statement`print("\${d}" == "")`,
    statement`print(d)`,
    ...(hasJson() ? [statement`print(json.encode(d))`] : []),
  ];
  return [...declarations, test("deep values", ...lines, dice.pick(uses), dice.pick(uses))];
};
