// lower-unknown-paths: an assignment into a value of unknown type reads what is on its path, then puts it back.
//
// `x.f[i].g = v`, where `x.f` is of unknown type: the value first, the indices from left to right, then the walk from
// left to right (03, 4.1), which tests each step; then the parts are put back from the inside out, and what became of
// `x.f` is assigned to `x.f`. A step into an error value that may really be a `Validation` is tested on the way, too.

import { right } from "fp-ts/These";
import { Validated, type ValidatedGrammar } from "../../ir/derived.ts";
import type { FormOf } from "../../ir/framework/language.ts";
import { pass } from "../../ir/framework/pass.ts";
import { rewrite } from "../../ir/framework/rewrite.ts";
import type { Local } from "../../ir/symbols.ts";
import { BOOL, option, plain, STRING, type Type, type TypeOf, UNKNOWN } from "../../ir/types.ts";
import { freshVar, inFrame } from "../fresh.ts";
import { raisedDomains } from "../raised-domains.ts";
import { assign, asUnknown, fail, letBe, not, nothing, perform, prim, text, use, when } from "./build.ts";
import { demand } from "./demand.ts";
import { erase } from "./erasure.ts";
import { type Hoisting, hoisted, several } from "./hoisting.ts";
import { contentOf, isNull } from "./optional.ts";
import { VALIDATION_ID } from "./std-error.ts";
import { fieldOf, structOf, tablesOf } from "./tables.ts";
import {
  type Expr,
  noPart,
  type Context as Parts,
  putPart,
  readPart,
  type Step,
  type Stmt,
} from "./unknown-parts.ts";

type Assign = FormOf<ValidatedGrammar, "Stmt", "Assign">;

interface Context extends Parts, Hoisting<Stmt> {
  /** Of the locals met so far, by id. */
  readonly types: Type[];
  /** Types whose place may hold a `Validation` instead (see `raised-domains.ts`). */
  readonly raised: ReadonlySet<Type>;
}

const body = rewrite<ValidatedGrammar, ValidatedGrammar, Context>(Validated, Validated, {
  Program: {
    Program: (n, to, context) => {
      const functions = n.functions.map((fn) => to.Function(fn, context));
      return { ...n, functions: [...functions, ...context.made.all()] };
    },
  },
  Function: {
    Function: (n, to, context) => {
      const types: Type[] = [];
      for (const { local, type } of n.params) types[local.id] = type;
      return inFrame(n, { ...context, before: [], types }, to.Block);
    },
  },
  Block: {
    Block: (n, to, context) => {
      const statements = hoisted(n.statements, (each) => to.Stmt(each, context), context);
      return statements === n.statements ? n : { ...n, statements };
    },
  },
  Stmt: {
    Let: (n, _, { types }) => {
      types[n.local.id] = n.type;
      return n;
    },
    Assign: (n, _, context) => {
      if (n.steps.some(isUnknown)) return assigned(n, context);
      return n.steps.some((step) => isDoubtful(step, context)) ? tested(n, context) : n;
    },
  },
  Pattern: {
    BindPattern: (n, _, { types }) => {
      types[n.local.id] = n.type;
      return n;
    },
    DynamicBarePattern: (n, _, { types }) => {
      types[n.local.id] = UNKNOWN;
      return n;
    },
  },
});

const isUnknown = ({ of }: Step): boolean => plain(of).kind === "Unknown";

/** Whether the step leads into a value that may be a `Validation` instead. */
const isDoubtful = ({ of }: Step, { raised }: Context): boolean => {
  const known = plain(of);
  return raised.has(known.kind === "Option" ? plain(known.inner) : known);
};

/** Where the assignment into `root` stands, and what is to be written before it. */
interface Site {
  readonly at: number;
  readonly root: Local;
  readonly before: Stmt[];
  readonly context: Context;
}

const assigned = ({ at, local: root, value, steps }: Assign, context: Context): Stmt => {
  const site: Site = { at, root, before: [], context };
  const stored = held(asUnknown(value), "stored", site);
  const path = steps.map((step) =>
    step.kind === "FieldStep" ? step : { ...step, index: held(step.index, "index", site) },
  );
  const start = path.findIndex(isUnknown);
  const [known, unknown] = [path.slice(0, start), path.slice(start)];
  const assignment = (value: Expr): Stmt => ({ kind: "Assign", at, local: root, value, steps: known });
  let place: Expr = use(root, context.types[root.id]!, at);
  for (const step of known) place = held(knownPart(surely(place, step, site), step, site), "part", site);
  if (start > 0 && place.type === UNKNOWN) site.before.push(assignment(absent(at)));
  const changed = into(place, unknown, stored, site);
  return several<Stmt, Stmt>(site.before, assignment(changed), context);
};

/** An assignment along a path that may lead into a `Validation`: each step is tested, then it goes its way. */
const tested = ({ at, local: root, value, steps }: Assign, context: Context): Stmt => {
  const site: Site = { at, root, before: [], context };
  const stored = held(value, "stored", site);
  const path = steps.map((step) =>
    step.kind === "FieldStep" ? step : { ...step, index: held(step.index, "index", site) },
  );
  let place: Expr = use(root, context.types[root.id]!, at);
  for (const [i, step] of path.entries()) {
    const base = surely(place, step, site);
    if (i < path.length - 1) place = held(knownPart(base, step, site), "part", site);
  }
  return several<Stmt, Stmt>(
    site.before,
    { kind: "Assign", at, local: root, value: stored, steps: path },
    context,
  );
};

/** What is there, behind the tests that it is: no null, and no `Validation` in place of another error. */
const surely = (place: Expr, step: Step, site: Site): Expr => {
  const base = notNull(place, step, site);
  if (!isDoubtful(step, site.context)) return base;
  const { at } = site;
  const isOther = prim("union.is", BOOL, [base, text(VALIDATION_ID, at)], at);
  site.before.push(when<Expr, Stmt>(isOther, [noPart(base, at)], at));
  return base;
};

/** The value as one that can be used later, and more than once. */
const held = (value: Expr, name: string, { root, before, context }: Site): Expr => {
  if (constants.has(value.kind) || (value.kind === "Local" && value.local.id !== root.id)) return value;
  const local = freshVar(context, name);
  before.push(letBe(local, value, value.at));
  return use(local, value.type, value.at);
};

const constants: ReadonlySet<Expr["kind"]> = new Set(["Int", "Float", "Bool", "Text", "Null"]);

/**
 * What `place`, which is or may hold a value of unknown type, is with `stored` at the end of the path. A part is taken
 * out of the list or map that holds it until it is put back: so it is changed in place, if nobody else has it.
 */
const into = (place: Expr, path: readonly Step[], stored: Expr, site: Site): Expr => {
  const { at, before, context } = site;
  const put = (base: Expr, i: number, part: Expr): Expr => putPart(base, path[i]!, part, at, context);
  const bases = [notNull(place, path[0]!, site)];
  for (let i = 1; i < path.length; i++) {
    const outer = bases[i - 1]!;
    const part = held(readPart(outer, path[i - 1]!, at, context), "part", site);
    const isTaken = outer.kind === "Local" && path[i - 1]!.kind === "IndexStep";
    if (isTaken) before.push(assign<Expr>(outer.local, put(outer, i - 1, absent(at)), at));
    bases.push(notNull(part, path[i]!, site));
  }
  let inner = stored;
  for (let i = path.length - 1; i > 0; i--) {
    const base = bases[i] as Expr & { readonly kind: "Local" };
    before.push(assign<Expr>(base.local, put(base, i, inner), at));
    inner = base;
  }
  const changed = put(bases[0]!, 0, inner);
  return place.type === UNKNOWN ? changed : { kind: "Convert", at, type: place.type, value: changed };
};

/** What stands where a part was taken out. */
const absent = (at: number): Expr => asUnknown<Expr>(nothing(option(UNKNOWN), at));

/** What is there for sure, behind a test if the step is optional. An entry of a map may have `?.` and be no option. */
const notNull = (base: Expr, { optional }: Step, { at, before }: Site): Expr => {
  const type = plain(base.type);
  if (!optional || (type.kind !== "Option" && type.kind !== "Unknown")) return base;
  const failure = fail<Expr>("runtime_null_access", text("assignment into null", at), at);
  before.push(when<Expr, Stmt>(isNull(base, at), [perform<Expr>(failure, at)], at));
  return contentOf(base, at);
};

/** A part of a struct, list or map of known type; a list's index is tested by the read. */
const knownPart = (base: Expr, step: Step, site: Site): Expr => {
  const { at, before, context } = site;
  const of = plain(base.type);
  if (step.kind === "FieldStep") {
    const { field } = fieldOf(structOf(of, context.tables), step.name.name)!;
    return { kind: "Field", at: step.at, type: field.type, name: step.name, base };
  }
  if (of.kind === "List") {
    return { kind: "Index", at, type: of.item, handled: false, base, index: step.index };
  }
  const { value } = of as TypeOf<"Map">;
  const known = erase(step.index.type) === STRING;
  const key = known ? step.index : prim("unknown.key", STRING, [asUnknown(step.index)], at);
  const entry = [base, held(key, "key", site)];
  const missing = not(prim("map.has", BOOL, entry, at), at);
  before.push(when<Expr, Stmt>(missing, [noPart(base, at)], at));
  return prim("map.read", value, entry, at);
};

export const lowerUnknownPaths = pass({
  name: "lower-unknown-paths",
  purpose: "Writes assignments into values of unknown type as reads and replacements of parts.",
  from: Validated,
  to: Validated,
  run: (program) =>
    right(
      body.Program(program, {
        ...{ locals: 0, before: [], types: [], tables: tablesOf(program.types) },
        ...{ made: demand(), path: program.sources[0]?.path ?? "", raised: raisedDomains(program) },
      }),
    ),
});
