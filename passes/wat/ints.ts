// Int: 64 bits, checked; what is common is computed in place.

import { constantOf, get, type Instr, i64, op, set, UNREACHABLE, when } from "./code.ts";
import type { Context } from "./context.ts";
import { type Family, instruction, type Operation, single } from "./operation.ts";

const LEAST = -(2n ** 63n);

const overflows = (context: Context, condition: Instr): void =>
  context.emit(when(condition, [context.runtime("panic_overflow", context.site()), UNREACHABLE]));

/** The sum overflows if its sign is neither operand's; with a constant a comparison says so. */
const add: Operation = (context, args) => {
  const [a, b] = ordered(single(args), single(args, 1));
  const sum = context.place("i64");
  context.emit(set(sum, op("i64.add", a, b)));
  const constant = constantOf(b);
  overflows(
    context,
    constant === undefined
      ? op("i64.lt_s", op("i64.and", op("i64.xor", a, get(sum)), op("i64.xor", b, get(sum))), i64(0n))
      : op(constant >= 0n ? "i64.lt_s" : "i64.gt_s", get(sum), a),
  );
  return [get(sum)];
};

/** A constant comes second. */
const ordered = (a: Instr, b: Instr): readonly [Instr, Instr] =>
  constantOf(a) === undefined ? [a, b] : [b, a];

const sub: Operation = (context, args) => {
  const [a, b] = [single(args), single(args, 1)];
  const difference = context.place("i64");
  context.emit(set(difference, op("i64.sub", a, b)));
  const constant = constantOf(b);
  overflows(
    context,
    constant === undefined
      ? op("i64.lt_s", op("i64.and", op("i64.xor", a, b), op("i64.xor", a, get(difference))), i64(0n))
      : op(constant >= 0n ? "i64.gt_s" : "i64.lt_s", get(difference), a),
  );
  return [get(difference)];
};

const fits32 = (value: Instr): Instr => op("i64.eq", value, op("i64.extend32_s", value));
const isConstant32 = (value: Instr): boolean => {
  const constant = constantOf(value);
  return constant !== undefined && BigInt.asIntN(32, constant) === constant;
};

/** Operands of 32 bits, which is what almost all are, need no test of the product. */
const mul: Operation = (context, args) => {
  const [a, b] = ordered(single(args), single(args, 1));
  const product = context.place("i64");
  const small = isConstant32(b) ? fits32(a) : op("i32.and", fits32(a), fits32(b));
  context.emit(
    when(
      small,
      [set(product, op("i64.mul", a, b))],
      [set(product, context.runtime("int_mul", a, b, context.site()))],
    ),
  );
  return [get(product)];
};

const ofMinusOne =
  (result: (value: Instr) => Instr) =>
  (context: Context, value: Instr): Instr => {
    overflows(context, op("i64.eq", value, i64(LEAST)));
    return result(value);
  };
const negated = ofMinusOne((value) => op("i64.sub", i64(0n), value));
/** Its quotient would overflow, and so does the operation (03, 3.1). */
const noRemainder = ofMinusOne(() => i64(0n));

/** Division of operands of 32 bits is much faster; a divisor that is no constant is tested. */
const division =
  (name: "div_s" | "rem_s", byMinusOne: (context: Context, value: Instr) => Instr): Operation =>
  (context, args) => {
    const [a, b] = [single(args), single(args, 1)];
    const divisor = constantOf(b);
    if (divisor === -1n) return [byMinusOne(context, a)];
    if (divisor === undefined || divisor === 0n) {
      const zero = op("i64.eqz", b);
      context.emit(when(zero, [context.runtime("panic_division", context.site()), UNREACHABLE]));
    }
    const result = context.place("i64");
    const wide = [set(result, op(`i64.${name}`, a, b))];
    if (divisor !== undefined) {
      const narrow = op(`i32.${name}`, op("i32.wrap_i64", a), op("i32.wrap_i64", b));
      context.emit(
        isConstant32(b)
          ? when(fits32(a), [set(result, op("i64.extend_i32_s", narrow))], wide)
          : set(result, op(`i64.${name}`, a, b)),
      );
      return [get(result)];
    }
    const minusOne = context.within(() => context.emit(set(result, byMinusOne(context, a))));
    context.emit(when(op("i64.eq", b, i64(-1n)), minusOne, wide));
    return [get(result)];
  };

const compare = (name: string): Operation => instruction(`i64.${name}`, op);

export const ints: Family<"int"> = {
  "int.add": add,
  "int.sub": sub,
  "int.mul": mul,
  "int.div": division("div_s", negated),
  "int.rem": division("rem_s", noRemainder),
  "int.neg": (context, args) => [negated(context, single(args))],
  "int.eq": compare("eq"),
  "int.ne": compare("ne"),
  "int.lt": compare("lt_s"),
  "int.le": compare("le_s"),
  "int.gt": compare("gt_s"),
  "int.ge": compare("ge_s"),
  "int.to_float": instruction("f64.convert_i64_s", op),
  "int.text": (context, args) => [context.runtime("int_text", single(args))],
};
