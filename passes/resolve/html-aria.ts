// What WAI-ARIA attributes there are, and which values they may have (chapter 04, 10.5).

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

const known: ReadonlySet<string> = new Set(
  words(`
    activedescendant atomic autocomplete braillelabel brailleroledescription busy checked colcount colindex
    colindextext colspan controls current describedby description details disabled errormessage expanded flowto
    haspopup hidden invalid keyshortcuts label labelledby level live modal multiline multiselectable orientation owns
    placeholder posinset pressed readonly relevant required roledescription rowcount rowindex rowindextext rowspan
    selected setsize sort valuemax valuemin valuenow valuetext`).map((name) => `aria-${name}`),
);

const values: Readonly<Record<string, readonly string[]>> = {
  "aria-hidden": ["true", "false"],
  "aria-expanded": ["true", "false", "undefined"],
  "aria-checked": ["true", "false", "mixed", "undefined"],
  "aria-pressed": ["true", "false", "mixed", "undefined"],
};

/** The names of the attributes there are. */
export const ariaAttributes: Iterable<string> = known;

/** Whether an attribute claims to be one of WAI-ARIA without being one. */
export const isUnknownAria = (attribute: string): boolean =>
  attribute.startsWith("aria-") && !known.has(attribute);

/** What is wrong with the value that a string literal gives an attribute, or null. */
export const wrongAriaValue = (attribute: string, value: string): string | null => {
  if (attribute === "aria-level") {
    return /^0*[1-9][0-9]*$/.test(value) ? null : `"${attribute}" must be a positive whole number`;
  }
  const allowed = Object.hasOwn(values, attribute) ? values[attribute]! : null;
  return allowed === null || allowed.includes(value)
    ? null
    : `"${attribute}" must be one of ${allowed.map((each) => JSON.stringify(each)).join(", ")}`;
};
