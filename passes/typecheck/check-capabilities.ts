// check-capabilities: a module declares the capabilities that it uses (chapter 2.11.5).

import { both, right } from "fp-ts/These";
import { error } from "../../ir/diagnostic.ts";
import { pass } from "../../ir/framework/pass.ts";
import { Inferred } from "../../ir/typed.ts";
import { type Use, usesIn } from "./capability-uses.ts";
import { type Declarations, declarationsOf } from "./declarations.ts";
import { unique } from "./unique.ts";

/** Those that are not declared; what a `transaction` needs and forbids is said by `check-transactions`. */
const missing = ({ path, expr, capabilities, inTransaction }: Use, declarations: Declarations) => {
  const declared = declarations.requires.get(path) ?? [];
  return capabilities.filter(
    (each) => expr !== null && !declared.includes(each) && (each === "db" || !inTransaction),
  );
};

/** What is used, as it is called in the program. */
const nameOf = (expr: Use["expr"]): string => {
  switch (expr?.kind) {
    case "BuiltinName":
    case "CallBuiltin":
      return expr.name;
    case "Field":
      return `${expr.base.type.text}.${expr.name.name}`;
    default:
      return "this";
  }
};

const explain = ({ expr }: Use, capability: string, { functions, moduleOf }: Declarations): string => {
  const add = `add "requires ${capability}" at the top`;
  const id = expr?.kind === "FunctionName" ? expr.id : expr && "function" in expr ? expr.function : null;
  if (id !== null) {
    const owner = `"${functions.get(id)?.name ?? id}" is of the module ${moduleOf.get(id)}`;
    return `${owner}, which requires ${capability}, so whoever uses it must, too: ${add}`;
  }
  return `"${nameOf(expr)}" needs the capability ${capability}, which this module does not declare: ${add}`;
};

export const checkCapabilities = pass({
  name: "check-capabilities",
  purpose: "Reports uses of capabilities that the module does not declare.",
  from: Inferred,
  to: Inferred,
  run: (program) => {
    const declarations = declarationsOf(program);
    const diagnostics = usesIn(program, declarations).flatMap((use) =>
      missing(use, declarations).map((each) => error(use.path, use.at, explain(use, each, declarations))),
    );
    return diagnostics.length === 0 ? right(program) : both(unique(diagnostics), program);
  },
});
