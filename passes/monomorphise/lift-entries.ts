// lift-entries: apps, tests, default values and assets become functions, and modules lists of types and functions.

import { right } from "fp-ts/These";
import type { FormOf, NodeOf } from "../../ir/framework/language.ts";
import { pass } from "../../ir/framework/pass.ts";
import { type Recur, rewrite } from "../../ir/framework/rewrite.ts";
import type { TypeParam } from "../../ir/interfaces.ts";
import { defaultId, type EntryKind, Lifted, type LiftedGrammar } from "../../ir/mono.ts";
import { Slice, type SliceGrammar } from "../../ir/slice.ts";
import { declarationId } from "../../ir/symbols.ts";
import { type Type, UNIT } from "../../ir/types.ts";
import { assetFunction, assetId } from "./assets.ts";
import { entryBody, testReturn } from "./entry-body.ts";

type Module = NodeOf<SliceGrammar, "Module">;
type Item<K extends keyof SliceGrammar["Item"]> = FormOf<SliceGrammar, "Item", K>;
type SourceFn = NodeOf<SliceGrammar, "Fn">;
type Expr = NodeOf<LiftedGrammar, "Expr">;
type Fn = NodeOf<LiftedGrammar, "Function">;
type Param = NodeOf<LiftedGrammar, "Param">;
type To = Recur<SliceGrammar, LiftedGrammar, void>;

/** What the modules become, collected in their order. */
interface Lifting {
  readonly types: NodeOf<LiftedGrammar, "TypeDecl">[];
  readonly impls: NodeOf<LiftedGrammar, "Impl">[];
  readonly functions: Fn[];
  readonly entries: NodeOf<LiftedGrammar, "EntryPoint">[];
}

const never = (): never => {
  throw new Error("the default of a derived type's field is a function of its base");
};

const body = rewrite<SliceGrammar, LiftedGrammar>(Slice, Lifted, {
  Program: {
    Program: ({ at, modules, assets }, to) => {
      const lifting: Lifting = { types: [], impls: [], functions: [], entries: [] };
      for (const module of modules) liftModule(module, module === modules[0], to, lifting);
      lifting.functions.push(...assets.map((asset) => assetFunction(asset, modules[0]!.path)));
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
  Expr: {
    AssetName: ({ at, type, path }) => ({
      ...{ kind: "Call", at, type, function: assetId(path), typeArgs: [], receiver: null, args: [] },
    }),
    InheritedDefault: never,
  },
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
      case "Impl":
        liftImpl(item, module.path, to, lifting);
        break;
      case "Function":
        liftFunction(item.fn, UNIT, module.path, to, lifting);
        if (first && item.fn.name.name === "main" && item.fn.typeParams.length === 0) {
          const { at, name, id } = item.fn;
          lifting.entries.push({ kind: "EntryPoint", at, role: "main", name, function: id });
        }
        break;
      default:
        liftEntry(item, module.path, to, lifting);
    }
  }
};

const liftStruct = ({ at, id, name, fields }: Item<"Struct">, path: string, to: To, lifting: Lifting) => {
  const lifted = fields.map((field) => {
    // the literal that takes the default validates it
    const value = field.default?.kind === "Validate" ? field.default.value : field.default;
    if (value === null) return to.Field(field);
    if (value.kind === "InheritedDefault") {
      return { ...to.Field(field), default: defaultId(value.origin, value.field) };
    }
    const made = defaultId(id, field.name.name);
    lifting.functions.push(giving(to.Expr(value), made, { ...nothingAround, path }));
    return { ...to.Field(field), default: made };
  });
  lifting.types.push({ kind: "Struct", at, id, name: name.name, fields: lifted });
};

const liftImpl = (item: Item<"Impl">, path: string, to: To, lifting: Lifting): void => {
  const { at, interface: of, target, methods } = item;
  for (const method of methods) liftFunction(method, target, path, to, lifting);
  lifting.impls.push({
    kind: "Impl",
    at,
    interface: of,
    target,
    methods: methods.map((fn) => ({ kind: "Method", at: fn.at, name: fn.name.name, function: fn.id })),
  });
};

/** `selfType` is the type of the receiver, if it is an instance method. */
const liftFunction = (fn: SourceFn, selfType: Type, path: string, to: To, lifting: Lifting): void => {
  const { at, id, name, typeParams, self, result, locals } = fn;
  const params: Param[] = [];
  for (const param of fn.params) {
    const made = param.default && defaultId(id, param.local.name);
    if (param.default && made) {
      const around = { path, params: params.map(withoutDefault), typeParams, self, selfType, locals };
      lifting.functions.push(giving(to.Expr(param.default), made, around));
    }
    params.push({ ...to.Param(param), default: made });
  }
  lifting.functions.push({
    ...{ kind: "Function", at, id, name: name.name, path, typeParams, self, selfType },
    ...{ params, result, locals, body: to.Block(fn.body) },
  });
};

/** What the function of a default has of the function whose parameter it is for. */
interface Around {
  readonly path: string;
  readonly params: readonly Param[];
  readonly typeParams: readonly TypeParam[];
  readonly self: Fn["self"];
  readonly selfType: Type;
  readonly locals: number;
}

const nothingAround = { params: [], typeParams: [], self: null, selfType: UNIT, locals: 0 } as const;

const withoutDefault = (param: Param): Param => ({ ...param, default: null });

/** The function that gives the value of a default. */
const giving = (value: Expr, id: string, around: Around): Fn => {
  const { at, type: result } = value;
  const body = { kind: "Block" as const, at, statements: [{ kind: "Return" as const, at, value }] };
  return {
    ...{ kind: "Function", at, id, name: id.slice(id.indexOf(":") + 1), path: around.path },
    ...{ typeParams: around.typeParams, self: around.self, selfType: around.selfType },
    ...{ params: around.params, result },
    ...{ locals: around.locals as Fn["locals"], body },
  };
};

const liftEntry = (item: Item<"App"> | Item<"Test">, path: string, to: To, lifting: Lifting): void => {
  const { at, name, locals } = item;
  const role: EntryKind = item.kind === "App" ? "app" : "test";
  const id = declarationId(path, `${role}${lifting.entries.length}(${name.name})`);
  const body = entryBody(to.Block(item.body), role === "test" ? testReturn : null);
  lifting.functions.push({
    ...{ kind: "Function", at, id, name: name.name, path, typeParams: [], self: null, selfType: UNIT },
    ...{ params: [], result: UNIT, locals, body },
  });
  lifting.entries.push({ kind: "EntryPoint", at, role, name, function: id });
};

export const liftEntries = pass({
  name: "lift-entries",
  purpose: "Makes a function of each app, test body, default value or asset.",
  from: Slice,
  to: Lifted,
  run: (program) => right(body.Program(program)),
});
