// The functions that stand for built-ins and variants where these are used as values.

import { builtins } from "../../ir/builtins.ts";
import type { ValuesGrammar } from "../../ir/derived.ts";
import type { NodeOf } from "../../ir/framework/language.ts";
import { defaultId } from "../../ir/mono.ts";
import type { Local } from "../../ir/symbols.ts";
import { enumeration, list, STRING, type Type, UNIT, UNKNOWN } from "../../ir/types.ts";
import { asUnknown, fail, functionOf, giveBack, param, text, use } from "./build.ts";
import { builtinCalls } from "./builtin-calls.ts";
import type { Demand } from "./demand.ts";
import { derivedFunction } from "./derived-function.ts";
import { logListed } from "./log-calls.ts";
import type { EnumDecl, Variant } from "./tables.ts";
import type { Callable, Fn } from "./value-functions.ts";

type Expr = NodeOf<ValuesGrammar, "Expr">;

/** A parameter of a built-in as a function value; the default is that of the built-in, as a text. */
interface Given {
  readonly name: string;
  readonly type: Type;
  readonly text: string | null;
}

/** A built-in that takes any arguments takes, as a value, those that it has a use for. */
const restParameters: Readonly<Record<string, readonly Given[]>> = {
  print: [{ name: "value", type: UNKNOWN, text: "" }],
  assert: [
    { name: "condition", type: UNKNOWN, text: null },
    { name: "message", type: UNKNOWN, text: "assertion failed" },
  ],
};

const parametersOf = (name: string): readonly Given[] =>
  restParameters[name] ??
  (builtins[name]?.params ?? []).map(({ name, type, optional }) => ({
    ...{ name, type, text: optional ? "" : null },
  }));

/** A namespace is no function, although it is printed like one. */
const noCall = (name: string) => (): Expr => fail("runtime_type_error", text(`cannot call ${name}`));

const localOf = (name: string, id: number): Local => ({ name, id, kind: "param" });

/** Built-ins test their arguments themselves (03, section 14). */
const MISFIT = "runtime_invalid_arguments";

/** `log` has a use for every argument. */
const askLog = (id: string, path: string, made: Demand<Fn>): Callable => {
  const signature = { id, name: "log", path, params: [["values", list(UNKNOWN)]] as const, result: UNIT };
  made.ask(id, () => derivedFunction(signature, (frame, values) => logListed(values!, frame)));
  return { ...signature, label: id, params: [], rest: "listed", captured: null, misfit: MISFIT };
};

/** The function of a built-in; sees to it that it and those of its defaults exist. `print` drops what is too much. */
export const askBuiltin = (name: string, path: string, made: Demand<Fn>): Callable => {
  const id = `<builtin ${name}>`;
  if (name === "log") return askLog(id, path, made);
  const given = parametersOf(name);
  const locals = given.map((each, i) => localOf(each.name, i));
  const params = given.map((each, i) => param(locals[i]!, each.type));
  const frame = { locals: locals.length };
  const args = given.map((each, i) => use(locals[i]!, each.type));
  const called = (builtinCalls[name] ?? noCall(name))(args, 0, frame);
  const result = called.type;
  made.ask(id, () =>
    functionOf({ id, name, path, params, result, locals: frame.locals, statements: [giveBack(called)] }),
  );
  const defaults = given.map((each, i) => {
    if (each.text === null) return null;
    const value: Expr = each.type === STRING ? text(each.text) : asUnknown(text(each.text));
    const asked = made.ask(defaultId(id, each.name), () =>
      functionOf({
        ...{ id: defaultId(id, each.name), name: defaultId(name, each.name), path },
        ...{ params: params.slice(0, i), result: each.type, locals: i, statements: [giveBack(value)] },
      }),
    );
    return { id: asked, takes: i };
  });
  return {
    ...{ id, name, label: id, path, result, rest: name === "print" ? "unused" : "refused" },
    params: given.map(({ name, type }, i) => ({ name, type, default: defaults[i]! })),
    captured: null,
    misfit: MISFIT,
  };
};

/** The function that makes a variant; sees to it that it exists. */
export const askVariant = (owner: EnumDecl, variant: Variant, path: string, made: Demand<Fn>): Callable => {
  const id = `<enum ${owner.id}.${variant.name}>`;
  const name = `${owner.name}.${variant.name}`;
  const result = enumeration(owner.id, owner.name);
  const params = variant.payload.map((type, i) => ({ name: `arg${i}`, type, default: null }));
  made.ask(id, () => {
    const locals = params.map((each, i) => localOf(each.name, i));
    const value: Expr = {
      ...{ kind: "MakeVariant", at: 0, type: result, enum: owner.id, variant: variant.name },
      args: params.map(({ type }, i) => use(locals[i]!, type)),
    };
    return functionOf({
      ...{ id, name, path, params: params.map(({ type }, i) => param(locals[i]!, type)) },
      ...{ result, locals: locals.length, statements: [giveBack(value)] },
    });
  });
  return {
    id,
    name,
    label: `<enum ${name}>`,
    path,
    params,
    result,
    rest: "refused",
    captured: null,
    misfit: "runtime_type_error",
  };
};
