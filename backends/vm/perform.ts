// The instructions that take longer than a call does, or come seldom: what makes objects, what maps and Results do,
// comparisons that no jump follows, all operations of the runtime. The machine's own loop is kept short, for the host
// compiles it as a whole.

import { floatText } from "../../runtime/float.ts";
import { div, neg } from "../../runtime/int.ts";
import { codePoints } from "../../runtime/text.ts";
import { readKey } from "../../runtime/unknown.ts";
import { type Dict, Float, type Int, List, Result, Struct, Variant } from "../../runtime/values.ts";
import * as op from "./codes.ts";
import { failureOf, indexIn } from "./failing.ts";
import { compute, type Fiber, isWide, orderOf } from "./fiber.ts";
import { append, concat, keyPart, mapOf, partAt, storeKey, takeContent, uniqueIn } from "./heap.ts";
import { Callable, type Loaded } from "./load.ts";
import { membersAt, operate } from "./members.ts";
import { follow, storeAlong } from "./paths.ts";

/** Executes the instruction at that offset in the code; the windows of the active call start at `n` and `r`. */
export const perform = (loaded: Loaded, fiber: Fiber, n: number, r: number, word: number): void => {
  const {
    image: { code, lists },
    constants,
    structs,
    values,
  } = loaded;
  const { numbers: N, wides: W, references: R } = fiber;
  const a = code[word + 1]!;
  const b = code[word + 2]!;
  const c = code[word + 3]!;
  // biome-ignore format: one instruction a line
  switch (code[word]) {
    // Constants
    case op.CONST_INT_LARGE: fiber.setInt(n + a, constants[b] as Int); return;
    case op.CONST_FUNCTION: R[r + a] = values[b]; return;
    case op.FUNCTION_MAKE: R[r + a] = new Callable(values[b]!, R[r + c]); return;
    case op.FUNCTION_CAPTURED: R[r + a] = (R[r + b] as Callable).captured; return;

    // Moves
    case op.BOX_FLOAT: R[r + a] = new Float(N[n + b]!); return;
    case op.BOX_BOOL: R[r + a] = N[n + b] === 1; return;
    case op.UNBOX_FLOAT: N[n + a] = (R[r + b] as Float).value; return;
    case op.UNBOX_BOOL: N[n + a] = R[r + b] === true ? 1 : 0; return;

    // Ints, Floats and texts
    case op.INT_DIV: compute(fiber, div, n + a, n + b, n + c); return;
    case op.INT_NEG: fiber.setInt(n + a, neg(fiber.intAt(n + b))); return;
    case op.INT_EQ: N[n + a] = orderOf(fiber, n + b, n + c) === 0 ? 1 : 0; return;
    case op.INT_NE: N[n + a] = orderOf(fiber, n + b, n + c) !== 0 ? 1 : 0; return;
    case op.INT_LT: N[n + a] = orderOf(fiber, n + b, n + c) < 0 ? 1 : 0; return;
    case op.INT_LE: N[n + a] = orderOf(fiber, n + b, n + c) <= 0 ? 1 : 0; return;
    case op.INT_GT: N[n + a] = orderOf(fiber, n + b, n + c) > 0 ? 1 : 0; return;
    case op.INT_GE: N[n + a] = orderOf(fiber, n + b, n + c) >= 0 ? 1 : 0; return;
    case op.FLOAT_EQ: case op.BOOL_EQ: N[n + a] = N[n + b] === N[n + c] ? 1 : 0; return;
    case op.FLOAT_NE: N[n + a] = N[n + b] !== N[n + c] ? 1 : 0; return;
    case op.FLOAT_LT: N[n + a] = N[n + b]! < N[n + c]! ? 1 : 0; return;
    case op.FLOAT_LE: N[n + a] = N[n + b]! <= N[n + c]! ? 1 : 0; return;
    case op.FLOAT_GT: N[n + a] = N[n + b]! > N[n + c]! ? 1 : 0; return;
    case op.FLOAT_GE: N[n + a] = N[n + b]! >= N[n + c]! ? 1 : 0; return;
    case op.INT_TO_FLOAT: N[n + a] = Number(fiber.intAt(n + b)); return;
    case op.INT_TEXT: R[r + a] = String(fiber.intAt(n + b)); return;
    case op.FLOAT_NEG: N[n + a] = -N[n + b]!; return;
    case op.FLOAT_TEXT: R[r + a] = floatText(N[n + b]!); return;
    case op.BOOL_NOT: N[n + a] = 1 - N[n + b]!; return;
    case op.TEXT_EQ: N[n + a] = R[r + b] === R[r + c] ? 1 : 0; return;
    case op.TEXT_LENGTH: N[n + a] = codePoints(R[r + b] as string); return;

    // Lists
    case op.LIST_MAKE: R[r + a] = new List(membersAt(loaded, fiber, n, r, b)); return;
    case op.LIST_SET_FLOAT: case op.LIST_PUT_FLOAT: {
      const items = uniqueIn(R, r + a) as List;
      items.array[indexIn(fiber, items, n + b)] = new Float(N[n + c]!);
      return;
    }
    case op.LIST_PART: { const items = R[r + b] as List; R[r + a] = partAt(items.array, indexIn(fiber, items, n + c)); return; }
    case op.LIST_CONCAT: R[r + a] = concat(R[r + b] as List, R[r + c] as List); return;
    case op.LIST_APPEND_FLOAT: R[r + a] = append(R[r + b] as List, new Float(N[n + c]!)); return;

    // Maps
    case op.MAP_MAKE: R[r + a] = mapOf(membersAt(loaded, fiber, n, r, b)); return;
    case op.MAP_LENGTH: N[n + a] = (R[r + b] as Dict).keys.length; return;
    case op.MAP_READ_INT: fiber.setInt(n + a, readKey(R[r + b] as Dict, R[r + c] as string) as Int); return;
    case op.MAP_READ_FLOAT: N[n + a] = (readKey(R[r + b] as Dict, R[r + c] as string) as Float).value; return;
    case op.MAP_READ_BOOL: N[n + a] = readKey(R[r + b] as Dict, R[r + c] as string) === true ? 1 : 0; return;
    case op.MAP_READ_REFERENCE: R[r + a] = readKey(R[r + b] as Dict, R[r + c] as string); return;
    case op.MAP_HAS: N[n + a] = (R[r + b] as Dict).positions.has(R[r + c] as string) ? 1 : 0; return;
    case op.MAP_KEY_AT: R[r + a] = (R[r + b] as Dict).keys[N[n + c]!]; return;
    case op.MAP_VALUE_AT_INT: fiber.setInt(n + a, (R[r + b] as Dict).values[N[n + c]!] as Int); return;
    case op.MAP_VALUE_AT_FLOAT: N[n + a] = ((R[r + b] as Dict).values[N[n + c]!] as Float).value; return;
    case op.MAP_VALUE_AT_BOOL: N[n + a] = (R[r + b] as Dict).values[N[n + c]!] === true ? 1 : 0; return;
    case op.MAP_VALUE_AT_REFERENCE: R[r + a] = (R[r + b] as Dict).values[N[n + c]!]; return;
    case op.MAP_SET_FLOAT: case op.MAP_PUT_FLOAT: storeKey(uniqueIn(R, r + a) as Dict, R[r + b] as string, new Float(N[n + c]!)); return;
    case op.MAP_SET_BOOL: case op.MAP_PUT_BOOL: storeKey(uniqueIn(R, r + a) as Dict, R[r + b] as string, N[n + c] === 1); return;
    case op.MAP_PART: R[r + a] = keyPart(R[r + b] as Dict, R[r + c] as string); return;

    // Structs
    case op.STRUCT_MAKE: R[r + a] = new Struct(structs[b]!, membersAt(loaded, fiber, n, r, c)); return;
    case op.FIELD_SET_FLOAT: case op.FIELD_PUT_FLOAT: (uniqueIn(R, r + a) as Struct).values[b] = new Float(N[n + c]!); return;
    case op.FIELD_SET_BOOL: case op.FIELD_PUT_BOOL: (uniqueIn(R, r + a) as Struct).values[b] = N[n + c] === 1; return;

    // Paths
    case op.PATH_GET_FLOAT: N[n + a] = (follow(fiber, lists, n, R[r + b], c) as Float).value; return;
    case op.PATH_GET_BOOL: N[n + a] = follow(fiber, lists, n, R[r + b], c) === true ? 1 : 0; return;
    case op.PATH_SET_FLOAT: case op.PATH_PUT_FLOAT: storeAlong(fiber, lists, n, uniqueIn(R, r + a), b, new Float(N[n + c]!)); return;
    case op.PATH_SET_BOOL: case op.PATH_PUT_BOOL: storeAlong(fiber, lists, n, uniqueIn(R, r + a), b, N[n + c] === 1); return;
    case op.PATH_SET_REFERENCE: case op.PATH_PUT_REFERENCE: { const value = R[r + c]; storeAlong(fiber, lists, n, uniqueIn(R, r + a), b, value); return; }

    // Enums: an Err that should hold an enum value may hold the `Validation` of a failed construction (03, section 6)
    case op.VARIANT_IS: { const v = R[r + b]; N[n + a] = v instanceof Variant && v.tag === c ? 1 : 0; return; }
    case op.PAYLOAD_GET_FLOAT: N[n + a] = ((R[r + b] as Variant).payload[c] as Float).value; return;
    case op.PAYLOAD_GET_BOOL: N[n + a] = (R[r + b] as Variant).payload[c] === true ? 1 : 0; return;

    // Options, Results
    case op.OPTION_IS_NONE: N[n + a] = R[r + b] === null ? 1 : 0; return;
    case op.RESULT_OK_INT: { const x = N[n + b]!; R[r + a] = new Result(true, isWide(x) ? W[n + b]! : x); return; }
    case op.RESULT_OK_FLOAT: R[r + a] = new Result(true, new Float(N[n + b]!)); return;
    case op.RESULT_OK_BOOL: R[r + a] = new Result(true, N[n + b] === 1); return;
    case op.RESULT_OK_REFERENCE: R[r + a] = new Result(true, R[r + b]); return;
    case op.RESULT_ERR: R[r + a] = new Result(false, R[r + b]); return;
    case op.RESULT_IS_OK: N[n + a] = (R[r + b] as Result).isOk ? 1 : 0; return;
    case op.RESULT_OK_VALUE_INT: fiber.setInt(n + a, (R[r + b] as Result).content as Int); return;
    case op.RESULT_OK_VALUE_FLOAT: N[n + a] = ((R[r + b] as Result).content as Float).value; return;
    case op.RESULT_OK_VALUE_BOOL: N[n + a] = (R[r + b] as Result).content === true ? 1 : 0; return;
    case op.RESULT_TAKE_OK_INT: fiber.setInt(n + a, takeContent(R[r + b] as Result) as Int); return;
    case op.RESULT_TAKE_OK_FLOAT: N[n + a] = (takeContent(R[r + b] as Result) as Float).value; return;
    case op.RESULT_TAKE_OK_BOOL: N[n + a] = takeContent(R[r + b] as Result) === true ? 1 : 0; return;

    // Other operations
    case op.PRIM_INT: fiber.setInt(n + a, operate(loaded, fiber, n, r, b, c) as Int); return;
    case op.PRIM_FLOAT: N[n + a] = (operate(loaded, fiber, n, r, b, c) as Float).value; return;
    case op.PRIM_BOOL: N[n + a] = operate(loaded, fiber, n, r, b, c) === true ? 1 : 0; return;
    case op.PRIM_REFERENCE: R[r + a] = operate(loaded, fiber, n, r, b, c); return;
    case op.PRIM_NOTHING: operate(loaded, fiber, n, r, a, b); return;
    case op.FAIL: throw failureOf(R[r + a] as string, R[r + b] as string);
  }
};
