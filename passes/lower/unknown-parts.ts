// Reading a part of a value of unknown type, and putting another in its place, for assignments (03, 4.1).

import type { ValidatedGrammar } from "../../ir/derived.ts";
import type { FormOf, NodeOf } from "../../ir/framework/language.ts";
import { BOOL, ERROR_ID, map, STRING, struct, type Type, UNKNOWN } from "../../ir/types.ts";
import { freshVar } from "../fresh.ts";
import {
  asUnknown,
  call,
  fail,
  giveBack,
  kindIs,
  letBe,
  not,
  perform,
  prim,
  text,
  use,
  when,
} from "./build.ts";
import type { Demand } from "./demand.ts";
import { type Argument, derivedFunction } from "./derived-function.ts";
import { fieldOf, type Tables } from "./tables.ts";

export type Expr = NodeOf<ValidatedGrammar, "Expr">;
export type Stmt = NodeOf<ValidatedGrammar, "Stmt">;
export type Step = NodeOf<ValidatedGrammar, "Step">;
type FieldStep = FormOf<ValidatedGrammar, "Step", "FieldStep">;
type Fn = NodeOf<ValidatedGrammar, "Function">;

export interface Context {
  readonly tables: Tables;
  readonly made: Demand<Fn>;
  readonly path: string;
}

/** The part that is there: it fails if there is none. */
export const readPart = (base: Expr, step: Step, at: number, context: Context): Expr =>
  step.kind === "FieldStep"
    ? call(askField("part", step, context), UNKNOWN, [base], at)
    : call(askItem(context), UNKNOWN, [base, asUnknown(step.index)], at);

/** The value with another part in its place; a map may have none there yet. */
export const putPart = (base: Expr, step: Step, value: Expr, at: number, context: Context): Expr =>
  step.kind === "FieldStep"
    ? call(askField("put", step, context), UNKNOWN, [base, value], at)
    : prim("unknown.put_item", UNKNOWN, [base, asUnknown(step.index), value], at);

/** The failure where a path leads through a value that has no such part. */
export const noPart = (base: Expr, at = 0): Stmt => {
  const kind = prim("unknown.kind", STRING, [asUnknown(base)], at);
  const message = prim("text.concat", STRING, [kind, text(" has no such part to assign", at)], at);
  return perform<Expr>(fail<Expr>("runtime_invalid_assignment_target", message, at), at);
};

const MEMBERS = map(STRING, UNKNOWN);

/** The function that reads an item of a list, or an entry that a map has: null may stand for one that it lacks. */
const askItem = ({ made, path }: Context): string => {
  const signature = { id: "part<[]>", name: "part<[]>", path, result: UNKNOWN };
  const params = [
    ["base", UNKNOWN],
    ["index", UNKNOWN],
  ] as const;
  return made.ask(signature.id, () =>
    derivedFunction({ ...signature, params }, (frame, base, index): readonly Stmt[] => {
      const key = use(freshVar(frame, "key"), STRING);
      const part = use(freshVar(frame, "part"), UNKNOWN);
      const read = letBe<Expr>(part.local, prim("unknown.index", UNKNOWN, [base!, index!]));
      const has = prim<Expr>("map.has", BOOL, [prim<Expr>("unknown.as", MEMBERS, [base!]), key]);
      return [
        when<Expr, Stmt>(kindIs(base!, "Map"), [
          letBe<Expr>(key.local, prim("unknown.key", STRING, [index!])),
          read,
          when<Expr, Stmt>(kindIs(part, "Null"), [when<Expr, Stmt>(not(has), [noPart(base!)])]),
          giveBack(part),
        ]),
        when<Expr, Stmt>(kindIs(base!, "List"), [read, giveBack(part)]),
        noPart(base!),
      ];
    }),
  );
};

/** The function that reads or replaces a field of a name, of whatever struct has one. */
const askField = (verb: "part" | "put", { name }: FieldStep, context: Context): string => {
  const signature = { id: `${verb}<.${name.name}>`, name: `${verb}<.${name.name}>`, path: context.path };
  const value = verb === "put" ? ([["value", UNKNOWN]] as const) : [];
  const params = [["base", UNKNOWN] as const, ...value];
  return context.made.ask(signature.id, () =>
    derivedFunction({ ...signature, params, result: UNKNOWN }, (frame, base, value): readonly Stmt[] => [
      ...[...context.tables.structs.values()].flatMap((declared) => {
        const found = fieldOf(declared, name.name);
        if (!found || declared.id === ERROR_ID) return [];
        const type = struct(declared.id, declared.name);
        const known = prim<Expr>("unknown.as", type, [base!]);
        const isOne = prim("text.eq", BOOL, [
          prim<Expr>("unknown.nominal", STRING, [base!]),
          text(declared.id),
        ]);
        const statements = value
          ? replaced(freshVar(frame, "struct"), known, name, found.field.type, value)
          : [
              giveBack<Expr>(
                asUnknown<Expr>({ kind: "Field", at: 0, type: found.field.type, name, base: known }),
              ),
            ];
        return [when<Expr, Stmt>(isOne, statements)];
      }),
      noPart(base!),
    ]),
  );
};

/** The new value is tested to be of the field's type (00, 0.2). */
const replaced = (
  local: Argument["local"],
  known: Expr,
  name: FieldStep["name"],
  type: Type,
  value: Argument,
): readonly Stmt[] => {
  const field: Expr = type === UNKNOWN ? value : { kind: "Convert", at: 0, type, value };
  const step = { kind: "FieldStep", at: 0, name, of: known.type, optional: false } as const;
  return [
    letBe(local, known),
    { kind: "Assign", at: 0, local, value: field, steps: [step] },
    giveBack(asUnknown(use(local, known.type))),
  ];
};
