// Which modules a check has to look into.

interface Program {
  readonly modules: readonly { readonly text: string }[];
}

/**
 * The program with those modules only whose text has the keyword somewhere: in the others stands nothing that it
 * begins, and a search costs far less than a walk.
 */
export const withKeyword = <P extends Program>(program: P, keyword: "spawn" | "transaction"): P => ({
  ...program,
  modules: program.modules.filter(({ text }) => text.includes(keyword)),
});
