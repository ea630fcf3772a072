// For tests: programs in which values are shared, changed and given up in all ways, as source text.

import fc from "fast-check";

/** Lines, indented as they stand in a block. */
type Lines = readonly string[];

const nested = (lines: Lines): Lines => lines.map((line) => `  ${line}`);

/** Each changes one of the variables `a` and `b` (lists), `t` (text), `p` and `q` (structs), `m` (map), `o` (option). */
const simple: readonly string[] = [
  ...[
    "a = a + [t]",
    "a = a + b",
    "b = a",
    "a = b + [t, t]",
    "a = grown(a, t)",
    "a = [t]",
    "b = last(a, b, t)",
  ],
  ...['t = t + "x"', "t = first(a, t)", 't = "y"', "t = p.name", "t = t + t", "t = named(p)"],
  ...["p = Pair(items=a, name=t)", "q = p", "p = renamed(p, t)", "p = q", "a = p.items", "p.items = b"],
  ...[
    "p.items = p.items + [t]",
    "p.items = p.items + q.items",
    "p.name = p.name + t",
    "p.items = a + p.items",
  ],
  ...[
    "p.items = grown(p.items, p.name)",
    "p.next = q",
    "p.next = null",
    "p.next?.name = t",
    "q = p.next ?? p",
  ],
  ...["m[t] = a", "m[t] = (m[t] ?? []) + [t]", "a = m[t] ?? b", 'm["k"] = (m["k"] ?? a) + b'],
  ...["o = p.next", "o = null", "o = q", "q = o ?? q", "o?.name = t", "o?.items = b"],
  ...["rows = rows + [a]", "rows = [b]", "rows = []", "t = size(rows, t)"],
  ...["print(t)", "print(named(p))", "print(first(a, t))", "print(shown(a))", "print(shown(p.items))"],
];

/** Lists may double, and loops go over lists. */
const bounded: Lines = ["n = n + 1", "if n > 9:", "  break"];

/** Ways to leave; where there is no loop the last is left out. */
const leaving: readonly string[] = ["return a", "return p.items", "return b + a", "break", "continue"];

const blocks = (inLoop: boolean, depth: number): fc.Arbitrary<Lines> => {
  const plain = fc.constantFrom(...simple).map((line): Lines => [line]);
  const exit = fc.constantFrom(...leaving.slice(0, inLoop ? undefined : 3)).map((line): Lines => [line]);
  const body = fc
    .tuple(
      fc.array(statement(inLoop, depth, plain), { minLength: 1, maxLength: 5 }),
      fc.option(exit, { freq: 4 }),
    )
    .map(([lines, end]): Lines => [...lines.flat(), ...(end ?? [])]);
  return body;
};

const statement = (inLoop: boolean, depth: number, plain: fc.Arbitrary<Lines>): fc.Arbitrary<Lines> => {
  if (depth === 0) return plain;
  const inner = blocks(inLoop, depth - 1);
  const looped = blocks(true, depth - 1);
  const condition = fc.constantFrom('t == "x"', 'first(a, t) != "y"', "p.name == t", "m[t] == null", "n > 2");
  return fc.oneof(
    { weight: 6, arbitrary: plain },
    {
      weight: 1,
      arbitrary: fc.tuple(condition, inner).map(([test, yes]): Lines => [`if ${test}:`, ...nested(yes)]),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(condition, inner, inner)
        .map(([test, yes, no]): Lines => [`if ${test}:`, ...nested(yes), "else:", ...nested(no)]),
    },
    {
      weight: 1,
      arbitrary: looped.map(
        (lines): Lines => ["for x in b:", "  t = x", ...nested(bounded), ...nested(lines)],
      ),
    },
    {
      weight: 1,
      arbitrary: looped.map((lines): Lines => ["for i in 0..1:", "  n = n + i", ...nested(lines)]),
    },
    {
      weight: 1,
      arbitrary: looped.map(
        (lines): Lines => ["while n < 9 and t != p.name:", "  n = n + 1", ...nested(lines)],
      ),
    },
  );
};

const declarations: Lines = [
  ...["type Pair:", "  items: List<String>", "  name: String", "  next: Pair? = null"],
  ...["fn grown(xs: List<String>, x: String) -> List<String>:", '  return xs + [x, "g"]'],
  ...["fn first(xs: List<String>, otherwise: String) -> String:", "  for x in xs:", "    return x"],
  ...["  return otherwise", "fn named(p: Pair) -> String:", '  return p.name + "!"'],
  ...["fn renamed(p: Pair, name: String) -> Pair:", "  var r = p", "  r.name = name", "  return r"],
  ...[
    "fn last(a: List<String>, b: List<String>, t: String) -> List<String>:",
    '  if t == "x":',
    "    return a",
  ],
  ...["  return b", "fn size(rows: List<List<String>>, t: String) -> String:", "  var all = t"],
  ...["  for row in rows:", "    all = first(row, all)", "  return all"],
  ...["fn shown(xs: List<String>) -> String:", '  return "${xs}"'],
];

/** A program of one function, which changes what it was given, and what it made, and shows what has become of it. */
export const sharingProgram: fc.Arbitrary<string> = blocks(false, 3).map((lines) =>
  [
    ...declarations,
    "fn f(given: List<String>, pair: Pair, start: String) -> List<String>:",
    ...nested([
      ...[
        "var a = given",
        'var b = ["b", start]',
        "var t = start",
        "var p = pair",
        "var q = pair",
        "var n = 0",
      ],
      ...["var m: Map<String, List<String>> = {}", "var o = pair.next", "var rows: List<List<String>> = []"],
      ...lines,
      'print("${a} ${b} ${t} ${p.items} ${p.name} ${q.items} ${q.name} ${m} ${rows} ${o == null} ${n}")',
      "return a",
    ]),
    'app "shares":',
    ...nested([
      'let pair = Pair(items=["p"], name="n", next=Pair(items=["q"], name="m"))',
      'let list = ["x", "y"]',
      'print(shown(f(list, pair, "x")))',
      'print(shown(f(pair.items, pair, "s")))',
      'print("${list} ${pair.items} ${pair.name}")',
    ]),
    "",
  ].join("\n"),
);
