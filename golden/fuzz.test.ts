// Random programs tell the same story in every way to run them.

import fc from "fast-check";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { onDeepStack } from "./deep-stack.ts";
import { differenceOf } from "./fuzz/differences.ts";
import { programs } from "./fuzz/program.ts";
import { textOf } from "./fuzz/tree.ts";
import { matchedOf } from "./fuzz/ways.ts";

const runs = { seed: 20, numRuns: 15 };

const tests = (): void => {
  test("the checker accepts what is generated", () => {
    const rejected = fc.sample(programs, runs).filter((program) => matchedOf(textOf(program)) === null);
    assert.equal(
      rejected.map((program) => textOf(program)),
      [],
    );
  });

  test("a random program means the same on all backends, whatever optional passes run", async () => {
    await fc.assert(
      fc.asyncProperty(programs, fc.nat(), async (program, order) =>
        assert.equal(await differenceOf(textOf(program), order), null),
      ),
      runs,
    );
  });

  test.run();
};

onDeepStack(import.meta.url, tests);
