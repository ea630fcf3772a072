// Random sources for property tests: a program that has every construct, and what mutations make of it.

import fc from "fast-check";
import { kindOf } from "../../../ir/tokens.ts";
import { lex } from "../lexer/lex.ts";

export const program = `requires db, time
import { a, b } from "./m"
import Err from std.Error

## A type.
type User:
  ## Its name.
  name: String(1..80)
  tags: List<String>= []
  home: Map<String, Address>?

type Small = User without name, tags

enum Color:
  Red
  Mixed(Int, Int)

interface Show:
  fn show<T>(x: T) -> String where T: Show

impl Show for User:
  fn show() -> String:
    return self.name

fn load(id: Int, flag: Bool = true) -> Row!Missing:
  let found = table_of("rows")
    .where("id", "=", id + 2 * -1)
    ?! Missing(id=id reason="none")
  var total: Int?!Err = 0
  for Item(price=p, kind=_) in found.items:
    if p > 10 and !flag or p == 1..2:
      total = total ?? id<Int>(1)
    else if p < 3: return null
    else:
      print("item \${p + 1} costs \${f("x")}")
  match user?.color?[0]:
    Color.Red -> div(class="a" id=key() ?! x=1): "t"
    Mixed(-1, "s"):
      let t = spawn:
        return heavy({"a": [1, 2.5], b: null})
      return await t
    _ -> box 1
  while total < 100:
    transaction:
      break
  continue

component Card(title: String):
  return section(id="c" class="card"):
    h2(): title
    if open: p(): "open"
    else:
      br()
    for x in items:
      li(data_x=x): a(href="/\${x}"): x

service Api at "/api":
  get "/items/{id: Int}" -> Row!Missing:
    return load(id)
  post "/items" body User -> Row:
    return save(body)

config Settings:
  port: Int = 8080

migration 003:
  up()

app "main":
  run()

test "it":
  assert(true)
`;

/** The text of each token with the blanks behind it; layout stands in the blanks. */
const pieces: readonly string[] = (() => {
  const { tokens, starts } = lex("a.fuse", program);
  const places = [...tokens].flatMap((token, i) =>
    ["newline", "indent", "dedent", "eof"].includes(kindOf(token)) ? [] : [starts[i]!],
  );
  return places.map((start, i) => program.slice(i === 0 ? 0 : start, places[i + 1] ?? program.length));
})();

type Edit = (pieces: readonly string[]) => readonly string[];
const place = fc.nat(pieces.length - 1);

const remove = place.map(
  (i): Edit =>
    (list) =>
      list.toSpliced(i, 1),
);
const swap = fc.tuple(place, place).map(
  ([i, j]): Edit =>
    (list) => {
      const [a, b] = [list[i] ?? "", list[j] ?? ""];
      return list.with(Math.min(i, list.length - 1), b).with(Math.min(j, list.length - 1), a);
    },
);
const copy = fc.tuple(place, place).map(
  ([i, j]): Edit =>
    (list) =>
      list.toSpliced(i, 0, list[j] ?? ""),
);
const cut = place.map(
  (i): Edit =>
    (list) =>
      i === 0 ? list : list.slice(0, i),
);
const breakLine = fc.tuple(place, fc.nat(6)).map(
  ([i, n]): Edit =>
    (list) =>
      list.toSpliced(i, 0, `\n${" ".repeat(n)}`),
);
const insert = fc
  .tuple(
    place,
    fc.constantFrom(
      "(",
      ")",
      "]",
      "{",
      "'",
      '"',
      '"""',
      "${",
      "@",
      "\t",
      ":",
      "<",
      ">=",
      "?",
      "?!",
      "..",
      "impl",
    ),
  )
  .map(
    ([i, text]): Edit =>
      (list) =>
        list.toSpliced(i, 0, text),
  );

/** The program after a few edits of its tokens. */
export const mutated: fc.Arbitrary<string> = fc
  .array(fc.oneof(remove, swap, copy, breakLine, insert, { arbitrary: cut, weight: 1 }), {
    minLength: 1,
    maxLength: 8,
  })
  .map((edits) => edits.reduce<readonly string[]>((list, edit) => edit(list), pieces).join(""));

/** Tokens in any order, with any line breaks. */
export const jumbled: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.constantFrom("\n", "\n  ", "\n    ", " ")), {
    maxLength: 60,
  })
  .map((list) => list.join(""));
