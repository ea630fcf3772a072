// For tests: runs programs of this stage with counted references. A value that is used after it was given up, and a
// store into a value that somebody else holds, stop the run; what was copied, and what is left at the end, is counted.

import type { PrimitiveName } from "../../../ir/primitives.ts";
import type { Atom, Block, Expr, Fn, Program, Stmt } from "../nodes.ts";

/** A counted value; parts of a map stand in the order of its keys. */
class Cell {
  count = 1;
  readonly parts: Value[];
  /** What tells it apart: a text, the keys of a map, the number of a variant; whether a Result is Ok. */
  readonly text: string;
  readonly keys: string[];
  readonly tag: number;
  constructor(parts: Value[], { text = "", keys = [] as string[], tag = 0 } = {}) {
    this.parts = parts;
    this.text = text;
    this.keys = keys;
    this.tag = tag;
  }
}
type Value = Cell | bigint | number | boolean | null;

/** Constants live for ever. */
const IMMORTAL = 2 ** 40;

class Ended extends Error {}

export interface Told {
  readonly printed: string;
  /** The code of the failure that it ended with. */
  readonly failure: string | null;
  /** Lists, maps and structs that were copied because somebody else held them. */
  readonly copies: number;
  /** Values that nobody gave up, if it did not fail. */
  readonly left: number;
}

/** Runs an entry function. Throws for a program that does not count right, or has operations on unknown values. */
export const runOwned = (program: Program, entry: string): Told => {
  const functions = new Map(program.functions.map((fn) => [fn.id, fn]));
  let printed = "";
  let copies = 0;
  let left = 0;

  const made = (parts: Value[], more = {}): Cell => {
    left++;
    return new Cell(parts, more);
  };
  const text = (value: string): Cell => made([], { text: value });
  const alive = <V extends Value | undefined>(value: V): V => {
    if (value instanceof Cell && value.count < 1) throw new Error("a value is used that was given up");
    return value;
  };
  const dup = (value: Value): Value => {
    if (alive(value) instanceof Cell) (value as Cell).count++;
    return value;
  };
  const drop = (value: Value): void => {
    if (!(alive(value) instanceof Cell)) return;
    const cell = value as Cell;
    if (--cell.count > 0) return;
    left--;
    cell.parts.forEach(drop);
  };
  const unique = (value: Value): Value => {
    if (!(alive(value) instanceof Cell) || (value as Cell).count === 1) return value;
    const { parts, keys, text, tag } = value as Cell;
    copies++;
    const copy = made(parts.map(dup), { keys: [...keys], text, tag });
    drop(value);
    return copy;
  };
  const put = (map: Cell, key: string, value: Value): Cell => {
    const at = map.keys.indexOf(key);
    if (at >= 0) drop(map.parts[at]!);
    map.parts[at < 0 ? map.keys.push(key) - 1 : at] = value;
    return map;
  };
  const fail = (code: string): never => {
    throw new Ended(code);
  };
  const indexed = (list: Value, index: Value): number => {
    const at = Number(index);
    return at >= 0 && at < (list as Cell).parts.length ? at : fail("runtime_index_bounds");
  };
  const found = (map: Value, key: Value): number => (map as Cell).keys.indexOf((key as Cell).text);
  const part = (base: Value, index: number): Value => alive((base as Cell).parts[index]!);

  const operations: Partial<Record<PrimitiveName, (...args: Value[]) => Value>> = {
    "int.add": (a, b) => (a as bigint) + (b as bigint),
    "int.sub": (a, b) => (a as bigint) - (b as bigint),
    "int.mul": (a, b) => (a as bigint) * (b as bigint),
    "int.div": (a, b) => (b === 0n ? fail("runtime_panic") : (a as bigint) / (b as bigint)),
    "int.rem": (a, b) => (b === 0n ? fail("runtime_panic") : (a as bigint) % (b as bigint)),
    "int.neg": (a) => -(a as bigint),
    "int.eq": (a, b) => a === b,
    "int.ne": (a, b) => a !== b,
    "int.lt": (a, b) => a! < b!,
    "int.le": (a, b) => a! <= b!,
    "int.gt": (a, b) => a! > b!,
    "int.ge": (a, b) => a! >= b!,
    "int.text": (a) => text(String(a)),
    "bool.not": (a) => !a,
    "bool.eq": (a, b) => a === b,
    "bool.text": (a) => text(String(a)),
    "text.concat": (a, b) => {
      const both = text((a as Cell).text + (b as Cell).text);
      drop(a);
      return both;
    },
    "text.eq": (a, b) => (a as Cell).text === (b as Cell).text,
    "list.length": (a) => BigInt((a as Cell).parts.length),
    "list.get": (a, i) => part(a, indexed(a, i)),
    "list.concat": (a, b) => {
      const added = [...(b as Cell).parts];
      const list = unique(a) as Cell;
      for (const item of added) list.parts.push(dup(item));
      return list;
    },
    "list.append": (a, item) => {
      const list = unique(a) as Cell;
      list.parts.push(item);
      return list;
    },
    "range.check_int": () => null,
    "map.length": (a) => BigInt((a as Cell).keys.length),
    "map.get": (a, key) => (found(a, key) < 0 ? null : part(a, found(a, key))),
    "map.read": (a, key) => (found(a, key) < 0 ? fail("runtime_null_access") : part(a, found(a, key))),
    "map.has": (a, key) => found(a, key) >= 0,
    "map.key_at": (a, i) => text((a as Cell).keys[Number(i)]!),
    "map.value_at": (a, i) => part(a, Number(i)),
    "option.none": () => null,
    "option.some": (a) => a,
    "option.is_none": (a) => a === null,
    "option.get": (a) => a,
    "result.ok": (a) => made([a], { tag: 1 }),
    "result.err": (a) => made([a]),
    "result.is_ok": (a) => (a as Cell).tag === 1,
    "result.ok_value": (a) => part(a, 0),
    "result.err_value": (a) => part(a, 0),
    "host.print": (a) => {
      printed += `${(a as Cell).text}\n`;
      return null;
    },
    fail: (code) => fail((code as Cell).text),
  };

  const call = (fn: Fn, args: readonly Value[]): Value => {
    const locals: Value[] = [];
    fn.params.forEach(({ local }, i) => {
      locals[local.id] = args[i]!;
    });
    const atom = (node: Atom): Value => {
      switch (node.kind) {
        case "Local":
          return alive(locals[node.local.id] ?? null);
        case "Text": {
          const constant = new Cell([], { text: node.value });
          constant.count = IMMORTAL;
          return constant;
        }
        case "Int":
        case "Float":
        case "Bool":
          return node.value;
        default:
          return null;
      }
    };
    const expr = (node: Expr): Value => {
      switch (node.kind) {
        case "Prim": {
          const operation = operations[node.op];
          if (!operation) throw new Error(`no ${node.op} here`);
          const given = node.args.map(atom);
          const value = operation(...given);
          // a key is part of a map's own memory: what is read is a new text that the map is taken to keep
          if (node.op === "map.key_at") left--;
          if (node.op === "map.key_at") (value as Cell).count = IMMORTAL;
          return value;
        }
        case "Call":
          return call(functions.get(node.function)!, node.args.map(atom));
        case "JoinTexts": {
          const pieces = node.pieces.map(atom);
          const whole = text(
            pieces.map((each) => (each instanceof Cell ? each.text : String(each))).join(""),
          );
          drop(pieces[0]!);
          return whole;
        }
        case "MakeStruct":
          return made(node.values.map(atom));
        case "MakeVariant":
          return made(node.values.map(atom), { tag: node.tag });
        case "MakeList":
          return made(node.items.map(atom));
        case "MakeMap":
          return node.entries.reduce((map, { key, value }) => {
            const name = atom(key) as Cell;
            put(map, name.text, atom(value));
            drop(name);
            return map;
          }, made([]));
        case "GetField":
          return part(atom(node.base), node.index);
        case "IsVariant":
          return (atom(node.base) as Cell).tag === node.tag;
        case "GetPayload":
          return part(atom(node.base), node.index);
        case "PartOfField":
          return uniquePart(atom(node.base), node.index);
        case "PartOfItem":
          return uniquePart(atom(node.base), indexed(atom(node.base), atom(node.index)));
        case "PartOfKey": {
          const at = found(atom(node.base), atom(node.key));
          return at < 0 ? fail("runtime_invalid_assignment_target") : uniquePart(atom(node.base), at);
        }
        case "Unwrap": {
          const wrapper = atom(node.base);
          if (node.op === "option.get") return wrapper;
          const content = dup(part(wrapper, 0));
          drop(wrapper);
          return content;
        }
        case "CallValue":
        case "Closure":
        case "Spawn":
          throw new Error("no function values or tasks here");
        default:
          return atom(node);
      }
    };
    const changed = (base: Value): Cell => {
      if (!(base instanceof Cell) || base.count !== 1) throw new Error("a store into what others hold");
      return base;
    };
    const uniquePart = (base: Value, index: number): Value => {
      const { parts } = changed(base);
      return (parts[index] = unique(parts[index]!));
    };
    const block = ({ statements }: Block): Way => {
      for (const node of statements) {
        const way = stmt(node);
        if (way) return way;
      }
      return null;
    };
    const replace = (base: Value, index: number, value: Value): void => {
      const { parts } = changed(base);
      const old = parts[index]!;
      parts[index] = value;
      drop(old);
    };
    const stmt = (node: Stmt): Way => {
      switch (node.kind) {
        case "Let":
        case "Assign":
          locals[node.local.id] = expr(node.value);
          return null;
        case "Do":
          expr(node.value);
          return null;
        case "Return":
          return { value: node.value ? expr(node.value) : null };
        case "Break":
        case "Continue":
          return node.kind;
        case "If":
          if (atom(node.condition)) return block(node.whenTrue);
          return node.whenFalse ? block(node.whenFalse) : null;
        case "Loop":
          for (;;) {
            block(node.test);
            if (!atom(node.condition)) return null;
            const way = block(node.body);
            if (way === "Break") return null;
            if (way && way !== "Continue") return way;
            block(node.step);
          }
        case "Unique":
          locals[node.local.id] = unique(locals[node.local.id]!);
          return null;
        case "StoreField":
          replace(atom(node.base), node.index, atom(node.value));
          return null;
        case "StoreItem":
          replace(atom(node.base), indexed(atom(node.base), atom(node.index)), atom(node.value));
          return null;
        case "StoreKey": {
          const key = atom(node.key) as Cell;
          put(changed(atom(node.base)), key.text, atom(node.value));
          drop(key);
          return null;
        }
        case "Dup":
          dup(locals[node.local.id]!);
          return null;
        case "Drop":
        case "Recycle":
          drop(locals[node.local.id]!);
          return null;
      }
    };
    const way = block(fn.body);
    return way && typeof way === "object" ? way.value : null;
  };

  try {
    call(functions.get(entry)!, []);
    return { printed, failure: null, copies, left };
  } catch (ended) {
    if (ended instanceof Ended) return { printed, failure: ended.message, copies, left: 0 };
    throw ended;
  }
};

/** How a block is left, if not at its end. */
type Way = { readonly value: Value } | "Break" | "Continue" | null;
