// Conversions of tasks and boxes: what returns from a task enters the task's type.

import type { ConversionOf } from "./context.ts";
import { into, operand } from "./places.ts";

export const tasks: ConversionOf<"Expr", "Spawn" | "Await" | "Box"> = {
  Spawn: (n, to, context) => {
    const value = n.type.kind === "Task" ? n.type.value : null;
    return { ...n, body: to.Block(n.body, { ...context, returned: value }) };
  },
  Await: (n, to, context) => ({ ...n, operand: operand(to.Expr(n.operand, context)) }),
  Box: (n, to, context) => {
    const value = to.Expr(n.operand, context);
    // the box of a box is that box
    return {
      ...n,
      operand: n.type.kind === "Box" && value.type !== n.type ? into(n.type.content, value) : value,
    };
  },
};
