// Token strings as readable text, for tests.

import { endOf, startOf } from "../../../ir/framework/span.ts";
import { kindOf } from "../../../ir/tokens.ts";
import { lex } from "./lex.ts";

const nameOf: Readonly<Record<string, string>> = { newline: "NL", indent: "IN", dedent: "DE", eof: "EOF" };

/** The kinds of the tokens; a value stands behind its kind. */
export const tokensOf = (text: string): string => {
  const { tokens, values } = lex("a.fuse", text);
  const shown = (token: string, i: number): string => {
    const kind = kindOf(token);
    const value = values.get(i);
    if (value === undefined) return nameOf[kind] ?? kind;
    return `${kind}:${typeof value === "string" ? JSON.stringify(value) : value}`;
  };
  return [...tokens].map(shown).join(" ");
};

/** Each diagnostic as `start-end first words`, up to the first colon or quote. */
export const diagnosticsOf = (text: string): readonly string[] =>
  lex("a.fuse", text).diagnostics.map(
    (one) => `${startOf(one.at)}-${endOf(one.at)} ${one.message.split(/[:'",]| U\+/)[0]!.trim()}`,
  );

/** Where each token of a kind stands: `start-end`. */
export const placesOf = (text: string, kind: string): readonly string[] => {
  const { tokens, starts, ends } = lex("a.fuse", text);
  return [...tokens].flatMap((token, i) => (kindOf(token) === kind ? [`${starts[i]}-${ends[i]}`] : []));
};
