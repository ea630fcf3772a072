// Substitution of type parameters in a function: in every type that its tree holds.

import { type AnyNode, type NodeOf, schemaOf } from "../../ir/framework/language.ts";
import { Detached, type DetachedGrammar } from "../../ir/mono.ts";
import { type Substitution, substitute } from "../../ir/substitution.ts";
import { typeMapper } from "./map-types.ts";

type Fn = NodeOf<DetachedGrammar, "Function">;

const mapTypes = typeMapper(schemaOf(Detached), "Function");

/** The function with its type parameters replaced. */
export const substituteTypes = (fn: Fn, by: Substitution): Fn =>
  mapTypes(fn as unknown as AnyNode, (type) => substitute(type, by)) as unknown as Fn;
