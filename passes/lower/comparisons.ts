// Structural equality (03, 3.2): operations for plain types, else derived functions.

import type { DerivedGrammar } from "../../ir/derived.ts";
import type { NodeOf } from "../../ir/framework/language.ts";
import type { PrimitiveName } from "../../ir/primitives.ts";
import { BOOL, INT, STRING, type Type, UNKNOWN } from "../../ir/types.ts";
import { type Frame, fresh } from "../fresh.ts";
import {
  block,
  bool,
  call,
  choose,
  fail,
  giveBack,
  letBe,
  not,
  perform,
  prim,
  text,
  use,
  when,
} from "./build.ts";
import type { Demand } from "./demand.ts";
import { type Argument, counting, derivedFunction, pathOf } from "./derived-function.ts";
import { erase } from "./erasure.ts";
import { VALIDATION, VALIDATION_ID } from "./std-error.ts";
import { isStructured } from "./structured.ts";
import type { EnumDecl, StructDecl, Tables } from "./tables.ts";

export type Expr = NodeOf<DerivedGrammar, "Expr">;
type Stmt = NodeOf<DerivedGrammar, "Stmt">;
export type Fn = NodeOf<DerivedGrammar, "Function">;

export interface Context {
  readonly tables: Tables;
  readonly made: Demand<Fn>;
  readonly path: string;
  /** Types whose place may hold a `Validation` instead (see `raised-domains.ts`). */
  readonly raised: ReadonlySet<Type>;
}

const operations: Readonly<Partial<Record<Type["kind"], PrimitiveName>>> = {
  Int: "int.eq",
  Float: "float.eq",
  Bool: "bool.eq",
  String: "text.eq",
  Bytes: "bytes.eq",
  Unknown: "unknown.eq",
};
/** Whether two values of a type are equal; values without equality fail when they meet. */
export const equal = (type: Type, left: Expr, right: Expr, context: Context, at = 0): Expr => {
  const known = erase(type);
  const operation = operations[known.kind];
  if (operation) return prim(operation, BOOL, [left, right], at);
  if (isStructured(known)) return call(askEqual(known, context), BOOL, [left, right], at);
  const operands = [left, right].map((each) => prim("unknown.of", UNKNOWN, [each], at));
  return prim("unknown.eq", BOOL, operands, at);
};

const askEqual = (type: Type, context: Context): string => {
  const id = `equal<${type.key}>`;
  const params = [
    ["left", type],
    ["right", type],
  ] as const;
  const signature = {
    id,
    name: `equal<${type.text}>`,
    path: pathOf(type, context.path),
    params,
    result: BOOL,
  };
  return context.made.ask(id, () =>
    derivedFunction(signature, (frame, left, right): readonly Stmt[] => {
      const site: Site = { left: left!, right: right!, frame, context };
      return [...raisedInstead(type, site), ...bodyOf(type, site)];
    }),
  );
};

interface Site {
  readonly left: Argument;
  readonly right: Argument;
  readonly frame: Frame;
  readonly context: Context;
}

const bodyOf = (type: Type, site: Site): readonly Stmt[] => {
  const { left, right, context } = site;
  switch (type.kind) {
    case "List":
      return listBody(type.item, site);
    case "Map":
      return mapBody(type.value, site);
    case "Option":
      return sided(site, "option.is_none", null, ["option.get", type.inner]);
    case "Result":
      return sided(site, "result.is_ok", ["result.ok_value", type.ok], ["result.err_value", type.error]);
    case "Struct":
      return structBody(context.tables.structs.get(type.id)!, site);
    case "Enum":
      return enumBody(context.tables.enums.get(type.id)!, site);
    case "Union":
      return [...type.domains.flatMap((domain) => domainTest(domain, site)), different];
    default:
      return [giveBack(equal(type, left, right, context))];
  }
};

const unequal = (condition: Expr): Stmt => when<Expr, Stmt>(condition, [giveBack(bool(false))]);

// ---- Options and Results --------------------------------------------------------------------------------

type Content = readonly [op: PrimitiveName, type: Type] | null;

/** Both on the same side, by `test`, with equal contents. */
const sided = (site: Site, test: PrimitiveName, first: Content, second: Content): readonly Stmt[] => {
  const { left, right, context } = site;
  const contents = (content: Content): Expr => {
    if (content === null) return bool(true);
    const [op, type] = content;
    return equal(type, prim(op, type, [left]), prim(op, type, [right]), context);
  };
  const [a, b] = [prim(test, BOOL, [left]), prim(test, BOOL, [right])];
  return [
    unequal(not(prim("bool.eq", BOOL, [a, b]))),
    giveBack(choose(a, BOOL, contents(first), contents(second))),
  ];
};

// ---- Collections ----------------------------------------------------------------------------------------

const listBody = (item: Type, { left, right, frame, context }: Site): readonly Stmt[] => {
  const length = prim("list.length", INT, [left]);
  const loop = counting<Expr, Stmt>(frame, length, (index) => {
    const [a, b] = [left, right].map((each) => prim("list.get", item, [each, index]));
    return [unequal(not(equal(item, a!, b!, context)))];
  });
  return [
    unequal(prim("int.ne", BOOL, [length, prim("list.length", INT, [right])])),
    ...loop,
    giveBack(bool(true)),
  ];
};

const mapBody = (value: Type, { left, right, frame, context }: Site): readonly Stmt[] => {
  const length = prim("map.length", INT, [left]);
  const loop = counting<Expr, Stmt>(frame, length, (index) => {
    const local = fresh(frame, "key");
    const key = use(local, STRING);
    const a = prim("map.value_at", value, [left, index]);
    const b = prim("map.read", value, [right, key]);
    return [
      letBe(local, prim("map.key_at", STRING, [left, index])),
      unequal(not(prim("map.has", BOOL, [right, key]))),
      unequal(not(equal(value, a, b, context))),
    ];
  });
  return [
    unequal(prim("int.ne", BOOL, [length, prim("map.length", INT, [right])])),
    ...loop,
    giveBack(bool(true)),
  ];
};

// ---- Nominal types --------------------------------------------------------------------------------------

const structBody = ({ fields }: StructDecl, { left, right, context }: Site): readonly Stmt[] => {
  const tests = fields.map(({ name, type }) => {
    const [a, b] = [left, right].map(
      (base): Expr => ({ kind: "Field", at: 0, type, name: { name, at: 0 }, base }),
    );
    return unequal(not(equal(type, a!, b!, context)));
  });
  return [...tests, giveBack(bool(true))];
};

/** The right one is looked at under each variant of the left one. */
const enumBody = ({ id, variants }: EnumDecl, { left, right, frame, context }: Site): readonly Stmt[] => {
  const cases = variants.map(({ name, payload }) => {
    const [ours, theirs] = [left, right].map(() => payload.map((_, i) => fresh(frame, `payload${i}`)));
    const pattern = (locals: typeof ours) => ({
      ...({ kind: "VariantPattern", at: 0, enum: id, variant: name } as const),
      args: payload.map((type, i) => ({ kind: "BindPattern", at: 0, local: locals![i]!, type }) as const),
    });
    const tests = payload.map((type, i) =>
      unequal(not(equal(type, use(ours![i]!, type), use(theirs![i]!, type), context))),
    );
    const same = {
      kind: "Case",
      at: 0,
      pattern: pattern(theirs),
      body: block<Stmt>([...tests, giveBack(bool(true))]),
    } as const;
    const inner: Stmt = { kind: "Match", at: 0, exhaustive: false, subject: right, cases: [same] };
    return {
      kind: "Case",
      at: 0,
      pattern: pattern(ours),
      body: block<Stmt>([inner, giveBack(bool(false))]),
    } as const;
  });
  return [{ kind: "Match", at: 0, exhaustive: true, subject: left, cases }];
};

const domainTest = (domain: Type, site: Site): readonly Stmt[] => {
  if (domain.kind !== "Struct" && domain.kind !== "Enum") return [];
  return [sameDomain(domain, domain.id, site)];
};

/** Where the left one is of the domain, the right one has to be, too. */
const sameDomain = (domain: Type, id: string, site: Site): Stmt => {
  const { left, right, context } = site;
  const is = (value: Expr): Expr => prim("union.is", BOOL, [value, text(id)]);
  const as = (value: Expr): Expr => prim("union.as", domain, [value]);
  return when<Expr, Stmt>(is(left), [
    when<Expr, Stmt>(is(right), [giveBack(equal(domain, as(left), as(right), context))]),
    different,
  ]);
};

/** Error values of Results may be a `Validation` that no domain names (03, section 6). */
const raisedInstead = (type: Type, site: Site): readonly Stmt[] => {
  if (!site.context.raised.has(type)) return [];
  const alone = when<Expr, Stmt>(prim("union.is", BOOL, [site.right, text(VALIDATION_ID)]), [different]);
  return [sameDomain(VALIDATION, VALIDATION_ID, site), alone];
};

const different: Stmt = perform(
  fail("runtime_type_error", text("values of different types cannot be compared")),
);
