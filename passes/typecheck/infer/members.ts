// Members of values and types (chapters 2.7.3, 2.11.3 and 2.11.4): fields, methods, members through a bound, built-ins.

import { builtinFields, builtins } from "../../../ir/builtins.ts";
import type { FunctionInfo, InterfaceInfo, MemberInfo } from "../../../ir/interfaces.ts";
import type { Ident } from "../../../ir/leaves.ts";
import { DIAGNOSED, type Nominal, type Type, type TypeOf } from "../../../ir/types.ts";
import { isUnknown, unknownFrom } from "../../compatibility.ts";
import type { StructInfo } from "../declarations.ts";
import { suggestion } from "../suggestion.ts";
import { type Context, report } from "./context.ts";

/** What a member is. A field is also what nothing is known of. */
export type Member =
  | { readonly kind: "field"; readonly type: Type }
  | { readonly kind: "method"; readonly method: FunctionInfo }
  /** A member of the interface that the type parameter `of` is bound to. */
  | {
      readonly kind: "bound";
      readonly of: Type;
      readonly interface: InterfaceInfo;
      readonly member: MemberInfo;
    }
  /** A member of a namespace (`time.now`), or a method of a built-in type (`query.where`). */
  | { readonly kind: "namespace" | "built-in method"; readonly name: string };

const WRONG: Member = { kind: "field", type: DIAGNOSED };

/** The member of a value whose type is given without refinement and box; an unknown one is reported. */
export const memberOf = (of: Type, name: Ident, context: Context): Member => {
  const { structs, configs } = context.body.checker.declarations;
  switch (of.kind) {
    case "Struct":
      return (
        fieldIn(structs.get(of.id), name.name) ??
        methodOf(of, name, context) ??
        missing(
          of,
          name,
          [...(structs.get(of.id)?.fields.keys() ?? []), ...methodNames(of, context)],
          context,
        )
      );
    case "Enum":
      return methodOf(of, name, context) ?? missing(of, name, methodNames(of, context), context);
    case "Config": {
      const known = configs.get(of.id);
      return fieldIn(known, name.name) ?? missing(of, name, [...(known?.fields.keys() ?? [])], context);
    }
    case "Parameter":
      return memberOfBound(of, name, context);
    case "Namespace":
      return builtinMember("namespace", of, name, context);
    case "Query":
      return builtinMember("built-in method", of, name, context);
    default:
      return isUnknown(of) ? { kind: "field", type: unknownFrom(of) } : builtinField(of, name, context);
  }
};

/** The associated method of a struct or enum, or the member of a type parameter's bound; else reported, and null. */
export const associatedOf = (of: Type, name: Ident, context: Context): Member | null => {
  if (of.kind === "Parameter") {
    const member = memberOfBound(of, name, context);
    return member.kind === "bound" ? member : null;
  }
  if (of.kind !== "Struct" && of.kind !== "Enum") return null;
  const found = methodOf(of, name, context);
  if (found === null) {
    const what = of.kind === "Enum" ? "variant" : "member";
    missing(of, name, [...variantNames(of, context), ...methodNames(of, context)], context, what);
    return null;
  }
  if (found.kind !== "method" || found.method.self === "associated") return found;
  report(
    context,
    name.at,
    `the method "${name.name}" of ${of.text} needs a value, because it uses "self"; call it on one: value.${name.name}(…)`,
  );
  return null;
};

// ---- Fields ---------------------------------------------------------------------------------------------

const fieldIn = (known: StructInfo | undefined, name: string): Member | null => {
  const field = known?.fields.get(name);
  return field ? { kind: "field", type: field.type } : null;
};

const builtinField = (of: Type, name: Ident, context: Context): Member => {
  const fields = builtinFields[of.key] ?? {};
  const type = Object.hasOwn(fields, name.name) ? fields[name.name] : undefined;
  return type ? { kind: "field", type } : missing(of, name, Object.keys(fields), context);
};

/** The type of a field of a struct: what an assignment may go to. */
export const fieldType = (of: Type, name: Ident, context: Context): Type => {
  if (of.kind !== "Struct") return unknownFrom(of);
  const known = context.body.checker.declarations.structs.get(of.id);
  const field = known?.fields.get(name.name);
  if (field) return field.type;
  missing(of, name, [...(known?.fields.keys() ?? [])], context, "field");
  return DIAGNOSED;
};

// ---- Methods --------------------------------------------------------------------------------------------

const methodsOf = (of: Nominal, context: Context) =>
  context.body.checker.declarations.methods.get(of.id) ?? [];

const methodNames = (of: Nominal, context: Context): readonly string[] =>
  methodsOf(of, context).map(({ name }) => name);

const variantNames = (of: Nominal, context: Context): readonly string[] => [
  ...(context.body.checker.declarations.enums.get(of.id)?.variants.keys() ?? []),
];

/** The method of that name; where impls of several interfaces have one, the first, and a report. */
const methodOf = (of: Nominal, name: Ident, context: Context): Member | null => {
  const found = methodsOf(of, context).filter((method) => method.name === name.name);
  const [first] = found;
  if (!first) return null;
  const interfaces = [...new Set(found.map((method) => method.interface))];
  if (interfaces.length > 1) {
    const names = interfaces.map((id) => interfaceName(id, context)).join(", ");
    report(
      context,
      name.at,
      `ambiguous: ${of.text} has several methods "${name.name}", from its impls of ${names}; rename one of them`,
    );
  }
  return { kind: "method", method: first.function };
};

const interfaceName = (id: string, context: Context): string =>
  context.body.checker.declarations.interfaces.get(id)?.name ?? id;

const memberOfBound = (of: TypeOf<"Parameter">, name: Ident, context: Context): Member => {
  const bound = context.body.bounds.get(of);
  const known = bound === undefined ? undefined : context.body.checker.declarations.interfaces.get(bound);
  const member = known?.members.find((each) => each.name === name.name);
  if (known && member) return { kind: "bound", of, interface: known, member };
  const names = known?.members.map((each) => each.name) ?? [];
  const why = known
    ? `: its bound ${known.name} has no member "${name.name}"${suggestion(name.name, names)}`
    : `: the type parameter ${of.name} may be of any type; bind it to an interface with "where ${of.name}: …"`;
  report(context, name.at, `a value of type ${of.text} has no member "${name.name}"${why}`);
  return WRONG;
};

// ---- Built-ins ------------------------------------------------------------------------------------------

const builtinMember = (
  kind: "namespace" | "built-in method",
  of: Type,
  name: Ident,
  context: Context,
): Member => {
  const full = `${of.text}.${name.name}`;
  if (Object.hasOwn(builtins, full)) return { kind, name: full };
  if (of.text === "task") {
    report(context, name.at, `"${full}" is removed; start a task with "spawn:" and wait for it with "await"`);
    return WRONG;
  }
  const prefix = `${of.text}.`;
  const names = Object.keys(builtins).filter((each) => each.startsWith(prefix));
  return missing(
    of,
    name,
    names.map((each) => each.slice(prefix.length)),
    context,
  );
};

// ---- Messages -------------------------------------------------------------------------------------------

const missing = (
  of: Type,
  name: Ident,
  known: readonly string[],
  context: Context,
  what = "member",
): Member => {
  const hint =
    suggestion(name.name, known) ||
    lackingImpl(of, name.name, context) ||
    (what === "member" ? noMembers(of) : "");
  report(context, name.at, `${of.text} has no ${what} "${name.name}"${hint}`);
  return WRONG;
};

/** The interface that would give the member, had the type an impl of it. */
const lackingImpl = (of: Type, name: string, context: Context): string => {
  if (of.kind !== "Struct" && of.kind !== "Enum") return "";
  const { interfaces, implemented } = context.body.checker.declarations;
  for (const { id, name: interfaceName, members } of interfaces.values()) {
    if (implemented.get(of.id)?.has(id) || !members.some((member) => member.name === name)) continue;
    return `; the interface ${interfaceName} has it, but there is no "impl ${interfaceName} for ${of.text}"`;
  }
  return "";
};

const noMembers = (type: Type): string => {
  switch (type.kind) {
    case "Option":
      return '; the value may be null: read it with "?.", or give one for null with "??"';
    case "Result":
      return '; take the value out with "?!", or match "Ok" and "Err"';
    case "Map":
      return '; read an entry with ["key"]';
    case "Union":
      return '; it is one of several errors: tell them apart with "match"';
    case "Task":
      return '; take its value with "await"';
    case "Enum":
      return '; tell its variants apart with "match"';
    default:
      return "";
  }
};
