// (moved) the result of the lexer
export type { TokenString } from "../../ir/layout.ts";
