// Inference of assignment targets (chapter 2.7.8): a local, or a path into one.

import type { NodeOf } from "../../../ir/framework/language.ts";
import { type Local, nameOfId } from "../../../ir/symbols.ts";
import type { InferredGrammar } from "../../../ir/typed.ts";
import { INT, plain, type Type, UNKNOWN } from "../../../ir/types.ts";
import { isUnknown, unboxed } from "../../compatibility.ts";
import { indexOf } from "./access.ts";
import {
  type Context,
  localType,
  meaningOf,
  report,
  type SourceExpr,
  type SourceForm,
  type To,
} from "./context.ts";
import { fieldType } from "./members.ts";

type Step = NodeOf<InferredGrammar, "Step">;

/** `type` is what a value must have to be stored there. */
export interface Target {
  readonly local: Local;
  readonly type: Type;
  readonly steps: readonly Step[];
}

/** The target of an assignment, or null if it is none (reported). */
export const targetOf = (source: SourceExpr, to: To, context: Context): Target | null => {
  const meant = meaningOf(source, context);
  if (meant === null) {
    to.Expr(source, context);
    return null;
  }
  switch (meant.kind) {
    case "Local":
    case "Tentative":
      return localTarget(meant.local, source.at, context);
    case "FunctionName":
      return invalid(source.at, `cannot assign to the function "${nameOfId(meant.id)}"`, context);
    case "BuiltinName":
      return invalid(source.at, `cannot assign to the built-in "${meant.name}"`, context);
    case "ConfigName":
      return invalid(source.at, `cannot assign to the config "${nameOfId(meant.id)}"`, context);
    case "AssetName":
      return invalid(source.at, `cannot assign to an imported file`, context);
    case "Error":
      return null;
    default:
      return pathOf(meant, to, context);
  }
};

const invalid = (at: number, message: string, context: Context): null => {
  report(context, at, message);
  return null;
};

/** A `var`, or any local that holds a box: the value goes into the box. */
const localTarget = (local: Local, at: number, context: Context): Target | null => {
  const type = localType(context, local.id);
  if (local.kind === "var" || type.kind === "Box") return { local, type: unboxed(type), steps: [] };
  return invalid(at, `cannot assign to immutable "${local.name}"; only a "var" changes`, context);
};

type FieldForm = SourceForm<"Member"> | SourceForm<"OptionalMember">;
type IndexForm = SourceForm<"Index"> | SourceForm<"OptionalIndex">;
type PathForm = FieldForm | IndexForm;

const isPath = (source: SourceExpr): source is PathForm =>
  source.kind === "Member" ||
  source.kind === "OptionalMember" ||
  source.kind === "Index" ||
  source.kind === "OptionalIndex";

/** A path: its steps from the root outwards, each in the type that the one before it gives. */
const pathOf = (source: SourceExpr, to: To, context: Context): Target | null => {
  const forms: PathForm[] = [];
  let root = source;
  while (isPath(root)) {
    forms.push(root);
    root = root.base;
  }
  const local = rootOf(root, context);
  if (local === null) {
    if (root.kind === "ConfigName") {
      report(
        context,
        source.at,
        `cannot assign to a field of the config "${nameOfId(root.id)}": it never changes`,
      );
    } else if (root.kind !== "Error") report(context, source.at, INVALID);
    return null;
  }
  let target: Target = { local, type: localType(context, local.id), steps: [] };
  const steps: Step[] = [];
  for (const form of forms.reverse()) {
    const step = stepOf(form, target.type, steps.at(-1), source.at, to, context);
    if (step === null) return null;
    steps.push(step.step);
    target = { local, type: step.type, steps };
  }
  return target;
};

const INVALID =
  'invalid assignment target: assign to a "var", or to a field or an entry of what a local holds (x.field, x[i])';

const rootOf = (source: SourceExpr, context: Context): Local | null => {
  const root = meaningOf(source, context);
  return root?.kind === "Local" || root?.kind === "Tentative" ? root.local : null;
};

interface Stepped {
  readonly step: Step;
  readonly type: Type;
}

const stepOf = (
  form: PathForm,
  base: Type,
  before: Step | undefined,
  target: number,
  to: To,
  context: Context,
): Stepped | null => {
  const optional = form.kind === "OptionalMember" || form.kind === "OptionalIndex";
  const of = containerOf(plain(base), optional, before);
  if (of === null) return invalid(target, notOptional(base), context);
  return form.kind === "Member" || form.kind === "OptionalMember"
    ? fieldStep(form, of, optional, target, context)
    : indexStep(form, of, optional, target, to, context);
};

/** What a step is made in; `?.` and `?[` look into an option, or into an entry of a map. */
const containerOf = (base: Type, optional: boolean, before: Step | undefined): Type | null => {
  if (!optional || isUnknown(base)) return base;
  if (base.kind === "Option") return plain(base.inner);
  return before?.kind === "IndexStep" && before.of.kind === "Map" ? base : null;
};

const notOptional = (type: Type): string =>
  `optional access on non-optional: ${type.text} is never null; write "." or "["`;

const fieldStep = (
  form: FieldForm,
  of: Type,
  optional: boolean,
  target: number,
  context: Context,
): Stepped | null => {
  if (of.kind !== "Struct" && !isUnknown(of)) {
    return invalid(target, `${of.text} has no fields that could be assigned${mayBeNull(of)}`, context);
  }
  const type = fieldType(of, form.name, context);
  return { step: { kind: "FieldStep", at: form.at, name: form.name, of, optional }, type };
};

const indexStep = (
  form: IndexForm,
  of: Type,
  optional: boolean,
  target: number,
  to: To,
  context: Context,
): Stepped | null => {
  const entry = entryOf(of);
  const index = indexOf(form.index, entry?.index ?? UNKNOWN, entry?.what ?? "the index", to, context);
  if (entry === null) {
    return invalid(
      target,
      `not indexable: only lists and maps have entries, and this is ${of.text}${mayBeNull(of)}`,
      context,
    );
  }
  return { step: { kind: "IndexStep", at: form.at, of, optional, index }, type: entry.type };
};

const entryOf = (of: Type): { readonly index: Type; readonly type: Type; readonly what: string } | null => {
  if (isUnknown(of)) return { index: UNKNOWN, type: UNKNOWN, what: "the index" };
  if (of.kind === "List") return { index: INT, type: of.item, what: "the index of a list" };
  return of.kind === "Map" ? { index: of.of, type: of.value, what: "the key of this map" } : null;
};

const mayBeNull = (type: Type): string =>
  type.kind === "Option" ? '; it may be null: write "?." or "?["' : "";
