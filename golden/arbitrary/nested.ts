// Sources of any size for tests of the limits: one construct nested in itself, or one long chain (chapter 1.9, limits).

/** `open` and `close` around `core`, `depth` times. */
const around = (open: string, core: string, close: string, depth: number): string =>
  open.repeat(depth) + core + close.repeat(depth);

const ifs = (depth: number): string => {
  const lines = Array.from({ length: depth }, (_, i) => `${" ".repeat(i + 1)}if b:\n`);
  return `fn f(b: Bool):\n${lines.join("")}${" ".repeat(depth + 1)}print(1)\n`;
};

const loops = (depth: number): string => {
  const lines = Array.from({ length: depth }, (_, i) => `${" ".repeat(i + 1)}for x${i} in [1]:\n`);
  return `fn f():\n${lines.join("")}${" ".repeat(depth + 1)}print(x0)\n`;
};

/** With a call of `f` by an app, so that no pass drops the function. */
const used = (text: string, args = ""): string => `${text}\napp "limits":\n  f(${args})\n`;

/** A program with a construct nested `depth` deep, by the name of the construct. */
export const nestings: Readonly<Record<string, (depth: number) => string>> = {
  parentheses: (depth) => used(`fn f() -> Int:\n  return ${around("(1 + ", "1", ")", depth)}\n`),
  negations: (depth) => used(`fn f(b: Bool) -> Bool:\n  return ${around("!", "b", "", depth)}\n`, "true"),
  lists: (depth) => used(`fn f():\n  print(${around("[", "1", "]", depth)})\n`),
  maps: (depth) => used(`fn f():\n  print(${around('{"k": ', "1", "}", depth)})\n`),
  calls: (depth) => used(`fn f(n: Int) -> Int:\n  return ${around("f(", "1", ")", depth)}\n`, "1"),
  interpolations: (depth) => used(`fn f():\n  print(${around(`"\${`, "1", '}"', depth)})\n`),
  types: (depth) => used(`fn f(a: ${around("List<", "Int", ">", depth)}):\n  print(a)\n`, "[]"),
  patterns: (depth) =>
    used(
      `enum T:\n  Leaf\n  Node(T)\n\nfn f(t: T):\n  match t:\n    ${around("Node(", "_", ")", depth)}:\n      print(1)\n`,
      "T.Leaf",
    ),
  ifs: (depth) => used(ifs(depth), "true"),
  loops: (depth) => used(loops(depth)),
};

/** A program with a left-associative chain of `length` links, by the name of the operator. */
export const chains: Readonly<Record<string, (length: number) => string>> = {
  sums: (length) => used(`fn f() -> Int:\n  return 1${" + 1".repeat(length)}\n`),
  texts: (length) => used(`fn f() -> String:\n  return "a"${' + "b"'.repeat(length)}\n`),
  conjunctions: (length) => used(`fn f(b: Bool) -> Bool:\n  return b${" and b".repeat(length)}\n`, "true"),
  defaults: (length) => used(`fn f(n: Int?) -> Int:\n  return n${" ?? n".repeat(length)} ?? 1\n`, "1"),
  members: (length) =>
    used(`type T:\n  next: T\n\nfn f(ts: List<T>) -> T:\n  return ts[0]${".next".repeat(length)}\n`, "[]"),
  "optional members": (length) =>
    used(`type T:\n  next: T?\n\nfn f(t: T) -> T?:\n  return t.next${"?.next".repeat(length)}\n`, "T()"),
  calls: (length) => used(`fn f():\n  let d = []\n  d[0]${"(1)".repeat(length)}\n`),
  indices: (length) => used(`fn f():\n  let d = []\n  print(d${"[0]".repeat(length)})\n`),
  methods: (length) =>
    used(
      `interface I:\n  fn m() -> Self\n\ntype T:\n  n: Int\n\nimpl I for T:\n  fn m() -> Self:\n    return self\n\nfn f(t: T) -> T:\n  return t${".m()".repeat(length)}\n`,
      "T(n=1)",
    ),
  "calls through a bound": (length) =>
    used(
      `interface I:\n  fn m() -> Self\n\ntype T:\n  n: Int\n\nimpl I for T:\n  fn m() -> Self:\n    return self\n\nfn f<X>(t: X) -> X where X: I:\n  return t${".m()".repeat(length)}\n`,
      "T(n=1)",
    ),
  "else ifs": (length) =>
    used(`fn f(n: Int):\n  if n == 0: print(0)\n${"  else if n == 1: print(1)\n".repeat(length)}`, "1"),
};
