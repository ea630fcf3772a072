// Tests of insert-conversions for what has types of its own: generic calls, members, tasks, boxes, configs, HTML.

import { isLeft } from "fp-ts/These";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { print } from "../../../ir/framework/print.ts";
import type { ModuleInterface } from "../../../ir/interfaces.ts";
import { Typed } from "../../../ir/typed.ts";
import {
  box,
  HTML,
  INT,
  list,
  map,
  option,
  parameter,
  QUERY,
  refined,
  STRING,
  type Type,
  task,
  UNIT,
  UNKNOWN,
} from "../../../ir/types.ts";
import { insertConversions } from "../insert-conversions.ts";
import {
  app,
  type Expr,
  functionInfo,
  type Item,
  interfaceOf,
  moduleOf,
  programWith,
} from "../testing-trees.ts";

const T = parameter("f<T>", "T");
const SELF = parameter("m:I.Self", "Self");
const U = parameter("m:I.m<U>", "U");
const SMALL = refined(INT, [{ kind: "Range", low: 1n, high: 3n }]);

const param = (name: string, type: Type) => ({ name, type, optional: false });
const typeParam = (type: Type) => ({ name: type.text, at: 0, type, bound: null });
const known: Partial<ModuleInterface> = {
  functions: [
    functionInfo("f", { typeParams: [typeParam(T)], params: [param("xs", list(T)), param("x", T)] }),
  ],
  interfaces: [
    {
      id: "m:I",
      name: "I",
      self: SELF,
      members: [
        {
          name: "m",
          typeParams: [typeParam(U)],
          params: [param("a", SELF), param("b", option(U))],
          result: null,
        },
      ],
    },
  ],
  exports: [{ name: "C", kind: "config", id: "m:C", at: 0 }],
  structs: [{ id: "m:C", name: "C", fields: [{ name: "n", type: SMALL, hasDefault: true, origin: "m:C" }] }],
};

const printed = (item: Item): string => {
  const outcome = insertConversions.run(programWith([moduleOf("m", [], item)], [interfaceOf("m", known)]), {
    options: {},
  });
  if (isLeft(outcome)) throw new Error("it reports nothing");
  const [module] = outcome.right.modules;
  return print(Typed, "Item", module!.items[0]!).replace(/\s+/g, " ");
};

const local = (name: string, type: Type): Expr => ({
  kind: "Local",
  at: 0,
  type,
  local: { name, id: 0, kind: "let" },
});
const args = (...values: readonly Expr[]) =>
  values.map((value, index) => ({ kind: "BoundArg", at: 0, index, value }) as const);
const contains = (item: Item, part: string): void => {
  const text = printed(item);
  assert.ok(text.includes(part), text);
};

test("an argument enters the type that the type arguments make of its parameter", () => {
  const values = args(local("a", UNKNOWN), local("b", INT));
  const call = { kind: "Call", at: 0, type: UNIT, function: "f", receiver: null, args: values } as const;
  contains(app({ ...call, typeArgs: [INT] }), "(BoundArg 0 (Convert :List<Int> (Local a#0 :_)))");
  contains(app({ ...call, typeArgs: [INT] }), "(BoundArg 1 (Local b#0 :Int))");
  contains(app({ ...call, typeArgs: [option(INT)] }), "(BoundArg 1 (Convert :Int? (Local b#0 :Int)))");
});

test("in a member of a bound Self is the type parameter", () => {
  const values = args(local("a", UNKNOWN), local("b", INT));
  const receiver = local("x", T);
  const member = { type: UNIT, of: T, interface: "m:I", member: "m", typeArgs: [INT] };
  const call: Expr = { kind: "CallMember", at: 0, ...member, receiver, args: values };
  contains(app(call), "(Local x#0 :T) [ (BoundArg 0 (Convert :T (Local a#0 :_)))");
  contains(app(call), "(BoundArg 1 (Convert :Int? (Local b#0 :Int)))");
});

test("a query is the first argument of its methods", () => {
  const where: Expr = {
    kind: "CallBuiltin",
    at: 0,
    type: QUERY,
    name: "query.where",
    args: [local("q", QUERY), local("c", STRING), local("op", UNKNOWN), local("n", INT)],
  };
  contains(
    app(where),
    "(Local q#0 :query) (Local c#0 :String) (Local op#0 :_) (Convert :_ (Local n#0 :Int))",
  );
});

test("the value of a config is validated like a default", () => {
  const field = { name: { name: "n", at: 0 }, type: SMALL, value: local("x", INT) };
  const config: Item = {
    kind: "Config",
    at: 0,
    id: "m:C",
    name: { name: "C", at: 0 },
    fields: [{ kind: "ConfigField", at: 0, ...field }],
  };
  contains(config, "(Validate :Int(...) C.n (Local x#0 :Int))");
  const name = { name: "n", at: 0 };
  const fields = [{ kind: "FieldValue", at: 0, name, value: local("x", INT) } as const];
  contains(
    app({ kind: "StructLiteral", at: 0, type: UNKNOWN, struct: "m:C", fields }),
    "(Validate :Int(...) C.n",
  );
});

test("what returns from a task enters the type of the task", () => {
  const value = local("x", INT);
  const body = { kind: "Block", at: 0, statements: [{ kind: "Return", at: 0, value }] } as const;
  contains(
    app({ kind: "Spawn", at: 0, type: task(option(INT)), body }),
    "(Return (Convert :Int? (Local x#0 :Int)))",
  );
});

test("a box is its content in other places", () => {
  const value = local("b", box(task(INT)));
  contains(app({ kind: "Await", at: 0, type: INT, operand: value }), "(Convert :Task<Int> (Local b#0");
  contains(
    app({ kind: "Box", at: 0, type: box(INT), operand: local("x", INT) }),
    "(Box :boxInt (Local x#0 :Int))",
  );
  contains(
    app({ kind: "Box", at: 0, type: box(INT), operand: local("x", box(INT)) }),
    "(Box :boxInt (Local x#0",
  );
});

test("an attribute is a text or nothing", () => {
  const attribute = (value: Expr): Expr => ({
    kind: "Element",
    at: 0,
    type: HTML,
    tag: "a",
    attributes: {
      kind: "Attributes",
      at: 0,
      type: map(STRING, STRING),
      attributes: [{ kind: "Attribute", at: 0, name: { name: "href", at: 0 }, value }],
    },
    children: null,
  });
  contains(app(attribute(local("x", UNKNOWN))), "(Convert :String? (Local x#0 :_))");
  contains(app(attribute(local("x", STRING))), "(Attribute href (Local x#0 :String))");
  contains(app(attribute(local("x", option(STRING)))), "(Attribute href (Local x#0 :String?))");
});

test.run();
