// check-unused-capabilities: strict architecture wants no capability declared that is not used (chapter 2.15, 1).

import { both, right } from "fp-ts/These";
import { error } from "../../ir/diagnostic.ts";
import { pass } from "../../ir/framework/pass.ts";
import { Inferred } from "../../ir/typed.ts";
import { isStrict } from "../strict.ts";
import { usesIn } from "./capability-uses.ts";
import { declarationsOf } from "./declarations.ts";

export const checkUnusedCapabilities = pass({
  name: "check-unused-capabilities",
  purpose: "Reports capabilities that are declared for nothing.",
  from: Inferred,
  to: Inferred,
  run: (program, { options }) => {
    if (!isStrict(options)) return right(program);
    const used = new Set(
      usesIn(program, declarationsOf(program)).flatMap(({ path, capabilities }) =>
        capabilities.map((each) => `${each} ${path}`),
      ),
    );
    const diagnostics = program.modules.flatMap(({ path, requires }) =>
      requires
        .filter(({ capability }) => !used.has(`${capability.name} ${path}`))
        .map(({ capability: { name, at } }) => ({
          ...error(path, at, `the capability ${name} is declared but not used in this module; remove it`),
          last: true as const,
        })),
    );
    return diagnostics.length === 0 ? right(program) : both(diagnostics, program);
  },
});
