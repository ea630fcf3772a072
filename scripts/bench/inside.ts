// Benchmarks within one process: the stages of the compiler, and programs on all backends. Prints JSON.

import { backEnds, frontEnd } from "./compiling.ts";
import { running } from "./running.ts";

console.log(JSON.stringify({ frontEnd: frontEnd(), backEnds: await backEnds(), programs: await running() }));
