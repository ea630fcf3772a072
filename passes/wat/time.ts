// Time: what programs ask of the host.

import { type Family, type Operation, single } from "./operation.ts";

type Asking = Omit<Family<"time">, "time.sleep">;

const asking =
  (name: "time_format" | "time_parse" | "time_of"): Operation =>
  (context, args) =>
    context.runtimeResult(name, ...args.flat(), context.site());

export const time: Asking = {
  "time.now": (context) => [context.runtime("time_now")],
  "time.format": asking("time_format"),
  "time.parse": asking("time_parse"),
  "time.fault": (context, args) => [context.runtime("time_fault", single(args), single(args, 1))],
  "time.of": asking("time_of"),
};
