// The forms of WebAssembly text at its top level, and what they refer to.

/** A parenthesised form, with the comments in front of it. */
export interface Form {
  /** Its first word: `func`, `import`, `global`, …. */
  readonly head: string;
  /** What it defines, without the `$`; null if it has no name. */
  readonly name: string | null;
  readonly text: string;
}

/** What matters for finding the end of a form: strings and comments are skipped as a whole. */
const TOKEN = /"(?:[^"\\]|\\.)*"|;;[^\n]*|\(;[\s\S]*?;\)|[()]/g;

/** The forms of a text, one after the other; text between them goes with the one that follows. */
export const formsOf = (text: string): readonly Form[] => {
  const forms: Form[] = [];
  let depth = 0;
  let start = 0;
  let open = 0;
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    if (token === "(" && depth++ === 0) open = index;
    if (token === ")" && --depth === 0) {
      const end = index + 1;
      forms.push(formOf(text.slice(start, end).trim(), text.slice(open, end)));
      start = end;
    }
    if (depth < 0) break;
  }
  if (depth !== 0) throw new Error("parentheses do not match");
  return forms;
};

const HEAD = /^\(\s*([\w.]+)(?:\s+\$([^\s()]+))?/;
const IMPORTED = /\(\s*func\s+\$([^\s()]+)/;

const formOf = (text: string, form: string): Form => {
  const [, head = "", name = null] = HEAD.exec(form) ?? [];
  return { head, name: head === "import" ? (IMPORTED.exec(form)?.[1] ?? null) : name, text };
};

const REFERENCE = /\b(?:call|return_call|ref\.func|global\.get|global\.set)\s+\$([^\s()]+)/g;

/** The functions and globals that a form uses. */
export const referencesOf = (text: string): readonly string[] =>
  [...text.matchAll(REFERENCE)].map(([, name]) => name!);

/** The text without the lines that count for debugging only: they end with `;; debug`. */
export const withoutDebug = (text: string): string => text.replace(/^.*;; debug$\n?/gm, "");
