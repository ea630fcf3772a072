// Program arguments as flags (04, 6.1), and what programs ask about them by the names of their parameters.

/** A flag as given: its name as written behind the `--`, its text, null for the boolean form. */
export interface Flag {
  readonly name: string;
  readonly text: string | null;
}

export interface Flags {
  /** All arguments as they were given. */
  readonly args: readonly string[];
  readonly given: readonly Flag[];
  /** Why one of the arguments is no flag; null if all are. */
  readonly malformed: string | null;
}

export const NO_FLAGS: Flags = { args: [], given: [], malformed: null };

/** How a flag may be given: in its boolean forms, with one value, or with what is too much. */
export type FlagForm = "absent" | "true" | "false" | "value" | "several";

const FORM = /^--([^=]+)(?:=(.*))?$/s;

/** The flags that arguments are, from left to right up to the first that is malformed. */
export const splitFlags = (args: readonly string[]): Flags => {
  const given: Flag[] = [];
  for (let i = 0; i < args.length; i++) {
    const [, name, attached] = FORM.exec(args[i]!) ?? [];
    if (name === undefined)
      return { args, given, malformed: `expected --NAME or --NAME=VALUE, got ${JSON.stringify(args[i])}` };
    const next = args[i + 1];
    if (attached === undefined && next !== undefined && !next.startsWith("--")) {
      given.push({ name, text: next });
      i++;
    } else given.push({ name, text: attached ?? null });
  }
  return { args, given, malformed: null };
};

/** In names, `-` and `_` are the same. */
const canonical = (name: string): string => name.replaceAll("-", "_");

const NEGATION = "no_";

/** Whether the argument is among them, as it is written. */
export const hasArgument = ({ args }: Flags, argument: string): boolean => args.includes(argument);

/**
 * How the flag of a parameter was given; of several boolean forms the last counts. `negatable`: `--no-NAME` is its
 * negation, because no other parameter has that name.
 */
export const formOf = ({ given }: Flags, parameter: string, negatable: boolean): FlagForm => {
  let values = 0;
  let boolean: FlagForm = "absent";
  for (const { name, text } of given) {
    const known = canonical(name);
    if (known === parameter && text !== null) values++;
    else if (known === parameter) boolean = "true";
    else if (negatable && text === null && known === NEGATION + parameter) boolean = "false";
  }
  if (values === 0) return boolean;
  return values === 1 && boolean === "absent" ? "value" : "several";
};

/** The text of a flag that was given with one. */
export const flagText = ({ given }: Flags, parameter: string): string =>
  given.find(({ name, text }) => text !== null && canonical(name) === parameter)?.text ?? "";

const isKnown = ({ name, text }: Flag, parameters: ReadonlySet<string>): boolean => {
  const known = canonical(name);
  const negates = text === null && known.startsWith(NEGATION);
  return parameters.has(known) || (negates && parameters.has(known.slice(NEGATION.length)));
};

const byCodePoint = (a: string, b: string): number =>
  Buffer.compare(Buffer.from(a, "utf8"), Buffer.from(b, "utf8"));

/** The names, as written, of the flags that are of no parameter: each once, in order of code points. */
export const unknownFlags = ({ given }: Flags, parameters: readonly string[]): readonly string[] => {
  const known = new Set(parameters);
  const names = given.filter((flag) => !isKnown(flag, known)).map(({ name }) => name);
  return [...new Set(names)].sort(byCodePoint);
};
