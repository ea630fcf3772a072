// The instruction set of the register machine, as one table that assembler, disassembler, machine, dumps and
// verification are driven by.
//
// There are two files of registers. Number registers (`n`) hold Int, Float and Bool (0 or 1); an Int beyond 2^53 is
// the mark NaN there, with its value beside it, so what moves an Int is told from what moves another number, and no
// register serves both. Reference registers (`r`) hold everything else as values of `runtime/values.ts`: options of
// scalars (null, or the content as it stands in a list), values of unknown type, and Unit (undefined). Items, fields,
// payloads and contents are such values, too; instructions whose names end in `_int`, `_float`, `_bool` take them to
// number registers or from there, those in `_reference` leave them as they are. An instruction has read all its operands
// when it writes its first: that may be one of the registers it reads.
//
// Ownership is that of `ownership.ts`: what an operation takes over there, its instruction takes over here, and a
// result is the register's own, unless `isProjection` says that it belongs to what it was read from. Texts and bytes
// are not counted.

/**
 * What an operand is. Registers: `i` an Int, `f` a Float, `b` a Bool, `n` a Float or Bool, `r` a reference. `to` is
 * where a jump goes. `imm` is an integer of 32 bits; `int`, `float`, `text` are constants; `function` and `type` are
 * ids; `variant` is a variant of an enum, `value` a function as a value, `primitive` the name of a primitive
 * operation. `args` are registers whose contents become the callee's first ones, in order; `members` are values made
 * of registers and constants; `steps` lead through fields of structs and items of lists.
 */
export type OperandKind =
  | "i"
  | "f"
  | "b"
  | "n"
  | "r"
  | "to"
  | "imm"
  | "int"
  | "float"
  | "text"
  | "function"
  | "type"
  | "variant"
  | "value"
  | "primitive"
  | "args"
  | "members"
  | "steps";

/** What an instruction does with the register of an operand; `update` reads it, then writes it. */
export type Access = "read" | "write" | "update";

export interface OperandShape {
  readonly kind: OperandKind;
  readonly access: Access;
}

export interface OpcodeShape {
  /** At most three. Only the first is ever written. */
  readonly operands: readonly OperandShape[];
  /** It may end the run with a failure or panic, at its own position. */
  readonly fails: boolean;
  /** The next instruction is not executed after it. */
  readonly ends: boolean;
}

type Flag = "fails" | "ends";

/** Operands are written as their kinds; `=` behind one says that it is written, `~` that it is updated. */
const op = (operands: string, ...flags: readonly Flag[]): OpcodeShape => ({
  operands: (operands === "" ? [] : operands.split(" ")).map((word) => ({
    kind: word.replace(/[=~]$/, "") as OperandKind,
    access: word.endsWith("=") ? "write" : word.endsWith("~") ? "update" : "read",
  })),
  fails: flags.includes("fails"),
  ends: flags.includes("ends"),
});

/** The four ways in which a value in memory stands in a register, with the kind of that register. */
const forms = { int: "i", float: "f", bool: "b", reference: "r" } as const;
/** How a value in memory stands in a register. */
export type ValueForm = keyof typeof forms;
type Forms<N extends string> = { readonly [F in ValueForm as `${N}_${F}`]: OpcodeShape };

/** An instruction for each form of a value; `*` stands for its register. */
const each = <const N extends string>(name: N, operands: string, ...flags: readonly Flag[]): Forms<N> =>
  Object.fromEntries(
    Object.entries(forms).map(([form, kind]) => [
      `${name}_${form}`,
      op(operands.replace("*", kind), ...flags),
    ]),
  ) as Forms<N>;

/** An opcode's number is its position here. */
export const opcodes = {
  // Constants. `const.int_large` is for those beyond 32 bits; a function value without captures is made once.
  "const.int": op("i= imm"),
  "const.int_large": op("i= int"),
  "const.float": op("f= float"),
  "const.bool": op("b= imm"),
  "const.text": op("r= text"),
  "const.null": op("r="),
  "const.unit": op("r="),
  "const.function": op("r= value"),
  /** The value that holds what is in the second register, which is taken; `captured` reads it. */
  "function.make": op("r= value r"),
  "function.captured": op("r= r"),

  // Moves; those to and from values of unknown type, options of scalars
  "move.int": op("i= i"),
  "move.number": op("n= n"),
  "move.reference": op("r= r"),
  "box.int": op("r= i"),
  "box.float": op("r= f"),
  "box.bool": op("r= b"),
  "unbox.int": op("i= r"),
  "unbox.float": op("f= r"),
  "unbox.bool": op("b= r"),

  // Ownership. `dup.variant` and `drop.variant` expect a variant, but take any value. `unique`: the container in the
  // register is one that nobody else holds, if need be a copy.
  dup: op("r"),
  drop: op("r"),
  "dup.variant": op("r"),
  "drop.variant": op("r"),
  unique: op("r~"),

  // Int; `_k` has a constant as second operand, which is positive for `div` and `rem`
  "int.add": op("i= i i", "fails"),
  "int.sub": op("i= i i", "fails"),
  "int.mul": op("i= i i", "fails"),
  "int.div": op("i= i i", "fails"),
  "int.rem": op("i= i i", "fails"),
  "int.neg": op("i= i", "fails"),
  "int.add_k": op("i= i imm", "fails"),
  "int.sub_k": op("i= i imm", "fails"),
  "int.mul_k": op("i= i imm", "fails"),
  "int.div_k": op("i= i imm", "fails"),
  "int.rem_k": op("i= i imm", "fails"),
  "int.eq": op("b= i i"),
  "int.ne": op("b= i i"),
  "int.lt": op("b= i i"),
  "int.le": op("b= i i"),
  "int.gt": op("b= i i"),
  "int.ge": op("b= i i"),
  "int.to_float": op("f= i"),
  "int.text": op("r= i"),

  // Float, Bool
  "float.add": op("f= f f"),
  "float.sub": op("f= f f"),
  "float.mul": op("f= f f"),
  "float.div": op("f= f f"),
  "float.neg": op("f= f"),
  "float.eq": op("b= f f"),
  "float.ne": op("b= f f"),
  "float.lt": op("b= f f"),
  "float.le": op("b= f f"),
  "float.gt": op("b= f f"),
  "float.ge": op("b= f f"),
  "float.text": op("r= f"),
  "bool.not": op("b= b"),
  "bool.eq": op("b= b b"),

  // Texts
  "text.concat": op("r= r r"),
  "text.eq": op("b= r r"),
  "text.length": op("i= r"),

  // Lists. `set` stores into one that is unique; `put` makes it unique first; `part` gives the item, made unique in
  // its place, of a list that is unique.
  "list.make": op("r= members"),
  "list.length": op("i= r"),
  ...each("list.get", "*= r i", "fails"),
  ...each("list.set", "r i *", "fails"),
  ...each("list.put", "r~ i *", "fails"),
  "list.part": op("r= r i", "fails"),
  "list.concat": op("r= r r"),
  ...each("list.append", "r= r *"),

  // Maps. The members of `map.make` are key, value, key, value …. A key is text in a reference register. `put` takes
  // the key and the value over, makes the map unique and inserts or overwrites; `set` does so to one that is unique.
  "map.make": op("r= members"),
  "map.length": op("i= r"),
  "map.get": op("r= r r"),
  ...each("map.read", "*= r r", "fails"),
  "map.has": op("b= r r"),
  "map.key_at": op("r= r i"),
  ...each("map.value_at", "*= r i"),
  ...each("map.set", "r r *"),
  ...each("map.put", "r~ r *"),
  /** Fails with `runtime_invalid_assignment_target`. */
  "map.part": op("r= r r", "fails"),

  // Structs: `imm` is the number of the field
  "struct.make": op("r= type members"),
  ...each("field.get", "*= r imm"),
  ...each("field.set", "r imm *"),
  ...each("field.put", "r~ imm *"),
  "field.part": op("r= r imm"),

  // Several steps of `get`, or of `part` with a `set` (a `put`) behind them, at most one of them into a list
  ...each("path.get", "*= r steps", "fails"),
  ...each("path.set", "r steps *", "fails"),
  ...each("path.put", "r~ steps *", "fails"),

  // Enums: `imm` is the tag, or the number of the payload value; `plain` gives the variant without payload, which is made
  // once and never freed
  "variant.plain": op("r= variant"),
  "variant.make": op("r= variant members"),
  "variant.is": op("b= r imm"),
  ...each("payload.get", "*= r imm"),

  // Options are null or their content; Results. `take` gives the Result up and its content to the register.
  "option.is_none": op("b= r"),
  ...each("result.ok", "r= *"),
  "result.err": op("r= r"),
  "result.is_ok": op("b= r"),
  ...each("result.ok_value", "*= r"),
  "result.err_value": op("r= r"),
  ...each("result.take_ok", "*= r"),
  "result.take_err": op("r= r"),

  // Any other primitive operation, on values; by the form of its result
  ...each("prim", "*= primitive members", "fails"),
  "prim.nothing": op("primitive members", "fails"),
  /** The code and the message of the failure. */
  fail: op("r r", "fails", "ends"),

  // Calls, by the class of the result; arguments are taken over as the callee's parameters say. Of `call_value` the
  // second operand is the function value, which is among the arguments, too; their number chooses the entry. `call.dynamic` calls the value
  // in the second operand with itself and a list of arguments (`unknown.call`).
  "call.number": op("n= function args", "fails"),
  "call.int": op("i= function args", "fails"),
  "call.reference": op("r= function args", "fails"),
  "call.nothing": op("function args", "fails"),
  "call_value.number": op("n= r args", "fails"),
  "call_value.int": op("i= r args", "fails"),
  "call_value.reference": op("r= r args", "fails"),
  "call_value.nothing": op("r args", "fails"),
  "call.dynamic": op("r= r args", "fails"),
  "return.int": op("i", "ends"),
  "return.number": op("n", "ends"),
  "return.reference": op("r", "ends"),
  "return.nothing": op("", "ends"),

  // Jumps: always, or if the condition holds
  jump: op("to", "ends"),
  "jump.true": op("b to"),
  "jump.false": op("b to"),
  "jump.int_eq": op("i i to"),
  "jump.int_ne": op("i i to"),
  "jump.int_lt": op("i i to"),
  "jump.int_le": op("i i to"),
  "jump.int_eq_k": op("i imm to"),
  "jump.int_ne_k": op("i imm to"),
  "jump.int_lt_k": op("i imm to"),
  "jump.int_le_k": op("i imm to"),
  "jump.int_gt_k": op("i imm to"),
  "jump.int_ge_k": op("i imm to"),
  "jump.float_eq": op("f f to"),
  "jump.float_ne": op("f f to"),
  "jump.float_lt": op("f f to"),
  "jump.float_le": op("f f to"),
  "jump.float_not_lt": op("f f to"),
  "jump.float_not_le": op("f f to"),
  "jump.text_eq": op("r r to"),
  "jump.text_ne": op("r r to"),
  "jump.none": op("r to"),
  "jump.some": op("r to"),
  "jump.ok": op("r to"),
  "jump.err": op("r to"),
  "jump.variant": op("r imm to"),
  "jump.not_variant": op("r imm to"),
  /** Adds 1 to the first, then jumps if it is less than (at most) the second. */
  "jump.next_lt": op("i~ i to", "fails"),
  "jump.next_le": op("i~ i to", "fails"),
  /** If the first is not the second, adds 1 to it, then jumps: the rounds of a loop over a range, last one included. */
  "jump.step": op("i~ i to"),

  // Tasks. `spawn` makes one of a function, which takes its arguments over. `await` borrows the task; it is executed again
  // when the fiber has waited.
  "task.spawn": op("r= function args"),
  "task.await": op("r= r", "fails"),
  "time.sleep": op("i", "fails"),
} as const satisfies Readonly<Record<string, OpcodeShape>>;

export type Opcode = keyof typeof opcodes;

/** The opcodes by number. */
export const opcodeNames = Object.keys(opcodes) as readonly Opcode[];

/** The shape of an opcode. */
export const shapeOf = (op: Opcode): OpcodeShape => opcodes[op];
