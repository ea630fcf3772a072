// The programs of the benchmarks by hand in JavaScript, as one would write them: numbers are not checked.

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
  for (let round = 1; round <= 4; round++) total += sumOf(treeOf(depth));
  return total;
};

const words = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/** What each program of `programs/` prints, by its name. */
export const javascript: Readonly<Record<string, () => string | number>> = {
  fib: () => fib(25),
  "checked-loop": () => checkedLoop(400_000),
  "modular-loop": () => modularLoop(400_000),
  "struct-paths": () => structPaths(20_000),
  strings: () => strings(20_000),
  "map-counting": () => mapCounting(words, 200_000),
  lists: () => lists(100_000),
  "nested-sums": () => nestedSums(200),
  "enum-trees": () => enumTrees(14),
};
