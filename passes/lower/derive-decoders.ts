// derive-decoders: typed decoding of texts becomes calls of functions, one for each type that is decoded.

import { right } from "fp-ts/These";
import { Decoded, type DecodedGrammar, Structures, type StructuresGrammar } from "../../ir/derived.ts";
import { pass } from "../../ir/framework/pass.ts";
import { rewrite } from "../../ir/framework/rewrite.ts";
import { type Type, UNKNOWN } from "../../ir/types.ts";
import { call, text } from "./build.ts";
import { decoderBody } from "./decoders.ts";
import { type Context, type Fn, outcomeOf, sharedFunctions, textDecoder } from "./decoding.ts";
import { demand } from "./demand.ts";
import { derivedFunction, pathOf } from "./derived-function.ts";
import { withValidation } from "./std-error.ts";
import { tablesOf } from "./tables.ts";

const body = rewrite<StructuresGrammar, DecodedGrammar, Context>(Structures, Decoded, {
  Program: {
    Program: (n, to, context) => {
      const functions = n.functions.map((fn) => to.Function(fn, context));
      const made = context.made.all();
      if (made.length === 0) return { ...n, functions };
      return {
        ...n,
        types: withValidation(n.types),
        functions: [...functions, ...made, ...sharedFunctions(context.path)],
      };
    },
  },
  Expr: {
    DecodeText: ({ at, type, root, code, value }, to, context) => {
      const decoded = type.kind === "Result" ? type.ok : type;
      const args = [to.Expr(value, context), text(root, at), text(code, at)];
      return call(askTextDecoder(decoded, context), outcomeOf(decoded), args, at);
    },
  },
});

const askTextDecoder = (type: Type, context: Context): string => {
  const id = `decode text<${type.key}>`;
  return context.made.ask(id, () => textDecoder(type, id, context));
};

const contextOf = (outline: Omit<Context, "decoder">): Context => {
  const context: Context = {
    ...outline,
    decoder: (type) => {
      const id = `decode<${type.key}>`;
      const signature = {
        ...{ id, name: `decode<${type.text}>`, path: pathOf(type, outline.path) },
        ...{ params: [["value", UNKNOWN] as const], result: outcomeOf(type) },
      };
      return outline.made.ask(id, () =>
        derivedFunction(signature, (frame, value) => decoderBody(type, { value: value!, frame, context })),
      );
    },
  };
  return context;
};

export const deriveDecoders = pass({
  name: "derive-decoders",
  purpose: "Makes calls of derived functions of typed decodings.",
  from: Structures,
  to: Decoded,
  run: (program) =>
    right(
      body.Program(
        program,
        contextOf({
          tables: tablesOf(withValidation(program.types)),
          functions: new Map(program.functions.map((fn) => [fn.id, fn])),
          made: demand<Fn>(),
          path: program.sources[0]?.path ?? "",
        }),
      ),
    ),
});
