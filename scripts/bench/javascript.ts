// The programs of the benchmarks by hand in JavaScript, as one would write them: numbers are not checked.

import { jsonDecode, jsonEncode, suspensions, tasks, typedDecode } from "./json-javascript.ts";

const fib = (n: number): number => (n < 2 ? n : fib(n - 1) + fib(n - 2));

const checkedLoop = (n: number): number => {
  let sum = 0;
  for (let i = 1; i <= n; i++) sum = sum + i * 3 - i;
  return sum;
};

const modularLoop = (n: number): number => {
  let state = 1;
  let i = 0;
  while (i < n) {
    state = (state * 31 + i) % 1000003;
    i++;
  }
  return state;
};

const structPaths = (rounds: number): number => {
  const body = () => ({ at: { x: 0, y: 0 }, speed: { x: 1, y: 2 } });
  const world = { bodies: [body(), body(), body(), body()], steps: 0 };
  for (let round = 1; round <= rounds; round++) {
    for (let i = 0; i <= 3; i++) {
      world.bodies[i]!.at.x += world.bodies[i]!.speed.x;
      world.bodies[i]!.at.y += world.bodies[i]!.speed.y;
    }
    world.steps++;
  }
  return world.bodies[3]!.at.x + world.bodies[0]!.at.y + world.steps;
};

/** Encoded, as it has to be to be printed. */
const strings = (n: number): string => {
  let text = "";
  for (let i = 1; i <= n; i++) text += `line ${i}\n`;
  return Buffer.from(text).toString("latin1");
};

const mapCounting = (words: readonly string[], n: number): string => {
  const counts = new Map<string, number>();
  for (let i = 1; i <= n; i++) {
    const word = words[i % 10]!;
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return `{${[...counts].map(([word, count]) => `${word}: ${count}`).join(", ")}}`;
};

const lists = (n: number): number => {
  const items: number[] = [];
  for (let i = 0; i < n; i++) items.push(i);
  const changed = [...items];
  for (let i = 0; i < n; i++) changed[i] = changed[i]! * 2 + 1;
  return changed[0]! + changed[n - 1]!;
};

const nestedSums = (n: number): number => {
  const rows: number[][] = [];
  for (let i = 1; i <= n; i++) {
    const row: number[] = [];
    for (let j = 1; j <= n; j++) row.push(i * j);
    rows.push(row);
  }
  let total = 0;
  for (let round = 1; round <= 10; round++) for (const row of rows) for (const item of row) total += item;
  return total;
};

interface Node {
  readonly left: Tree;
  readonly value: number;
  readonly right: Tree;
}
type Tree = Node | null;

const treeOf = (depth: number): Tree =>
  depth === 0 ? null : { left: treeOf(depth - 1), value: depth, right: treeOf(depth - 1) };

const sumOf = (tree: Tree): number => (tree === null ? 0 : sumOf(tree.left) + tree.value + sumOf(tree.right));

const enumTrees = (depth: number): number => {
  let total = 0;
  for (let round = 1; round <= 20; round++) total += sumOf(treeOf(depth));
  return total;
};

const isEven = (n: number): boolean => (n === 0 ? true : isOdd(n - 1));
const isOdd = (n: number): boolean => (n === 0 ? false : isEven(n - 1));
const climb = (n: number, step: number): number => (n === 0 ? step : climb(n - 1, step) + (step % 7));

const deepRecursion = (depth: number, rounds: number): number => {
  let count = 0;
  for (let round = 1; round <= rounds; round++) {
    if (isEven(depth + (round % 3))) count++;
    count += climb(depth, round);
  }
  return count;
};

type Op =
  | { readonly op: "push"; readonly n: number }
  | { readonly op: "add" | "multiply" | "skip" }
  | { readonly op: "keep" | "load"; readonly slot: number }
  | { readonly op: "less"; readonly slot: number; readonly limit: number };

const enumMatching = (rounds: number): number => {
  const ops: Op[] = [{ op: "push", n: 3 }];
  for (let i = 1; i <= 40; i++) {
    ops.push({ op: "push", n: i }, { op: "add" }, { op: "keep", slot: i % 4 });
    ops.push({ op: "less", slot: 0, limit: 5 }, { op: "skip" }, { op: "load", slot: 2 });
    ops.push({ op: "multiply" }, { op: "less", slot: 1, limit: i });
  }
  const kept = [0, 0, 0, 0];
  let top = 0;
  let below = 1;
  for (let round = 1; round <= rounds; round++) {
    for (const each of ops) {
      switch (each.op) {
        case "push":
          below = top;
          top = each.n + round;
          break;
        case "add":
          top = (top + below) % 65536;
          break;
        case "multiply":
          top = (top * below) % 65536;
          break;
        case "keep":
          kept[each.slot] = top;
          break;
        case "load":
          top = kept[each.slot]!;
          break;
        case "less":
          if (each.slot !== 0) {
            if (kept[each.slot]! < each.limit) top++;
          } else if (top < each.limit) top = each.limit;
          break;
        case "skip":
          below++;
      }
    }
  }
  return top + below;
};

interface Shape<Self> {
  area(scale: number): number;
  grown(by: number): Self;
}
class Square implements Shape<Square> {
  readonly side: number;
  constructor(side: number) {
    this.side = side;
  }
  area(scale: number): number {
    return this.side * this.side * scale;
  }
  grown(by: number): Square {
    return new Square(this.side + by);
  }
}
class Ring implements Shape<Ring> {
  readonly outer: number;
  readonly inner: number;
  constructor(outer: number, inner: number) {
    this.outer = outer;
    this.inner = inner;
  }
  area(scale: number): number {
    return (this.outer - this.inner) * scale;
  }
  grown(by: number): Ring {
    return new Ring(this.outer + by, this.inner);
  }
}

const largest = <T extends Shape<T>>(shapes: readonly T[], first: T): T => {
  let found = first;
  for (const shape of shapes) if (found.area(2) < shape.area(2)) found = shape;
  return found;
};

const generics = (rounds: number): number => {
  let squares = [new Square(1)];
  let rings = [new Ring(2, 1)];
  for (let i = 1; i <= 99; i++) {
    squares.push(new Square((i * 7) % 50));
    rings.push(new Ring((i * 5) % 60, i % 9));
  }
  let sum = 0;
  for (let round = 1; round <= rounds; round++) {
    squares = squares.map((each) => each.grown(round % 2));
    rings = rings.map((each) => each.grown(round % 3));
    sum += largest(squares, squares[0]!).area(1) + largest(rings, rings[0]!).area(1);
  }
  return sum;
};

const words = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

type Printed = string | number;

/** What each program of `programs/` prints, by its name. */
export const javascript: Readonly<Record<string, () => Printed | Promise<Printed>>> = {
  fib: () => fib(25),
  "checked-loop": () => checkedLoop(400_000),
  "modular-loop": () => modularLoop(400_000),
  "struct-paths": () => structPaths(20_000),
  strings: () => strings(20_000),
  "map-counting": () => mapCounting(words, 200_000),
  lists: () => lists(100_000),
  "nested-sums": () => nestedSums(200),
  "enum-trees": () => enumTrees(14),
  "deep-recursion": () => deepRecursion(9_000, 100),
  "enum-matching": () => enumMatching(500),
  generics: () => generics(200),
  "json-encode": () => jsonEncode(20),
  "json-decode": () => jsonDecode(20),
  "typed-decode": () => typedDecode(100),
  tasks: () => tasks(5_000),
  suspensions: () => suspensions(5_000),
};
