// declarations, by example.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { faults, flat, items, parsed, type } from "./sample.ts";

const trees: readonly (readonly [source: string, tree: string])[] = [
  [`import { a, b, } from "./m"`, `(ImportNamed [a b] "./m")`],
  ["import {} from a.b", `(ImportNamed [] "a.b")`],
  ["import A from std.Error", `(ImportFrom A "std.Error")`],
  [`import A as B from "m"`, `(ImportAlias A B "m")`],
  ["import A", "(ImportModule A)"],
  [
    "type A:\n  if: Int = 1\n  b: List<Int>= []",
    "(Struct\n  A\n  [(Field if (NamedType Int) (Int 1)) (Field b (GenericType List [(NamedType Int)]) (List []))])",
  ],
  ["type B = m.A without x, type", "(DerivedStruct B m.A [x type])"],
  ["enum E:\n  A\n  B(Int, C,)", "(Enum E [(Variant A []) (Variant B [(NamedType Int) (NamedType C)])])"],
  [
    "interface I:\n  fn a<T>(x: T) -> T where T: J",
    "(Interface I [(Member a [T] [(Param x (NamedType T) -)] (NamedType T) [(Bound T J)])])",
  ],
  ["impl I for m.T:\n  fn a():\n    x", "(Impl I m.T [(Fn a [] [] - [] (Block [(Do (Name x))]))])"],
  [
    "fn f<A, B>(x: A = 1) -> B where A: I, B: m.J:\n  x",
    "(Function\n  (Fn\n    f\n    [A B]\n    [(Param x (NamedType A) (Int 1))]\n    (NamedType B)\n    [(Bound A I) (Bound B m.J)]\n    (Block [(Do (Name x))])))",
  ],
  ["component C:\n  x", "(Component C [] [] [] (Block [(Do (Name x))]))"],
  [
    `service S at "/s":\n  put "/a" body T -> R!:\n    x`,
    `(Service\n  S\n  "/s"\n  [(Route put "/a" body= (NamedType T) (ResultType (NamedType R) -) (Block [(Do (Name x))]))])`,
  ],
  ["config C:\n  port: Int = 1", "(Config C [(ConfigField port (NamedType Int) (Int 1))])"],
  [`app "a":\n  x`, `(App "a" (Block [(Do (Name x))]))`],
  [`test "t":\n  x`, `(Test "t" (Block [(Do (Name x))]))`],
  ["migration 003:\n  x", `(Migration "3" (Block [(Do (Name x))]))`],
];

for (const [source, tree] of trees) {
  test(source, () => {
    assert.is(items(source), flat(tree));
    assert.equal(faults(source), []);
  });
}

const types: readonly (readonly [source: string, tree: string])[] = [
  ["A!B?", "(ResultType (NamedType A) (OptionalType (NamedType B)))"],
  ["Int??= 1", "(OptionalType (OptionalType (NamedType Int)))"],
  ["List<Int??>= []", "(GenericType List [(OptionalType (OptionalType (NamedType Int)))])"],
  ["A?!B", "(ResultType (OptionalType (NamedType A)) (NamedType B))"],
  ["A!B!C", "(ResultType (NamedType A) (ResultType (NamedType B) (NamedType C)))"],
  ["Int??", "(OptionalType (OptionalType (NamedType Int)))"],
  ["Map<String, List<m.A>>", "(GenericType Map [(NamedType String) (GenericType List [(NamedType m.A)])])"],
  ["Int(1..80)", "(RefinedType Int [(Binary .. (Int 1) (Int 80))])"],
  ["String()", "(RefinedType String [])"],
];

for (const [source, tree] of types) {
  test(source, () => {
    assert.is(type(source), tree);
    assert.equal(faults(`fn f(x: ${source}):\n  return\n`), []);
  });
}

test("doc comments belong to declarations and members", () => {
  const { items } = parsed("## one\n## two\ntype A:\n  ## field\n  x: Int\n").module;
  assert.is(
    items[0]?.kind === "Struct" ? `${items[0].doc}/${items[0].fields[0]?.doc}` : "",
    "one\ntwo/field",
  );
});

test("requires lines come first, undocumented, and name capabilities", () => {
  assert.equal(faults("requires db, disk\nimport A\n## doc\nrequires time\n"), [
    "1:14 unknown capability 'disk': expected db, crypto, network, time or files",
    "4:10 requires declarations must appear before other top-level declarations",
  ]);
  assert.equal(faults("import *\nrequires db\n").slice(1), [
    "2:10 requires declarations must appear before other top-level declarations",
  ]);
  assert.equal(faults("## doc\nrequires time\n"), ["2:10 requires declarations cannot have doc comments"]);
  assert.is(parsed("requires db, time\n").module.requires.length, 2);
});

test.run();
