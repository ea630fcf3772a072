// JSON: the run-time part reads it.

import { encoding } from "./json-encode.ts";
import { type Family, single } from "./operation.ts";

export const json: Family<"json"> = {
  ...encoding,
  "json.fault": (context, args) => [context.runtime("json_fault", single(args))],
  "json.decode": (context, args) => [context.runtime("json_decode", single(args), context.site())],
};
