// declare-error: the opaque type of errors becomes an ordinary struct, whose message no program can read (03, section 16).

import { right } from "fp-ts/These";
import { type AnyNode, type NodeOf, schemaOf } from "../../ir/framework/language.ts";
import { pass } from "../../ir/framework/pass.ts";
import { Called, type CalledGrammar } from "../../ir/mono.ts";
import { substitute } from "../../ir/substitution.ts";
import { ERROR, ERROR_ID, STRING, struct } from "../../ir/types.ts";
import { typeMapper } from "./map-types.ts";

type Program = NodeOf<CalledGrammar, "Program">;
type TypeDecl = NodeOf<CalledGrammar, "TypeDecl">;

const mapTypes = typeMapper(schemaOf(Called), "Program");

const declared = struct(ERROR_ID, "Error");
const by = new Map([[ERROR, declared]]);

const declaration: TypeDecl = {
  ...{ kind: "Struct", at: 0, id: ERROR_ID, name: "Error" },
  fields: [{ kind: "Field", at: 0, name: "message", type: STRING, default: null }],
};

export const declareError = pass({
  name: "declare-error",
  purpose: "Makes a struct of the opaque type of errors.",
  from: Called,
  to: Called,
  run: (program) => {
    const mapped = mapTypes(program as unknown as AnyNode, (type) =>
      substitute(type, by),
    ) as unknown as Program;
    return right(mapped === program ? program : { ...mapped, types: [...mapped.types, declaration] });
  },
});
