// String and Bytes: the run-time part works on them.

import { load, op } from "./code.ts";
import { type Family, single } from "./operation.ts";

const LENGTH = 8;

export const texts: Family<"text"> = {
  "text.concat": (context, args) => [context.runtime("text_concat", single(args), single(args, 1))],
  "text.eq": (context, args) => [context.runtime("text_eq", single(args), single(args, 1))],
  "text.length": (context, args) => [context.runtime("text_length", single(args))],
  "text.matches": (context, args) => [context.runtime("text_matches", single(args), single(args, 1))],
  "text.is_email": (context, args) => [context.runtime("text_is_email", single(args))],
  "text.starts_with": (context, args) => [context.runtime("text_starts_with", single(args), single(args, 1))],
};

export const bytes: Family<"bytes"> = {
  "bytes.eq": (context, args) => [context.runtime("bytes_eq", single(args), single(args, 1))],
  "bytes.length": (_, args) => [op("i64.extend_i32_u", load("i32", single(args), LENGTH))],
  "bytes.text": (context, args) => [context.runtime("bytes_text", single(args))],
};
