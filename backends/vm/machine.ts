// The machine: one loop over instructions. Calls take no stack of the host; all state is in the fiber.

import * as int from "../../runtime/int.ts";
import type { Strand } from "../../runtime/scheduler.ts";
import { resultOf, sleep } from "../../runtime/tasks.ts";
import {
  Container,
  type Dict,
  type Float,
  type Int,
  type List,
  Managed,
  type Result,
  type Struct,
  type Task,
  Variant,
} from "../../runtime/values.ts";
import * as op from "./codes.ts";
import { checkDepth } from "./depth.ts";
import { dynamicOf, entryOf, indexIn } from "./failing.ts";
import { compute, computeWith, type Fiber, FRAME, isWide, orderOf, passArguments, suspend } from "./fiber.ts";
import { append, drop, dup, partAt, release, storeAt, storeKey, takeContent, unique } from "./heap.ts";
import { isLoneReference, loneRegister } from "./image.ts";
import { FUNCTION } from "./load.ts";
import { membersAt } from "./members.ts";
import { follow, storeAlong } from "./paths.ts";
import { perform } from "./perform.ts";
import type { Running } from "./running.ts";

const MAX = Number.MAX_SAFE_INTEGER;
/** Instead of a callee: the active call ends. */
const RETURN = -1;

/**
 * Goes on with a fiber until it waits, or its first call has ended: then true, and the fiber has its result. Throws what
 * `runtime/failures.ts` names; the fiber then stands at the instruction that failed. `strand` waits for the fiber.
 */
export const run = (loaded: Running, fiber: Fiber, strand: Strand): boolean => {
  const {
    image: { code, lists },
    functions,
    constants,
    variants,
  } = loaded;
  const { references: R, wides: W } = fiber;
  let N = fiber.numbers;
  let F = fiber.frames;
  let { n, r, nEnd, rEnd, frame, pc, limit } = fiber;
  try {
    for (;;) {
      const a = code[pc + 1]!;
      const b = code[pc + 2]!;
      const c = code[pc + 3]!;
      let callee = RETURN;
      let list = 0;
      pc += 4;
      // biome-ignore format: one instruction a line
      switch (code[pc - 4]) {
        // Constants
        case op.CONST_INT: N[n + a] = b; continue;
        case op.CONST_FLOAT: N[n + a] = (constants[b] as Float).value; continue;
        case op.CONST_BOOL: N[n + a] = b; continue;
        case op.CONST_TEXT: R[r + a] = constants[b]; continue;
        case op.CONST_NULL: R[r + a] = null; continue;
        case op.CONST_UNIT: R[r + a] = undefined; continue;

        // Moves
        case op.MOVE_INT: { const x = N[n + b]!; N[n + a] = x; if (isWide(x)) W[n + a] = W[n + b]!; continue; }
        case op.MOVE_NUMBER: N[n + a] = N[n + b]!; continue;
        case op.MOVE_REFERENCE: R[r + a] = R[r + b]; continue;
        case op.BOX_INT: { const x = N[n + b]!; R[r + a] = isWide(x) ? W[n + b]! : x; continue; }
        case op.UNBOX_INT: { const v = R[r + b]; if (typeof v === "number") N[n + a] = v; else fiber.setInt(n + a, v as Int); continue; }

        // Ownership: two places each, so that neither sees more than four kinds of objects
        case op.DUP: { const v = R[r + a]; if (v instanceof Container) v.refs++; else if (v instanceof Managed) v.refs++; continue; }
        case op.DROP: {
          const v = R[r + a];
          if (v instanceof Container) { if (--v.refs === 0) release(v); }
          else if (v instanceof Managed && --v.refs === 0) release(v);
          continue;
        }
        case op.DUP_VARIANT: { const v = R[r + a]; if (v instanceof Variant) v.refs++; else dup(v); continue; }
        case op.DROP_VARIANT: { const v = R[r + a]; if (!(v instanceof Variant)) drop(v); else if (--v.refs === 0) release(v); continue; }
        case op.UNIQUE: { const v = R[r + a] as List | Dict | Struct | null; if (v !== null && v.refs !== 1) R[r + a] = unique(v); continue; }

        // Int: NaN, which marks a wide one, fails each test that a result is safe
        case op.INT_ADD: {
          const x = N[n + b]! + N[n + c]!;
          if (x <= MAX && x >= -MAX) N[n + a] = x; else compute(fiber, int.add, n + a, n + b, n + c);
          continue;
        }
        case op.INT_SUB: {
          const x = N[n + b]! - N[n + c]!;
          if (x <= MAX && x >= -MAX) N[n + a] = x; else compute(fiber, int.sub, n + a, n + b, n + c);
          continue;
        }
        case op.INT_MUL: {
          const x = N[n + b]! * N[n + c]!;
          if (x <= MAX && x >= -MAX) N[n + a] = x + 0; else compute(fiber, int.mul, n + a, n + b, n + c);
          continue;
        }
        case op.INT_REM: {
          const y = N[n + c]!; const x = N[n + b]!; const z = x - Math.trunc(x / y) * y;
          if (!isWide(z)) N[n + a] = z; else compute(fiber, int.rem, n + a, n + b, n + c);
          continue;
        }
        case op.INT_ADD_K: {
          const x = N[n + b]! + c;
          if (x <= MAX && x >= -MAX) N[n + a] = x; else computeWith(fiber, int.add, n + a, n + b, c);
          continue;
        }
        case op.INT_SUB_K: {
          const x = N[n + b]! - c;
          if (x <= MAX && x >= -MAX) N[n + a] = x; else computeWith(fiber, int.sub, n + a, n + b, c);
          continue;
        }
        case op.INT_MUL_K: {
          const x = N[n + b]! * c;
          if (x <= MAX && x >= -MAX) N[n + a] = x + 0; else computeWith(fiber, int.mul, n + a, n + b, c);
          continue;
        }
        case op.INT_DIV_K: {
          const x = Math.trunc(N[n + b]! / c);
          if (x <= MAX && x >= -MAX) N[n + a] = x + 0; else computeWith(fiber, int.div, n + a, n + b, c);
          continue;
        }
        case op.INT_REM_K: {
          const x = N[n + b]!; const z = x - Math.trunc(x / c) * c;
          if (!isWide(z)) N[n + a] = z; else computeWith(fiber, int.rem, n + a, n + b, c);
          continue;
        }

        // Float, Bool
        case op.FLOAT_ADD: N[n + a] = N[n + b]! + N[n + c]!; continue;
        case op.FLOAT_SUB: N[n + a] = N[n + b]! - N[n + c]!; continue;
        case op.FLOAT_MUL: N[n + a] = N[n + b]! * N[n + c]!; continue;
        case op.FLOAT_DIV: N[n + a] = N[n + b]! / N[n + c]!; continue;

        // Texts
        case op.TEXT_CONCAT: R[r + a] = (R[r + b] as string) + (R[r + c] as string); continue;

        // Lists
        case op.LIST_LENGTH: N[n + a] = (R[r + b] as List).length; continue;
        case op.LIST_GET_INT: {
          const items = R[r + b] as List; const i = N[n + c]!;
          if (!(i >= 0 && i < items.length)) indexIn(fiber, items, n + c);
          const v = items.array[i];
          if (typeof v === "number") N[n + a] = v; else fiber.setInt(n + a, v as Int);
          continue;
        }
        case op.LIST_GET_FLOAT: {
          const items = R[r + b] as List; const i = N[n + c]!;
          if (!(i >= 0 && i < items.length)) indexIn(fiber, items, n + c);
          N[n + a] = (items.array[i] as Float).value;
          continue;
        }
        case op.LIST_GET_BOOL: {
          const items = R[r + b] as List; const i = N[n + c]!;
          if (!(i >= 0 && i < items.length)) indexIn(fiber, items, n + c);
          N[n + a] = items.array[i] === true ? 1 : 0;
          continue;
        }
        case op.LIST_GET_REFERENCE: {
          const items = R[r + b] as List; const i = N[n + c]!;
          if (!(i >= 0 && i < items.length)) indexIn(fiber, items, n + c);
          R[r + a] = items.array[i];
          continue;
        }
        case op.LIST_SET_INT: case op.LIST_PUT_INT: {
          let items = R[r + a] as List; const i = N[n + b]!;
          if (!(i >= 0 && i < items.length)) indexIn(fiber, items, n + b);
          if (items.refs !== 1) R[r + a] = items = unique(items);
          const x = N[n + c]!; items.array[i] = isWide(x) ? W[n + c]! : x;
          continue;
        }
        case op.LIST_SET_BOOL: case op.LIST_PUT_BOOL: {
          let items = R[r + a] as List; const i = N[n + b]!;
          if (!(i >= 0 && i < items.length)) indexIn(fiber, items, n + b);
          if (items.refs !== 1) R[r + a] = items = unique(items);
          items.array[i] = N[n + c] === 1;
          continue;
        }
        case op.LIST_SET_REFERENCE: case op.LIST_PUT_REFERENCE: {
          let items = R[r + a] as List; const i = N[n + b]!; const value = R[r + c];
          if (!(i >= 0 && i < items.length)) indexIn(fiber, items, n + b);
          if (items.refs !== 1) R[r + a] = items = unique(items);
          storeAt(items.array, i, value);
          continue;
        }
        case op.LIST_APPEND_INT: { const x = N[n + c]!; R[r + a] = append(R[r + b] as List, isWide(x) ? W[n + c]! : x); continue; }
        case op.LIST_APPEND_BOOL: R[r + a] = append(R[r + b] as List, N[n + c] === 1); continue;
        case op.LIST_APPEND_REFERENCE: R[r + a] = append(R[r + b] as List, R[r + c]); continue;

        // Maps
        case op.MAP_GET: R[r + a] = (R[r + b] as Dict).get(R[r + c] as string, null); continue;
        case op.MAP_SET_INT: case op.MAP_PUT_INT: {
          let map = R[r + a] as Dict;
          if (map.refs !== 1) R[r + a] = map = unique(map);
          const x = N[n + c]!;
          storeKey(map, R[r + b] as string, isWide(x) ? W[n + c]! : x);
          continue;
        }
        case op.MAP_SET_REFERENCE: case op.MAP_PUT_REFERENCE: {
          let map = R[r + a] as Dict; const value = R[r + c];
          if (map.refs !== 1) R[r + a] = map = unique(map);
          storeKey(map, R[r + b] as string, value);
          continue;
        }

        // Structs
        case op.FIELD_GET_INT: { const v = (R[r + b] as Struct).values[c]; if (typeof v === "number") N[n + a] = v; else fiber.setInt(n + a, v as Int); continue; }
        case op.FIELD_GET_FLOAT: N[n + a] = ((R[r + b] as Struct).values[c] as Float).value; continue;
        case op.FIELD_GET_BOOL: N[n + a] = (R[r + b] as Struct).values[c] === true ? 1 : 0; continue;
        case op.FIELD_GET_REFERENCE: R[r + a] = (R[r + b] as Struct).values[c]; continue;
        case op.FIELD_SET_INT: case op.FIELD_PUT_INT: {
          let struct = R[r + a] as Struct;
          if (struct.refs !== 1) R[r + a] = struct = unique(struct);
          const x = N[n + c]!;
          struct.values[b] = isWide(x) ? W[n + c]! : x;
          continue;
        }
        case op.FIELD_SET_REFERENCE: case op.FIELD_PUT_REFERENCE: {
          let struct = R[r + a] as Struct; const value = R[r + c];
          if (struct.refs !== 1) R[r + a] = struct = unique(struct);
          storeAt(struct.values, b, value);
          continue;
        }
        case op.FIELD_PART: R[r + a] = partAt((R[r + b] as Struct).values, c); continue;

        // Paths
        case op.PATH_GET_INT: { const v = follow(fiber, lists, n, R[r + b], c); if (typeof v === "number") N[n + a] = v; else fiber.setInt(n + a, v as Int); continue; }
        case op.PATH_GET_REFERENCE: R[r + a] = follow(fiber, lists, n, R[r + b], c); continue;
        case op.PATH_SET_INT: case op.PATH_PUT_INT: {
          let base = R[r + a] as List | Struct;
          if (base.refs !== 1) R[r + a] = base = unique(base);
          const x = N[n + c]!;
          storeAlong(fiber, lists, n, base, b, isWide(x) ? W[n + c]! : x);
          continue;
        }

        // Enums: an Err that should hold an enum value may hold the `Validation` of a failed construction (03, section 6)
        case op.VARIANT_PLAIN: R[r + a] = variants[b]!.plain; continue;
        case op.VARIANT_MAKE: { const { type, tag } = variants[b]!; R[r + a] = new Variant(type, tag, membersAt(loaded, fiber, n, r, c)); continue; }
        case op.PAYLOAD_GET_INT: { const v = (R[r + b] as Variant).payload[c]; if (typeof v === "number") N[n + a] = v; else fiber.setInt(n + a, v as Int); continue; }
        case op.PAYLOAD_GET_REFERENCE: R[r + a] = (R[r + b] as Variant).payload[c]; continue;

        // Options, Results
        case op.RESULT_OK_VALUE_REFERENCE: case op.RESULT_ERR_VALUE: R[r + a] = (R[r + b] as Result).content; continue;
        case op.RESULT_TAKE_OK_REFERENCE: case op.RESULT_TAKE_ERR: R[r + a] = takeContent(R[r + b] as Result); continue;

        // Calls: which function, and where its arguments are listed; the call itself stands behind the switch
        case op.CALL_NUMBER: case op.CALL_INT: case op.CALL_REFERENCE: callee = b; list = c; break;
        case op.CALL_NOTHING: callee = a; list = b; break;
        case op.CALL_VALUE_NUMBER: case op.CALL_VALUE_INT: case op.CALL_VALUE_REFERENCE: callee = entryOf(R[r + b], lists, c); list = c; break;
        case op.CALL_VALUE_NOTHING: callee = entryOf(R[r + a], lists, b); list = b; break;
        case op.CALL_DYNAMIC: callee = dynamicOf(R[r + b]); list = c; break;

        // Returns: the result goes where the call wants it; the windows of the caller come back behind the switch
        case op.RETURN_INT: {
          if (frame === FRAME) return true;
          const x = N[n + a]!; const to = F[frame - 3]! + code[F[frame - 4]! - 3]!;
          N[to] = x;
          if (isWide(x)) W[to] = W[n + a]!;
          break;
        }
        case op.RETURN_NUMBER: if (frame === FRAME) return true; N[F[frame - 3]! + code[F[frame - 4]! - 3]!] = N[n + a]!; break;
        case op.RETURN_REFERENCE: if (frame === FRAME) { fiber.result = R[r + a]; return true; } R[F[frame - 2]! + code[F[frame - 4]! - 3]!] = R[r + a]; break;
        case op.RETURN_NOTHING: if (frame === FRAME) return true; break;

        // Jumps
        case op.JUMP: pc = a; continue;
        case op.JUMP_TRUE: if (N[n + a] === 1) pc = b; continue;
        case op.JUMP_FALSE: if (N[n + a] === 0) pc = b; continue;
        case op.JUMP_INT_EQ: {
          const x = N[n + a]!; const y = N[n + b]!;
          if (x === y || (isWide(x) && isWide(y) && W[n + a] === W[n + b])) pc = c;
          continue;
        }
        case op.JUMP_INT_NE: {
          const x = N[n + a]!; const y = N[n + b]!;
          if (!(x === y || (isWide(x) && isWide(y) && W[n + a] === W[n + b]))) pc = c;
          continue;
        }
        case op.JUMP_INT_LT: {
          const x = N[n + a]!; const y = N[n + b]!;
          if (x < y || (!(x >= y) && orderOf(fiber, n + a, n + b) < 0)) pc = c;
          continue;
        }
        case op.JUMP_INT_LE: {
          const x = N[n + a]!; const y = N[n + b]!;
          if (x <= y || (!(x > y) && orderOf(fiber, n + a, n + b) <= 0)) pc = c;
          continue;
        }
        case op.JUMP_INT_EQ_K: if (N[n + a] === b) pc = c; continue;
        case op.JUMP_INT_NE_K: if (N[n + a] !== b) pc = c; continue;
        case op.JUMP_INT_LT_K: { const x = N[n + a]!; if (x < b || (isWide(x) && W[n + a]! < 0n)) pc = c; continue; }
        case op.JUMP_INT_LE_K: { const x = N[n + a]!; if (x <= b || (isWide(x) && W[n + a]! < 0n)) pc = c; continue; }
        case op.JUMP_INT_GT_K: { const x = N[n + a]!; if (x > b || (isWide(x) && W[n + a]! > 0n)) pc = c; continue; }
        case op.JUMP_INT_GE_K: { const x = N[n + a]!; if (x >= b || (isWide(x) && W[n + a]! > 0n)) pc = c; continue; }
        case op.JUMP_FLOAT_EQ: if (N[n + a] === N[n + b]) pc = c; continue;
        case op.JUMP_FLOAT_NE: if (N[n + a] !== N[n + b]) pc = c; continue;
        case op.JUMP_FLOAT_LT: if (N[n + a]! < N[n + b]!) pc = c; continue;
        case op.JUMP_FLOAT_LE: if (N[n + a]! <= N[n + b]!) pc = c; continue;
        case op.JUMP_FLOAT_NOT_LT: if (!(N[n + a]! < N[n + b]!)) pc = c; continue;
        case op.JUMP_FLOAT_NOT_LE: if (!(N[n + a]! <= N[n + b]!)) pc = c; continue;
        case op.JUMP_TEXT_EQ: if (R[r + a] === R[r + b]) pc = c; continue;
        case op.JUMP_TEXT_NE: if (R[r + a] !== R[r + b]) pc = c; continue;
        case op.JUMP_NONE: if (R[r + a] === null) pc = b; continue;
        case op.JUMP_SOME: if (R[r + a] !== null) pc = b; continue;
        case op.JUMP_OK: if ((R[r + a] as Result).isOk) pc = b; continue;
        case op.JUMP_ERR: if (!(R[r + a] as Result).isOk) pc = b; continue;
        case op.JUMP_VARIANT: { const v = R[r + a]; if (v instanceof Variant && v.tag === b) pc = c; continue; }
        case op.JUMP_NOT_VARIANT: { const v = R[r + a]; if (!(v instanceof Variant && v.tag === b)) pc = c; continue; }
        case op.JUMP_NEXT_LT: {
          const x = N[n + a]! + 1;
          if (x <= MAX) N[n + a] = x; else computeWith(fiber, int.add, n + a, n + a, 1);
          if (x < N[n + b]! || (!(x >= N[n + b]!) && orderOf(fiber, n + a, n + b) < 0)) pc = c;
          continue;
        }
        case op.JUMP_NEXT_LE: {
          const x = N[n + a]! + 1;
          if (x <= MAX) N[n + a] = x; else computeWith(fiber, int.add, n + a, n + a, 1);
          if (x <= N[n + b]! || (!(x > N[n + b]!) && orderOf(fiber, n + a, n + b) <= 0)) pc = c;
          continue;
        }
        case op.JUMP_STEP: {
          const x = N[n + a]!; const y = N[n + b]!;
          if (x === y || (isWide(x) && isWide(y) && W[n + a] === W[n + b])) continue;
          if (x < MAX) N[n + a] = x + 1; else computeWith(fiber, int.add, n + a, n + a, 1);
          pc = c;
          continue;
        }

        // Tasks: a fiber that waits leaves all that it is behind, and goes on from there
        case op.TASK_SPAWN: { const made = loaded.spawn(b, F[frame - 1]!); passArguments(made, fiber, n, r, lists, c); R[r + a] = made.task; continue; }
        case op.TASK_AWAIT: {
          const task = R[r + b] as Task; const outcome = resultOf(task);
          if (outcome !== null) { outcome.refs++; R[r + a] = outcome; continue; }
          task.waiting.push(strand);
          suspend(fiber, n, r, nEnd, rEnd, frame, pc - 4);
          return false;
        }
        case op.TIME_SLEEP: {
          sleep(loaded.scheduler, strand, fiber.intAt(n + a));
          suspend(fiber, n, r, nEnd, rEnd, frame, pc);
          return false;
        }

        default: perform(loaded, fiber, n, r, pc - 4); continue;
      }
      if (callee === RETURN) {
        frame -= FRAME;
        nEnd = n;
        rEnd = r;
        pc = F[frame]!;
        n = F[frame + 1]!;
        r = F[frame + 2]!;
        continue;
      }
      // The call: its windows begin where the caller's end.
      const fn = callee * FUNCTION;
      const nNext = nEnd + functions[fn + 1]!;
      const rNext = rEnd + functions[fn + 2]!;
      const depth = F[frame - 1]! + functions[fn + 3]!;
      if (frame >= limit || nNext > N.length || rNext > R.length) {
        checkDepth(depth);
        fiber.grow(nNext, rNext, frame);
        N = fiber.numbers;
        F = fiber.frames;
        limit = fiber.limit;
      }
      if (list < 0) {
        const lone = loneRegister(list);
        if (isLoneReference(list)) R[rEnd] = R[r + lone];
        else {
          const x = N[n + lone]!;
          N[nEnd] = x;
          if (isWide(x)) W[nEnd] = W[n + lone]!;
        }
      } else {
        let at = list;
        for (let i = 0, count = lists[at++]!; i < count; i++) {
          const from = n + lists[at++]!;
          const x = N[from]!;
          N[nEnd + i] = x;
          if (isWide(x)) W[nEnd + i] = W[from]!;
        }
        for (let i = 0, count = lists[at++]!; i < count; i++) R[rEnd + i] = R[r + lists[at++]!];
      }
      F[frame] = pc;
      F[frame + 1] = n;
      F[frame + 2] = r;
      F[frame + 3] = depth;
      frame += FRAME;
      n = nEnd;
      r = rEnd;
      nEnd = nNext;
      rEnd = rNext;
      pc = functions[fn]!;
    }
  } catch (thrown) {
    fiber.pc = pc - 4;
    fiber.frame = frame;
    throw thrown;
  }
};
