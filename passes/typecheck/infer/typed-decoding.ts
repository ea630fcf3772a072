// Inference of typed decoding (10.5): `json.decode<T>(text)` gives `T!Validation`.

import {
  DIAGNOSED,
  mentionedIn,
  result,
  STRING,
  struct,
  type Type,
  VALIDATION_ID,
} from "../../../ir/types.ts";
import { apply, type Site } from "./arguments.ts";
import { type Expr, report } from "./context.ts";

const NAME = "json.decode";
const VALIDATION = struct(VALIDATION_ID, "Validation");
const params = [{ name: "text", type: STRING, optional: false }] as const;

/** Whether a call of a built-in is one that decodes as a type. */
export const isTypedDecoding = (name: string, { call }: Site): boolean =>
  name === NAME && call.typeArgs.length > 0;

/** The call; null where its argument does not bind. */
export const typedDecoding = (site: Site): Expr | null => {
  const { call, context } = site;
  const untyped = { ...site, call: { ...call, typeArgs: [] } };
  const applied = apply({ name: NAME, params, named: true, typeParams: [], result: STRING }, untyped);
  const [argument, ...more] = call.typeArgs;
  let type = argument!.type;
  if (more.length > 0) {
    const message = `${NAME} takes one type argument, found ${call.typeArgs.length}`;
    report(context, call.at, message, "FUSE_GENERIC_CALL_TYPE_ARG");
    type = DIAGNOSED;
  } else if (!isDecodable(type)) {
    report(context, argument!.at, `no JSON is of type ${type.text}: nothing can be decoded as it`);
    type = DIAGNOSED;
  }
  if (applied === null) return null;
  const args = applied.args.map(({ value }) => value);
  const decoded = type === DIAGNOSED ? DIAGNOSED : result(type, VALIDATION);
  return { kind: "CallBuiltin", at: call.at, type: decoded, name: NAME, args };
};

const foreign: ReadonlySet<Type["kind"]> = new Set<Type["kind"]>(["Html", "Task", "Box", "Function"]);

const isDecodable = (type: Type): boolean => !foreign.has(type.kind) && mentionedIn(type).every(isDecodable);
