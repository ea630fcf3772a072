// check-conformance: an impl has every member of its interface, with the same signature (chapter 2.11.2).

import type { FormOf } from "../../ir/framework/language.ts";
import { pass } from "../../ir/framework/pass.ts";
import type { InterfaceInfo, MemberInfo } from "../../ir/interfaces.ts";
import { Described, type DescribedGrammar } from "../../ir/resolved.ts";
import { type Substitution, substitute } from "../../ir/substitution.ts";
import { mentionedIn, type Type, UNIT } from "../../ir/types.ts";
import { type Report, throughModules } from "./modules.ts";

type Impl = FormOf<DescribedGrammar, "Item", "Impl">;
type Method = Impl["methods"][number];
type Signature = Omit<MemberInfo, "name">;

const signatureOf = ({ typeParams, params, result }: Method): Signature => ({
  typeParams,
  params: params.map(({ name, type, default: value }) => ({
    name: name.name,
    type: type.type,
    optional: value !== null,
  })),
  result: result?.type ?? null,
});

/** What a member is in an impl: `Self` is the target, the type parameters are those of the method at their places. */
const demandedBy = (
  member: Signature,
  { self }: InterfaceInfo,
  target: Type,
  method: Signature,
): Signature => {
  const by: Substitution = new Map([
    [self, target],
    ...member.typeParams.flatMap(({ type }, i) => {
      const own = method.typeParams[i];
      return own ? [[type, own.type] as const] : [];
    }),
  ]);
  return {
    typeParams: member.typeParams,
    params: member.params.map((param) => ({ ...param, type: substitute(param.type, by) })),
    result: member.result && substitute(member.result, by),
  };
};

/** Whether a part of the type was diagnosed, so that nothing can be said about it. */
const isUnclear = (type: Type): boolean =>
  type.kind === "Unknown" || (type.kind === "Map" && isUnclear(type.of)) || mentionedIn(type).some(isUnclear);

const sameType = (a: Type | null, b: Type | null): boolean => {
  const [one, other] = [a ?? UNIT, b ?? UNIT];
  return one === other || isUnclear(one) || isUnclear(other);
};

const agree = (a: Signature, b: Signature): boolean =>
  a.typeParams.length === b.typeParams.length &&
  a.typeParams.every(({ bound, type }, i) => {
    const other = b.typeParams[i]!;
    return bound === other.bound || isUnclear(type) || isUnclear(other.type);
  }) &&
  a.params.length === b.params.length &&
  a.params.every(({ name, type, optional }, i) => {
    const other = b.params[i]!;
    return name === other.name && optional === other.optional && sameType(type, other.type);
  }) &&
  sameType(a.result, b.result);

/** A signature as it is written; defaults are left open. */
const show = (name: string, { typeParams, params, result }: Signature): string => {
  const generic = typeParams.map((each) => each.name).join(", ");
  const listed = params.map((each) => `${each.name}: ${each.type.text}${each.optional ? " = …" : ""}`);
  const bounds = typeParams.flatMap((each) =>
    each.bound === null ? [] : [`${each.name}: ${each.bound.slice(each.bound.indexOf(":") + 1)}`],
  );
  return [
    `fn ${name}${generic && `<${generic}>`}(${listed.join(", ")})`,
    result ? ` -> ${result.text}` : "",
    bounds.length > 0 ? ` where ${bounds.join(", ")}` : "",
  ].join("");
};

const checkMember = (impl: Impl, member: MemberInfo, of: InterfaceInfo, report: Report): void => {
  const methods = impl.methods.filter(({ name }) => name.name === member.name);
  if (methods.length === 0) {
    const message = `the impl of ${of.name} for ${impl.target.text} lacks the member "${member.name}": add ${show(member.name, demandedBy(member, of, impl.target, member))}`;
    report(impl.interfaceName.at, message, "FUSE_IMPL_INCOMPLETE");
  }
  for (const method of methods) {
    const found = signatureOf(method);
    const demanded = demandedBy(member, of, impl.target, found);
    if (agree(found, demanded)) continue;
    const message = `the method "${member.name}" differs from the member of ${of.name}: expected ${show(member.name, demanded)}, found ${show(member.name, found)}`;
    report(method.name.at, message, "FUSE_IMPL_SIGNATURE_MISMATCH");
  }
};

const checkImpl = (impl: Impl, of: InterfaceInfo, report: Report): void => {
  const seen = new Set<string>();
  for (const member of of.members) {
    if (!seen.has(member.name)) checkMember(impl, member, of, report);
    seen.add(member.name);
  }
};

export const checkConformance = pass({
  name: "check-conformance",
  purpose: "Reports impls that do not do what their interface says.",
  from: Described,
  to: Described,
  run: (program) => {
    const interfaces = new Map(
      program.interfaces.flatMap((module) => module.interfaces.map((each) => [each.id, each] as const)),
    );
    return throughModules(program, (module, report) => {
      for (const item of module.items) {
        const of =
          item.kind === "Impl" && item.interface !== null ? interfaces.get(item.interface) : undefined;
        if (item.kind === "Impl" && of && item.target.kind !== "Unknown") checkImpl(item, of, report);
      }
      return module;
    });
  },
});
