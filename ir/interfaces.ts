// Module interfaces: all that other modules may know of a module. What they say decides whether others are checked again.

import * as t from "io-ts";
import { leaf } from "./framework/language.ts";
import { typeCodec } from "./types.ts";

const nullable = <C extends t.Mixed>(codec: C) => t.union([codec, t.null]);

/** A type parameter of a function: `type` is a Parameter, `bound` the id of the interface of its `where`. */
export const typeParamCodec = t.type(
  { name: t.string, at: t.number, type: typeCodec, bound: nullable(t.string) },
  "a type parameter",
);
export type TypeParam = Readonly<t.TypeOf<typeof typeParamCodec>>;

const param = t.type({ name: t.string, type: typeCodec, optional: t.boolean }, "a parameter");

/** What can be exported under a name; an app has no name in its module (2.5). */
const exportKind = t.keyof(
  {
    struct: null,
    enum: null,
    interface: null,
    function: null,
    component: null,
    service: null,
    config: null,
    app: null,
  },
  "a kind of declaration",
);
export type ExportKind = t.TypeOf<typeof exportKind>;

/** `at` is the span of the name. */
const exported = t.type({ name: t.string, kind: exportKind, id: t.string, at: t.number }, "an export");
export type Export = Readonly<t.TypeOf<typeof exported>>;

/** A struct or config. `origin` is the struct whose declaration has the default: for a derived type it is its base. */
const field = t.type(
  { name: t.string, type: typeCodec, hasDefault: t.boolean, origin: t.string },
  "a field of an interface",
);
const structInfo = t.type({ id: t.string, name: t.string, fields: t.readonlyArray(field) }, "a struct");
export type StructInfo = Readonly<t.TypeOf<typeof structInfo>>;

const variant = t.type({ name: t.string, payload: t.readonlyArray(typeCodec) }, "a variant");
const enumInfo = t.type({ id: t.string, name: t.string, variants: t.readonlyArray(variant) }, "an enum");
export type EnumInfo = Readonly<t.TypeOf<typeof enumInfo>>;

/**
 * A function, component or method. `name` is how messages call it (`User.show` for a method); `result` is null where
 * none is declared. `self`: a method that mentions `self` is an instance method (2.11.3); null for what is no method.
 */
const functionInfo = t.type(
  {
    id: t.string,
    name: t.string,
    kind: t.keyof({ function: null, component: null, method: null }),
    self: nullable(t.keyof({ instance: null, associated: null })),
    typeParams: t.readonlyArray(typeParamCodec),
    params: t.readonlyArray(param),
    result: nullable(typeCodec),
  },
  "a function",
);
export type FunctionInfo = Readonly<t.TypeOf<typeof functionInfo>>;

const memberInfo = t.type(
  {
    name: t.string,
    typeParams: t.readonlyArray(typeParamCodec),
    params: t.readonlyArray(param),
    result: nullable(typeCodec),
  },
  "a member of an interface",
);
export type MemberInfo = Readonly<t.TypeOf<typeof memberInfo>>;

/** `self` is the Parameter that `Self` is in the members. */
const interfaceInfo = t.type(
  { id: t.string, name: t.string, self: typeCodec, members: t.readonlyArray(memberInfo) },
  "an interface",
);
export type InterfaceInfo = Readonly<t.TypeOf<typeof interfaceInfo>>;

/** `interface` and `target` are resolved, or there would be no entry; `at` is the span of the interface's name. */
const implInfo = t.type(
  {
    interface: t.string,
    target: typeCodec,
    at: t.number,
    methods: t.readonlyArray(t.type({ name: t.string, id: t.string })),
  },
  "an impl",
);
export type ImplInfo = Readonly<t.TypeOf<typeof implInfo>>;

/** An import of a module by a module; `at` is the span of the import. */
const importInfo = t.type({ module: t.string, at: t.number }, "an import");

/**
 * A call of a generic function, or one through a bound, in the body of `from`: `args` may mention type parameters of
 * `from`. `function` is the id of what is called; for a call through a bound `member` says which, of the type `of`.
 * `associated`: it was called on the type, not on a value.
 */
const instantiation = t.type(
  {
    from: t.string,
    at: t.number,
    function: t.string,
    args: t.readonlyArray(typeCodec),
    member: nullable(t.type({ of: typeCodec, interface: t.string, name: t.string, associated: t.boolean })),
  },
  "an instantiation",
);
export type Instantiation = Readonly<t.TypeOf<typeof instantiation>>;

const moduleInterface = t.type(
  {
    path: t.string,
    package: t.string,
    requires: t.readonlyArray(t.string),
    imports: t.readonlyArray(importInfo),
    exports: t.readonlyArray(exported),
    structs: t.readonlyArray(structInfo),
    enums: t.readonlyArray(enumInfo),
    functions: t.readonlyArray(functionInfo),
    interfaces: t.readonlyArray(interfaceInfo),
    impls: t.readonlyArray(implInfo),
    /** From bodies, so no part of what others depend on; empty until `collect-instances`. */
    instantiations: t.readonlyArray(instantiation),
  },
  "the interface of a module",
);
export type ModuleInterface = Readonly<t.TypeOf<typeof moduleInterface>>;

const all = t.readonlyArray(moduleInterface, "interfaces of modules");
export const moduleInterfaceCodec = moduleInterface;

const shown = ({ path, instantiations }: ModuleInterface): string =>
  instantiations.length === 0 ? path : `${path}(${instantiations.length} instantiations)`;

/** Interfaces at a leaf; printed as their paths. */
export const interfaces = leaf(all, (each) => `interfaces=[${each.map(shown).join(" ")}]`);

/** Type parameters at a leaf. */
export const typeParams = leaf(t.readonlyArray(typeParamCodec, "type parameters"), (params) =>
  params.length === 0
    ? ""
    : `<${params.map(({ name, bound }) => (bound === null ? name : `${name}: ${bound}`)).join(", ")}>`,
);
