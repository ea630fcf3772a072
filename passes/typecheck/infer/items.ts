// Inference of declarations (chapter 2.6): annotations become types, bodies, defaults and values are inferred.

import type { FormOf, NodeOf } from "../../../ir/framework/language.ts";
import type { TypeParam } from "../../../ir/interfaces.ts";
import type { ResolvedGrammar } from "../../../ir/resolved.ts";
import type { InferredGrammar } from "../../../ir/typed.ts";
import { HTML, parameter, type Type, UNIT } from "../../../ir/types.ts";
import { isUnknown } from "../../compatibility.ts";
import {
  type Context,
  defaultsOf,
  enterAnother,
  enterBody,
  type InferenceOf,
  type To,
  tailOf,
} from "./context.ts";
import { enter } from "./places.ts";

export const modules: InferenceOf<"Module", "Module"> = {
  Module: (n, to, { body }) => {
    const context = enterBody(body.checker, n.path, null);
    return { ...n, items: n.items.map((item) => to.Item(item, context)) };
  },
};

export const items: InferenceOf<
  "Item",
  | "Struct"
  | "Enum"
  | "Interface"
  | "Impl"
  | "Function"
  | "Component"
  | "Config"
  | "App"
  | "Test"
  | "Migration"
> = {
  Struct: (n, to, context) => ({
    kind: "Struct",
    at: n.at,
    id: n.id,
    name: n.name,
    fields: n.fields.map((field) => to.Field(field, context)),
  }),
  Enum: (n, to, context) => ({
    kind: "Enum",
    at: n.at,
    id: n.id,
    name: n.name,
    variants: n.variants.map((variant) => to.Variant(variant, context)),
  }),
  Interface: (n, to, context) => {
    const bounds = new Map([[parameter(`${n.id}.Self`, "Self"), n.id]]);
    const inside = enterAnother(context, null, { bounds });
    const members = n.members.map((member) => to.Member(member, inside));
    return { kind: "Interface", at: n.at, id: n.id, name: n.name, members };
  },
  Impl: (n, to, context) => ({
    kind: "Impl",
    at: n.at,
    id: n.id,
    interface: n.interface,
    target: n.target,
    // nothing can be said about methods of what is no type (2.11.2)
    methods: isUnknown(n.target)
      ? []
      : n.methods.map((fn) => functionOf(fn, to, context, { self: n.target })),
  }),
  Function: (n, to, context) => ({ kind: "Function", at: n.at, fn: functionOf(n.fn, to, context) }),
  Component: (n, to, context) => ({
    kind: "Component",
    at: n.at,
    fn: functionOf(n.fn, to, context, { component: true }),
  }),
  Config: (n, to, context) => ({
    kind: "Config",
    at: n.at,
    id: n.id,
    name: n.name,
    fields: n.fields.map((field) => to.ConfigField(field, context)),
  }),
  App: (n, to, context) => ({ ...n, body: entryOf(n, to, context) }),
  Test: (n, to, context) => ({ ...n, body: entryOf(n, to, context) }),
  Migration: (n, to, context) => ({ ...n, body: entryOf(n, to, context) }),
};

type Block = NodeOf<InferredGrammar, "Block">;
type Entry = FormOf<ResolvedGrammar, "Item", "App" | "Test" | "Migration">;

/** An entry may end with any value, but no error leaves from it. */
const entryOf = ({ body }: Entry, to: To, context: Context): Block =>
  to.Block(body, tailOf(enterAnother(context, null)));

// ---- Functions ------------------------------------------------------------------------------------------

type SourceFn = NodeOf<ResolvedGrammar, "Fn">;
type Fn = NodeOf<InferredGrammar, "Fn">;

/** `self` is the type that a method is of. */
interface Particular {
  readonly self?: Type;
  readonly component?: boolean;
}

const functionOf = (
  n: SourceFn,
  to: To,
  context: Context,
  { self, component = false }: Particular = {},
): Fn => {
  const result = component ? HTML : (n.result?.type ?? UNIT);
  const inside = enterAnother(context, result, { component, bounds: boundsOf(n.typeParams) });
  if (n.self && self) inside.body.locals[n.self.id] = self;
  const inDefaults = defaultsOf(inside);
  return {
    kind: "Fn",
    at: n.at,
    id: n.id,
    name: n.name,
    typeParams: n.typeParams,
    self: n.self,
    locals: n.locals,
    params: n.params.map((param) => to.Param(param, inDefaults)),
    result,
    body: to.Block(n.body, tailOf(inside)),
  };
};

const boundsOf = (params: readonly TypeParam[]): ReadonlyMap<Type, string> =>
  new Map(params.flatMap(({ type, bound }) => (bound === null ? [] : [[type, bound] as const])));

export const functions: InferenceOf<"Fn", "Fn"> = { Fn: (n, to, context) => functionOf(n, to, context) };

export const members: InferenceOf<"Member", "Member"> = {
  Member: (n, to, context) => {
    const bounds = new Map([...context.body.bounds, ...boundsOf(n.typeParams)]);
    const inside = enterAnother(context, null, { bounds });
    return {
      kind: "Member",
      at: n.at,
      name: n.name,
      typeParams: n.typeParams,
      locals: n.locals,
      params: n.params.map((param) => to.Param(param, inside)),
      result: n.result?.type ?? UNIT,
    };
  },
};

// ---- Defaults and values --------------------------------------------------------------------------------

export const params: InferenceOf<"Param", "Param"> = {
  Param: (n, to, context) => {
    const { type } = n.type;
    const what = `the default of "${n.local.name}"`;
    context.body.locals[n.local.id] = type;
    return {
      kind: "Param",
      at: n.at,
      local: n.local,
      type,
      default: n.default && enter(n.default, to, context, { type, what }),
    };
  },
};

export const fields: InferenceOf<"Field", "Field"> = {
  Field: (n, to, context) => {
    const { type } = n.type;
    const place = { type, what: `the default of "${n.name.name}"`, validated: true };
    return {
      kind: "Field",
      at: n.at,
      name: n.name,
      type,
      default: n.default && enter(n.default, to, enterAnother(context, null), place),
    };
  },
};

export const configFields: InferenceOf<"ConfigField", "ConfigField"> = {
  ConfigField: (n, to, context) => {
    const { type } = n.type;
    const place = { type, what: `the value of "${n.name.name}"`, validated: true };
    return {
      kind: "ConfigField",
      at: n.at,
      name: n.name,
      type,
      value: enter(n.value, to, enterAnother(context, null), place),
    };
  },
};
