// Digests, random octets and the log: the host does all of it.

import { type Family, single } from "./operation.ts";

export const crypto: Family<"crypto"> = {
  "crypto.hash": (context, args) => [
    context.runtime("crypto_hash", single(args), single(args, 1), context.site()),
  ],
  "crypto.hmac": (context, args) => [
    context.runtime("crypto_hmac", single(args), single(args, 1), single(args, 2), context.site()),
  ],
  "crypto.random_bytes": (context, args) => [
    context.runtime("crypto_random_bytes", single(args), context.site()),
  ],
  "crypto.constant_time_eq": (context, args) => [
    context.runtime("crypto_constant_time_eq", single(args), single(args, 1)),
  ],
};

export const log: Family<"log"> = {
  "log.level": (context, args) => [context.runtime("log_level", single(args))],
  "log.enabled": (context, args) => [context.runtime("log_enabled", single(args))],
  "log.write": (context, args) => {
    context.run("log_write", single(args), single(args, 1), single(args, 2));
    return [];
  },
};
