// Inference of literals of structs and configs (chapter 2.7.6).

import { nameOfId } from "../../../ir/symbols.ts";
import { config, DIAGNOSED, struct, UNKNOWN } from "../../../ir/types.ts";
import { isUnknown } from "../../compatibility.ts";
import type { StructInfo } from "../declarations.ts";
import { suggestion } from "../suggestion.ts";
import { type Context, type InferenceOf, report, type SourceForm } from "./context.ts";
import { enter } from "./places.ts";

type Literal = SourceForm<"StructLiteral">;

export const structs: InferenceOf<"Expr", "StructLiteral"> = {
  StructLiteral: (n, to, context) => {
    const { structs: declared, configs } = context.body.checker.declarations;
    const isConfig = configs.has(n.struct);
    const known = declared.get(n.struct) ?? configs.get(n.struct);
    const complete = known !== undefined && checkFields(n, known, !isConfig, context);
    const fields = n.fields.map(({ at, name, value }) => {
      const type = known?.fields.get(name.name)?.type ?? UNKNOWN;
      const place = { type, what: `the field "${name.name}"`, at: name.at, validated: true };
      return { kind: "FieldValue" as const, at, name, value: enter(value, to, context, place) };
    });
    const made = isConfig ? config : struct;
    const type = complete ? made(n.struct, nameOfId(n.struct)) : DIAGNOSED;
    return { kind: "StructLiteral", at: n.at, type, struct: n.struct, fields };
  },
};

/**
 * Reports wrong fields and, if asked, missing ones; false if the literal itself is wrong, because one is missing. The
 * fields of a config all have values.
 */
const checkFields = (n: Literal, known: StructInfo, all: boolean, context: Context): boolean => {
  const given = new Set<string>();
  for (const { name } of n.fields) {
    if (given.has(name.name)) report(context, name.at, `the field "${name.name}" is given twice`);
    else if (!known.fields.has(name.name)) {
      report(
        context,
        name.at,
        `${known.name} has no field "${name.name}"${suggestion(name.name, known.fields.keys())}`,
      );
    }
    given.add(name.name);
  }
  const missing = [...known.fields].filter(
    ([name, { type, hasDefault }]) =>
      all && !given.has(name) && !hasDefault && type.kind !== "Option" && !isUnknown(type),
  );
  for (const [name, { type }] of missing) {
    report(context, n.at, `the field "${name}: ${type.text}" of ${known.name} is missing; write ${name}=…`);
  }
  return missing.length === 0;
};
