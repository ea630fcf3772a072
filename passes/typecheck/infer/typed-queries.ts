// Inference of typed queries (chapter 2.8.5): `q.one<T>()` and `q.all<T>()`.

import { DIAGNOSED, list, option, plain, type Type } from "../../../ir/types.ts";
import { isUnknown } from "../../compatibility.ts";
import type { Site } from "./arguments.ts";
import { type Context, type Expr, meaningOf, report, type SourceExpr, type SourceForm } from "./context.ts";

type Callee = SourceForm<"Member">;

/** The callee of a typed query; null for another call, as one whose receiver is a module or a type. */
export const queriedBy = ({ call, context }: Site): Callee | null => {
  const { callee, typeArgs } = call;
  if (typeArgs.length === 0 || callee.kind !== "Member") return null;
  if (callee.name.name !== "one" && callee.name.name !== "all") return null;
  return meaningOf(callee.base, context)?.kind === "TypeName" ? null : callee;
};

/** A typed query; what is wrong with it is tested in the order of the table. */
export const typedQuery = ({ name, base }: Callee, { call, to, context }: Site): Expr => {
  const { at } = call;
  const query = to.Expr(base, context.operand);
  const args = call.args.map((arg) => to.Expr(arg.value, context.operand));
  const method = name.name;
  if (args.length > 0) {
    report(
      context,
      at,
      `the typed query "${method}" takes no arguments: write ${method}<T>()`,
      "FUSE_TYPED_QUERY_CALL",
    );
  }
  const row = rowOf(query, base, method, call, context);
  if (row === null || args.length > 0) return { kind: "CallValue", at, type: DIAGNOSED, callee: query, args };
  const many = method === "all";
  return { kind: "TypedQuery", at, type: many ? list(row) : option(row), row, many, query };
};

/** The type of the rows, or null where something is wrong (reported). */
const rowOf = (
  query: Expr,
  source: SourceExpr,
  method: string,
  call: Site["call"],
  context: Context,
): Type | null => {
  const [argument, ...more] = call.typeArgs;
  const fail = (at: number, message: string, code: string): null => {
    report(context, at, message, code);
    return null;
  };
  if (!argument || more.length > 0) {
    return fail(
      call.at,
      `the typed query "${method}" takes one type argument, found ${call.typeArgs.length}`,
      "FUSE_TYPED_QUERY_TYPE_ARG",
    );
  }
  const receiver = plain(query.type);
  if (receiver === DIAGNOSED) return null;
  if (receiver.kind !== "Query" && !isUnknown(receiver)) {
    return fail(
      query.at,
      `"${method}<…>()" is for queries, and this is of type ${receiver.text}; start with db.from("table")`,
      "FUSE_TYPED_QUERY_CALL",
    );
  }
  const row = argument.type;
  if (row === DIAGNOSED) return null;
  if (row.kind !== "Struct") {
    return fail(
      argument.at,
      `the rows of a typed query are of a declared "type", and ${row.text} is none`,
      "FUSE_TYPED_QUERY_TYPE_ARG",
    );
  }
  const selected = selectedNames(source, context);
  if (selected === null) {
    return fail(
      call.at,
      `a typed query needs its columns in the same chain: .select(["…"]) with a list of plain texts`,
      "FUSE_TYPED_QUERY_SELECT",
    );
  }
  const fields = [...(context.body.checker.declarations.structs.get(row.id)?.fields.keys() ?? [])];
  if (sameNames(selected, fields)) return row;
  return fail(
    call.at,
    `the query selects ${selected.join(", ")}, but the fields of ${row.text} are ${fields.join(", ")}`,
    "FUSE_TYPED_QUERY_FIELD_MISMATCH",
  );
};

/** A column may be selected twice. */
const sameNames = (selected: readonly string[], fields: readonly string[]): boolean => {
  const names = new Set(selected);
  return names.size === fields.length && fields.every((field) => names.has(field));
};

/** What the chain goes on through, from its end backwards, in search of `select`. */
const passable: ReadonlySet<string> = new Set(["where", "order_by", "limit"]);

/** The columns that the nearest `select` of a chain names, behind their last dots; null if that cannot be read. */
const selectedNames = (chain: SourceExpr, context: Context): readonly string[] | null => {
  for (let link = chain; link.kind === "Call" && link.callee.kind === "Member"; link = link.callee.base) {
    const { name } = link.callee;
    if (name.name === "select") return columnsOf(link.args[0]?.value);
    if (!passable.has(name.name) || meaningOf(link.callee.base, context) === null) return null;
  }
  return null;
};

const columnsOf = (source: SourceExpr | undefined): readonly string[] | null => {
  if (source?.kind !== "List" || source.items.length === 0) return null;
  const names = source.items.map((item) =>
    item.kind === "Text" ? item.value.slice(item.value.lastIndexOf(".") + 1) : null,
  );
  return names.every((name) => name !== null) ? names : null;
};
