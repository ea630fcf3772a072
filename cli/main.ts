// The compiler's bundle: the command line and the compiler, joined.

import { mainOf } from "./launcher/main.ts";
import { compiler } from "./session/compiler.ts";

export const { main, runDeep } = mainOf(compiler);
