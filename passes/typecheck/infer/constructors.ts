// Inference of patterns with parts (chapter 2.9.1): variants, `Some`, `Ok`, `Err` and structs.

import { declarationId, nameOfId } from "../../../ir/symbols.ts";
import { plain, type Type } from "../../../ir/types.ts";
import { isUnknown } from "../../compatibility.ts";
import { suggestion } from "../suggestion.ts";
import { type Context, type InferenceOf, type Pattern, report, type To } from "./context.ts";
import { article } from "./places.ts";
import {
  anything,
  enumsIn,
  missingPart,
  partOf,
  type SourcePattern,
  structsIn,
  subjectOf,
} from "./subjects.ts";

type Variant = SourcePattern<"VariantPattern">;
type Struct = SourcePattern<"StructPattern">;

/** What the clause of a constructor pattern has at hand. */
interface Site<N> {
  readonly n: N;
  readonly to: To;
  readonly context: Context;
}

export const constructorPatterns: InferenceOf<"Pattern", "VariantPattern" | "StructPattern"> = {
  VariantPattern: (n, to, context) => {
    const subject = subjectOf(context);
    const site = { n, to, context };
    if (isUnknown(subject)) return dynamicVariant(site);
    if (enumsIn(subject).length > 0) return variantPattern(subject, site);
    if (n.enum === null && subject.kind === "Option" && n.name === "Some") {
      return wrapper("SomePattern", subject.inner, site);
    }
    if (n.enum === null && subject.kind === "Option" && n.name === "None" && n.args.length === 0) {
      return { kind: "NonePattern", at: n.at };
    }
    if (n.enum === null && subject.kind === "Result" && n.name === "Ok") {
      return wrapper("OkPattern", subject.ok, site);
    }
    if (n.enum === null && subject.kind === "Result" && n.name === "Err") {
      return wrapper("ErrPattern", subject.error, site);
    }
    return failed(`not matchable: a value ${article(subject)} is no ${n.name}${expectation(subject)}`, site);
  },
  StructPattern: (n, to, context) => {
    const subject = subjectOf(context);
    const site = { n, to, context };
    if (isUnknown(subject)) {
      return {
        kind: "StructPattern",
        at: n.at,
        struct: n.struct ?? declarationId("", n.name),
        fields: fieldsOf(null, site),
      };
    }
    const found = structsIn(subject).find(({ id, name }) =>
      n.struct === null ? name === n.name : id === n.struct,
    );
    if (found) return { kind: "StructPattern", at: n.at, struct: found.id, fields: fieldsOf(found.id, site) };
    report(
      context,
      n.at,
      `not matchable: a value ${article(subject)} is no ${n.name}${expectation(subject)}`,
    );
    fieldsOf(null, site);
    return anything(n.at);
  },
};

// ---- Variants -------------------------------------------------------------------------------------------

const dynamicVariant = (site: Site<Variant>): Pattern => {
  const { at, name, enum: owner } = site.n;
  const args = argsOf([], site);
  if (owner !== null) return { kind: "VariantPattern", at, enum: owner, variant: name, args };
  if (name === "None" && args.length === 0) return { kind: "NonePattern", at };
  return { kind: "DynamicVariantPattern", at, name, args };
};

const variantPattern = (subject: Type, site: Site<Variant>): Pattern => {
  const { n, context } = site;
  const { enums } = context.body.checker.declarations;
  const owners = enumsIn(subject).filter(({ id }) => n.enum === null || id === n.enum);
  const found = owners.flatMap(({ id }) => {
    const payload = enums.get(id)?.variants.get(n.name);
    return payload ? [{ id, payload }] : [];
  });
  const [variant] = found;
  if (!variant) {
    if (owners.length === 0) {
      return failed(
        `a value ${article(subject)} is never of the enum ${nameOfId(n.enum ?? "").trim()}`,
        site,
      );
    }
    const known = owners.flatMap(({ id }) => [...(enums.get(id)?.variants.keys() ?? [])]);
    return failed(`${subject.text} has no variant "${n.name}"${suggestion(n.name, known)}`, site);
  }
  if (found.length > 1) {
    return failed(
      `several error domains have a variant "${n.name}"; write its enum in front (Enum.${n.name})`,
      site,
    );
  }
  const args = argsOf(variant.payload, site);
  if (args.length === variant.payload.length) {
    return { kind: "VariantPattern", at: n.at, enum: variant.id, variant: n.name, args };
  }
  report(
    context,
    n.at,
    `the variant ${n.name} has ${counted(variant.payload.length)}, but the pattern has ${args.length}`,
  );
  return anything(n.at);
};

const counted = (count: number): string =>
  count === 0 ? "no payload" : count === 1 ? "one payload value" : `${count} payload values`;

const wrapper = (
  kind: "SomePattern" | "OkPattern" | "ErrPattern",
  content: Type,
  site: Site<Variant>,
): Pattern => {
  const [inner, ...more] = argsOf([content], site);
  if (inner && more.length === 0) return { kind, at: site.n.at, inner };
  report(site.context, site.n.at, `${site.n.name} needs one pattern, but has ${site.n.args.length}`);
  return anything(site.n.at);
};

const argsOf = (types: readonly Type[], { n, to, context }: Site<Variant>): readonly Pattern[] =>
  n.args.map((arg, i) => to.Pattern(arg, partOf(context, types[i] ?? missingPart(context))));

const failed = (message: string, site: Site<Variant>): Pattern => {
  report(site.context, site.n.at, message);
  argsOf([], site);
  return anything(site.n.at);
};

const expectation = (subject: Type): string => {
  if (subject.kind === "Option") return ': match "Some(…)" and "None"';
  if (subject.kind === "Result") return ': match "Ok(…)" and "Err(…)"';
  if (plain(subject).kind === "Struct") return `: match "${subject.text}(field=…)"`;
  return "";
};

// ---- Structs --------------------------------------------------------------------------------------------

/** The patterns of the fields of a struct; of no struct in particular, they bind values of unknown type. */
const fieldsOf = (struct: string | null, { n, to, context }: Site<Struct>) => {
  const { structs, configs } = context.body.checker.declarations;
  const known = struct === null ? undefined : (structs.get(struct) ?? configs.get(struct));
  const seen = new Set<string>();
  return n.fields.map(({ at, name, pattern }) => {
    const field = known?.fields.get(name.name);
    if (seen.has(name.name)) report(context, name.at, `the field "${name.name}" is given twice`);
    else if (known && !field) {
      report(
        context,
        name.at,
        `${known.name} has no field "${name.name}"${suggestion(name.name, known.fields.keys())}`,
      );
    }
    seen.add(name.name);
    return {
      kind: "FieldPattern" as const,
      at,
      name,
      pattern: to.Pattern(pattern, partOf(context, field?.type ?? missingPart(context))),
    };
  });
};
