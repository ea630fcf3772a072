// Name resolution of expressions: names, members of types and modules, callees (chapters 2.5, 2.7.3, 2.7.6).

import { type Either, isRight, left, right } from "fp-ts/Either";
import type { FormOf, NodeOf } from "../../ir/framework/language.ts";
import { mapKept } from "../../ir/framework/rewrite.ts";
import type { DescribedGrammar, KnownNamesGrammar } from "../../ir/resolved.ts";
import { config } from "../../ir/types.ts";
import type { To } from "./names-of-declarations.ts";
import { bindingsOf, type Scope, type WrongName } from "./scopes.ts";
import {
  asReceiver,
  asValue,
  besidesLocals,
  type Designation,
  designate,
  explain,
  isTagCall,
  rootOf,
} from "./value-names.ts";

type Written = NodeOf<DescribedGrammar, "Expr">;
type Form<K extends keyof DescribedGrammar["Expr"]> = FormOf<DescribedGrammar, "Expr", K>;
type Expr = NodeOf<KnownNamesGrammar, "Expr">;

/**
 * The symbol that a name has turned out to be, or what is wrong with it: what encloses the name may know better, and
 * take that back.
 */
const settled = (n: Written, found: Either<WrongName, Expr>, { module }: Scope): Expr => {
  const start = rootOf(n).at;
  if (isRight(found)) module.wrongNames.delete(start);
  else module.wrongNames.set(start, found.left);
  return isRight(found) ? found.right : { kind: "Error", at: n.at };
};

/** What the locals of a name mean, or null if there is none. */
const localOf = ({ name, at }: Form<"Name">, scope: Scope, receiver: boolean): Expr | null => {
  const bindings = bindingsOf(name, scope);
  if (bindings.length === 0) return null;
  const global = bindings.at(-1)!.bare ? besidesLocals(name, at, scope, receiver) : null;
  return bindings.reduceRight<Expr | null>(
    (further, { local, bare }) =>
      bare ? { kind: "Tentative", at, local, otherwise: further } : { kind: "Local", at, local },
    global,
  );
};

/** A name as a value. */
export const name = (n: Form<"Name">, _: To, scope: Scope): Expr => {
  const local = localOf(n, scope, false);
  if (local) return local;
  const meaning = designate(n, scope, false);
  const unknown = () => left({ at: n.at, message: explain(n.name, scope) });
  return settled(n, meaning ? asValue(meaning, n.at) : unknown(), scope);
};

/** `b.m`: a member of a module, a declared name with dots, or a member of what `b` is. */
export const member = (n: Form<"Member">, to: To, scope: Scope): Expr => {
  const meaning = designate(n, scope, false);
  return meaning
    ? settled(n, asValue(meaning, n.at), scope)
    : { kind: "Member", at: n.at, name: n.name, base: receiver(n.base, to, scope) };
};

/** The base of a member access. */
const receiver = (n: Written, to: To, scope: Scope): Expr => {
  const local = n.kind === "Name" ? localOf(n, scope, true) : null;
  if (local) return local;
  const meaning = designate(n, scope, true);
  return meaning ? settled(n, asReceiver(meaning, n.at), scope) : to.Expr(n, scope);
};

const NAME_THE_FIELDS = "; what is constructed has its fields named: f=…";

/** What is called or constructed, or why it cannot be with these arguments (2.7.5, 2.7.6). */
const asCallee = ({ callee: { at }, args }: Form<"Call">, meaning: Designation): Either<WrongName, Expr> => {
  const named = args.some((arg) => arg.name !== null);
  const constructs = named || args.length === 0;
  switch (meaning.kind) {
    case "value":
      return right(meaning.expr);
    case "config": {
      const { id, name } = meaning;
      return constructs
        ? right({ kind: "TypeName", at, type: config(id, name) })
        : left({ at, message: `"${name}" is a config, not a function${NAME_THE_FIELDS}` });
    }
    case "type": {
      const { wrong, type } = meaning;
      if (named || (constructs && type.kind === "Struct")) return right({ kind: "TypeName", at, type });
      return left(
        type.kind === "Struct" ? { at: wrong.at, message: wrong.message + NAME_THE_FIELDS } : wrong,
      );
    }
    default:
      return left(named ? { at, message: meaning.wrong.message } : meaning.wrong);
  }
};

/** A name that means nothing is that of an unknown type, if there are named arguments. */
const callee = (n: Form<"Call">, to: To, scope: Scope): Expr => {
  const written = n.callee;
  const local = written.kind === "Name" ? localOf(written, scope, true) : null;
  if (local) return local;
  const meaning = designate(written, scope, true);
  if (meaning) return settled(written, asCallee(n, meaning), scope);
  if (written.kind !== "Name" || n.args.every((arg) => arg.name === null)) return to.Expr(written, scope);
  return settled(written, left({ at: written.at, message: explain(written.name, scope, "type") }), scope);
};

export const call = (n: Form<"Call">, to: To, scope: Scope): Expr => {
  const tag = isTagCall(n, scope) && n.callee.kind === "Name" ? n.callee : null;
  const called = tag
    ? settled(tag, right({ kind: "TagName", at: tag.at, tag: tag.name }), scope)
    : callee(n, to, scope);
  const typeArgs = mapKept(n.typeArgs, to.Type, scope);
  return { kind: "Call", at: n.at, callee: called, typeArgs, args: mapKept(n.args, to.Arg, scope) };
};
