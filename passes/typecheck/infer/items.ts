// Inference of declarations (chapter 2.6): annotations become types, bodies and defaults are inferred.

import { UNIT } from "../../../ir/types.ts";
import { defaultsOf, enterBody, type InferenceOf, tailOf } from "./context.ts";
import { enter } from "./places.ts";

export const modules: InferenceOf<"Module", "Module"> = {
  Module: (n, to, { body }) => {
    const context = enterBody(body.checker, n.path, null);
    const { at, path, text, comments } = n;
    return { kind: "Module", at, path, text, comments, items: n.items.map((item) => to.Item(item, context)) };
  },
};

export const items: InferenceOf<"Item", "Struct" | "Enum" | "App" | "Test"> = {
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
  App: (n, to, { body }) => {
    const inside = tailOf(enterBody(body.checker, body.path, null));
    return {
      kind: "App",
      at: n.at,
      name: n.name,
      doc: n.doc,
      locals: n.locals,
      body: to.Block(n.body, inside),
    };
  },
  Test: (n, to, { body }) => {
    const inside = tailOf(enterBody(body.checker, body.path, null));
    return {
      kind: "Test",
      at: n.at,
      name: n.name,
      doc: n.doc,
      locals: n.locals,
      body: to.Block(n.body, inside),
    };
  },
};

export const functions: InferenceOf<"Fn", "Fn"> = {
  Fn: (n, to, { body }) => {
    const result = n.result?.type ?? UNIT;
    const inside = enterBody(body.checker, body.path, result);
    const inDefaults = defaultsOf(inside);
    return {
      kind: "Fn",
      at: n.at,
      id: n.id,
      name: n.name,
      locals: n.locals,
      params: n.params.map((param) => to.Param(param, inDefaults)),
      result,
      body: to.Block(n.body, tailOf(inside)),
    };
  },
};

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
  Field: (n, to, { body }) => {
    const { type } = n.type;
    const inside = enterBody(body.checker, body.path, null);
    const place = { type, what: `the default of "${n.name.name}"`, validated: true };
    return {
      kind: "Field",
      at: n.at,
      name: n.name,
      type,
      default: n.default && enter(n.default, to, inside, place),
    };
  },
};
