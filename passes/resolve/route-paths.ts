// The parameters in the path of a route: `/notes/{id: Id}` (chapter 5.1.1).

/** A parameter as written; null is what is missing or no identifier. `wrong` says what is malformed. */
export interface RouteParameter {
  readonly name: string | null;
  readonly type: string | null;
  readonly wrong: string | null;
}

const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_]*$/;
const FORM = "a parameter is a whole segment {name: Type}";

const malformed = (name: string | null, message: string): RouteParameter => ({
  name,
  type: null,
  wrong: `${message}: ${FORM}`,
});

const parameterIn = (segment: string): RouteParameter => {
  const [, content] = /^\{([^{}]*)\}$/.exec(segment) ?? [];
  if (content === undefined) {
    const open = segment.indexOf("{");
    const name = /\{\s*([A-Za-z_]\w*)/.exec(segment)?.[1] ?? null;
    return segment.includes("}", open)
      ? malformed(name, `the segment "${segment}" has a parameter as a part`)
      : malformed(name, `the segment "${segment}" has a "{" without "}"`);
  }
  const colon = content.indexOf(":");
  const name = (colon < 0 ? content : content.slice(0, colon)).trim();
  const type = colon < 0 ? "" : content.slice(colon + 1).trim();
  if (!IDENTIFIER.test(name)) return malformed(null, `the parameter "${segment}" has no name`);
  if (type === "") return malformed(name, `the parameter "${name}" has no type`);
  if (!IDENTIFIER.test(type))
    return malformed(name, `the type "${type}" of the parameter "${name}" is no single name`);
  return { name, type, wrong: null };
};

/** The parameters of a path, from left to right. */
export const routeParameters = (path: string): readonly RouteParameter[] =>
  path
    .split("/")
    .filter((segment) => segment.includes("{"))
    .map(parameterIn);
