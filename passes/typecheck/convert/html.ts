// Conversions of HTML: attributes are texts or absent; children are taken as they come.

import { holdsUnknown, map, option, plain, STRING } from "../../../ir/types.ts";
import { isUnknown } from "../../compatibility.ts";
import type { ConversionOf, Expr } from "./context.ts";
import { into, operand } from "./places.ts";

const ATTRIBUTE = option(STRING);
const ATTRIBUTES = map(STRING, ATTRIBUTE);

export const elements: ConversionOf<"Expr", "Element"> = {
  Element: (n, to, context) => {
    const attributes = n.attributes && attributesOf(to.Expr(n.attributes, context));
    const children = n.children && to.Expr(n.children, context);
    return { kind: "Element", at: n.at, type: n.type, tag: n.tag, attributes, children };
  },
};

export const attributes: ConversionOf<"Attribute", "Attribute"> = {
  Attribute: (n, to, context) => ({ ...n, value: attributeOf(to.Expr(n.value, context)) }),
};

const attributeOf = (value: Expr): Expr =>
  isUnknown(plain(value.type)) || value.type.kind === "Option" ? into(ATTRIBUTE, value) : into(STRING, value);

/** A map with values of unknown type is tested as a whole. */
const attributesOf = (value: Expr): Expr =>
  value.kind === "Attributes" ? value : holdsUnknown(value.type) ? into(ATTRIBUTES, value) : operand(value);
