// The functions that stand for built-ins and variants where these are used as values.

import { builtins } from "../../ir/builtins.ts";
import type { ValuesGrammar } from "../../ir/derived.ts";
import type { NodeOf } from "../../ir/framework/language.ts";
import { defaultId } from "../../ir/mono.ts";
import type { Local } from "../../ir/symbols.ts";
import { enumeration, STRING, type Type, UNKNOWN } from "../../ir/types.ts";
import { functionOf, giveBack, param, text, use } from "./build.ts";
import { asUnknown, builtinCalls } from "./builtin-calls.ts";
import type { Demand } from "./demand.ts";
import type { EnumDecl, Variant } from "./tables.ts";

export type Fn = NodeOf<ValuesGrammar, "Function">;
type Expr = NodeOf<ValuesGrammar, "Expr">;

/** A parameter of a built-in as a function value; the default is that of the built-in, as a text. */
interface Parameter {
  readonly name: string;
  readonly type: Type;
  readonly default: string | null;
}

/** A built-in that takes any arguments takes, as a value, those that it has a use for. */
const restParameters: Readonly<Record<string, readonly Parameter[]>> = {
  print: [{ name: "value", type: UNKNOWN, default: "" }],
  assert: [
    { name: "condition", type: UNKNOWN, default: null },
    { name: "message", type: UNKNOWN, default: "assertion failed" },
  ],
};

const parametersOf = (name: string): readonly Parameter[] =>
  restParameters[name] ??
  (builtins[name]?.params ?? []).map(({ name, type, optional }) => ({
    ...{ name, type, default: optional ? "" : null },
  }));

const localOf = (name: string, id: number): Local => ({ name, id, kind: "param" });

/** The function of a built-in, and those of its defaults, as a value of it has them (14: `print` drops the rest). */
export const askBuiltin = (name: string, path: string, made: Demand<Fn>) => {
  const id = `<builtin ${name}>`;
  const parameters = parametersOf(name);
  const locals = parameters.map((each, i) => localOf(each.name, i));
  const params = parameters.map((each, i) => param(locals[i]!, each.type));
  made.ask(id, () => {
    const frame = { locals: locals.length };
    const args = parameters.map((each, i) => use(locals[i]!, each.type));
    const called = builtinCalls[name]!(args, 0, frame);
    const statements = [giveBack(called)];
    return functionOf({ id, name, path, params, result: called.type, locals: frame.locals, statements });
  });
  const defaults = parameters.map((each, i) => {
    const { default: value } = each;
    if (value === null) return null;
    return made.ask(defaultId(id, each.name), () => {
      const given: Expr = each.type === STRING ? text(value) : asUnknown(text(value));
      return functionOf({
        ...{ id: defaultId(id, each.name), name: defaultId(name, each.name), path },
        ...{ params: params.slice(0, i), result: each.type, locals: i, statements: [giveBack(given)] },
      });
    });
  });
  return { function: id, defaults, rest: name === "print" };
};

/** The function that makes a variant. */
export const askVariant = (owner: EnumDecl, variant: Variant, path: string, made: Demand<Fn>): string => {
  const id = `<enum ${owner.id}.${variant.name}>`;
  return made.ask(id, () => {
    const locals = variant.payload.map((_, i) => localOf(`arg${i}`, i));
    const type = enumeration(owner.id, owner.name);
    const value: Expr = {
      ...{ kind: "MakeVariant", at: 0, type, enum: owner.id, variant: variant.name },
      args: variant.payload.map((type, i) => use(locals[i]!, type)),
    };
    return functionOf({
      ...{ id, name: `${owner.name}.${variant.name}`, path },
      params: variant.payload.map((type, i) => param(locals[i]!, type)),
      ...{ result: type, locals: locals.length, statements: [giveBack(value)] },
    });
  });
};
