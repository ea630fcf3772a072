// lift-entries: apps, tests and default values become functions, and modules lists of types and functions.

import { right } from "fp-ts/These";
import type { FormOf, NodeOf } from "../../ir/framework/language.ts";
import { pass } from "../../ir/framework/pass.ts";
import { type Recur, rewrite } from "../../ir/framework/rewrite.ts";
import { defaultId, type EntryKind, Lifted, type LiftedGrammar } from "../../ir/mono.ts";
import { declarationId } from "../../ir/symbols.ts";
import { Typed, type TypedGrammar } from "../../ir/typed.ts";
import { UNIT } from "../../ir/types.ts";
import { entryBody, testReturn } from "./entry-body.ts";

type Module = NodeOf<TypedGrammar, "Module">;
type Item<K extends keyof TypedGrammar["Item"]> = FormOf<TypedGrammar, "Item", K>;
type SourceFn = NodeOf<TypedGrammar, "Fn">;
type Expr = NodeOf<LiftedGrammar, "Expr">;
type Fn = NodeOf<LiftedGrammar, "Function">;
type Param = NodeOf<LiftedGrammar, "Param">;
type EntryPoint = NodeOf<LiftedGrammar, "EntryPoint">;
type To = Recur<TypedGrammar, LiftedGrammar, void>;

/** What the modules become, collected in their order. */
interface Lifting {
  readonly types: NodeOf<LiftedGrammar, "TypeDecl">[];
  readonly functions: Fn[];
  readonly entries: EntryPoint[];
}

const body = rewrite(Typed, Lifted, {
  Program: {
    Program: ({ at, modules }, to) => {
      const lifting: Lifting = { types: [], functions: [], entries: [] };
      for (const module of modules) liftModule(module, module === modules[0], to, lifting);
      const sources = modules.map(({ at, path, text }) => ({ kind: "Source" as const, at, path, text }));
      return { kind: "Program", at, sources, ...lifting };
    },
  },
  Field: {
    Field: ({ at, name, type }) => ({ kind: "Field", at, name: name.name, type, default: null }),
  },
  Variant: {
    Variant: ({ at, name, payload }) => ({
      kind: "Variant",
      at,
      name: name.name,
      payload: payload.map(({ type }) => type),
    }),
  },
  Param: { Param: ({ at, local, type }) => ({ kind: "Param", at, local, type, default: null }) },
});

const liftModule = (module: Module, first: boolean, to: To, lifting: Lifting): void => {
  for (const item of module.items) {
    switch (item.kind) {
      case "Struct":
        liftStruct(item, module.path, to, lifting);
        break;
      case "Enum": {
        const variants = item.variants.map((each) => to.Variant(each));
        lifting.types.push({ kind: "Enum", at: item.at, id: item.id, name: item.name.name, variants });
        break;
      }
      case "Function":
        liftFunction(item.fn, module.path, first, to, lifting);
        break;
      default:
        if (first || item.kind === "Test") liftEntry(item, module.path, to, lifting);
    }
  }
};

const liftStruct = ({ at, id, name, fields }: Item<"Struct">, path: string, to: To, lifting: Lifting) => {
  const lifted = fields.map((field) => {
    if (field.default === null) return to.Field(field);
    const made = defaultId(id, field.name.name);
    // the literal that takes the default validates it
    const value = field.default.kind === "Validate" ? field.default.value : field.default;
    lifting.functions.push(giving(to.Expr(value), made, path, [], 0));
    return { ...to.Field(field), default: made };
  });
  lifting.types.push({ kind: "Struct", at, id, name: name.name, fields: lifted });
};

const liftFunction = (fn: SourceFn, path: string, first: boolean, to: To, lifting: Lifting): void => {
  const params: Param[] = [];
  for (const param of fn.params) {
    const made = param.default && defaultId(fn.id, param.local.name);
    if (param.default && made) {
      lifting.functions.push(giving(to.Expr(param.default), made, path, [...params], fn.locals));
    }
    params.push({ ...to.Param(param), default: made });
  }
  const { at, id, name, result, locals } = fn;
  const body = to.Block(fn.body);
  lifting.functions.push({ kind: "Function", at, id, name: name.name, path, params, result, locals, body });
  if (first && name.name === "main") {
    lifting.entries.push({ kind: "EntryPoint", at, role: "main", name, function: id });
  }
};

/** The function that gives the value of a default. */
const giving = (value: Expr, id: string, path: string, params: readonly Param[], locals: number): Fn => {
  const { at, type: result } = value;
  const body = { kind: "Block" as const, at, statements: [{ kind: "Return" as const, at, value }] };
  return {
    kind: "Function",
    at,
    id,
    name: id.slice(id.indexOf(":") + 1),
    path,
    params,
    result,
    locals,
    body,
  };
};

const liftEntry = (item: Item<"App"> | Item<"Test">, path: string, to: To, lifting: Lifting): void => {
  const { at, name, locals } = item;
  const role: EntryKind = item.kind === "App" ? "app" : "test";
  const id = declarationId(path, `${role}${lifting.entries.length}(${name.name})`);
  const body = entryBody(to.Block(item.body), role === "test" ? testReturn : null);
  lifting.functions.push({
    ...{ kind: "Function", at, id, name: name.name, path },
    ...{ params: [], result: UNIT, locals, body },
  });
  lifting.entries.push({ kind: "EntryPoint", at, role, name, function: id });
};

export const liftEntries = pass({
  name: "lift-entries",
  purpose: "Makes a function of each app, test body or default value.",
  from: Typed,
  to: Lifted,
  run: (program) => right(body.Program(program)),
});
