// (moved) the token string
export * from "../../ir/tokens.ts";
