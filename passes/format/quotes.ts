// Single quotes to double quotes, outside of strings and comments (chapter 1.10, rule 6).

const quoted = /'([^']*)'/g;

/** Whether `"text"` would mean just this text. */
const isPlain = (text: string): boolean => !/["\\]|\$\{/.test(text);

/**
 * Replaces `'text'` by `"text"` in a part of a line that holds neither strings nor comments. `before` and `after` are
 * what stands next to the part: nothing is replaced where three quotes would meet and open a longer string.
 */
export const withDoubleQuotes = (part: string, before: string, after: string): string => {
  if (!part.includes("'")) return part;
  const line = part + after;
  const done: string[] = [];
  let last = before;
  let copied = 0;
  for (const match of part.matchAll(quoted)) {
    const content = match[1]!;
    const end = match.index + match[0].length;
    const meetsBefore = match.index === copied && last.endsWith('""');
    const meetsAfter = content === "" && /["']/.test(line.charAt(end));
    last = isPlain(content) && !meetsBefore && !meetsAfter ? `"${content}"` : match[0];
    done.push(part.slice(copied, match.index), last);
    copied = end;
  }
  return done.join("") + part.slice(copied);
};
