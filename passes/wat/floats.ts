// Float and Bool: each operation is an instruction of WebAssembly.

import { STRING } from "../../ir/types.ts";
import { i32, op } from "./code.ts";
import { dup } from "./counts.ts";
import { type Family, instruction, single } from "./operation.ts";

export const floats: Family<"float"> = {
  "float.add": instruction("f64.add", op),
  "float.sub": instruction("f64.sub", op),
  "float.mul": instruction("f64.mul", op),
  "float.div": instruction("f64.div", op),
  "float.neg": instruction("f64.neg", op),
  "float.eq": instruction("f64.eq", op),
  "float.ne": instruction("f64.ne", op),
  "float.lt": instruction("f64.lt", op),
  "float.le": instruction("f64.le", op),
  "float.gt": instruction("f64.gt", op),
  "float.ge": instruction("f64.ge", op),
  "float.text": (context, args) => [context.runtime("float_text", single(args))],
};

export const bools: Family<"bool"> = {
  "bool.not": instruction("i32.eqz", op),
  "bool.eq": instruction("i32.eq", op),
  /** The literal has an owner more then. */
  "bool.text": (context, args) => {
    const { data } = context.module;
    const text = op("select", i32(data.text("true")), i32(data.text("false")), single(args));
    const held = context.kept(text, "i32", "text");
    dup(context, STRING, [held]);
    return [held];
  },
};
