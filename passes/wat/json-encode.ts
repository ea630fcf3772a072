// Writing JSON: the run-time part appends to texts.

import { type Family, single } from "./operation.ts";

type Encoding = Pick<Family<"json">, "json.float" | "json.put_text" | "json.put_unknown">;

export const encoding: Encoding = {
  "json.float": (context, args) => [context.runtime("json_float", single(args))],
  "json.put_text": (context, args) => [context.runtime("json_put_text", single(args), single(args, 1))],
  "json.put_unknown": (context, args) => [
    context.runtime("json_put_unknown", single(args), single(args, 1), context.site()),
  ],
};
