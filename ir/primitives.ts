// The primitive operations: what every backend computes by itself, each with its types. A table, so that a backend
// that lacks one does not compile.

/**
 * How types are written here: the basic types of FUSE; `List` `Map` `Option` `Result` `Struct` `Enum` of whatever
 * content, `Function`, `Task`, `Cell`; `_` a value of unknown type; `T` the type that the expression itself (or its operands) has.
 * `fails` names how it may end otherwise: `panic` (10.3) or a run-time failure code (10.1).
 */
export interface Primitive<P extends readonly string[] = readonly string[], R extends string = string> {
  readonly params: P;
  readonly result: R;
  readonly fails: readonly string[];
  /** It does something to the world outside, or reads from it. */
  readonly effect: boolean;
}

/** The types in a text, so that what implements an operation is checked against it. */
type Words<T extends string> = T extends `${infer Word} ${infer Rest}`
  ? readonly [Word, ...Words<Rest>]
  : T extends ""
    ? readonly []
    : readonly [T];

const pure = <const P extends string, const R extends string>(
  params: P,
  result: R,
  ...fails: string[]
): Primitive<Words<P>, R> => ({
  params: (params === "" ? [] : params.split(" ")) as unknown as Words<P>,
  result,
  fails,
  effect: false,
});
const host = <const P extends string, const R extends string>(
  params: P,
  result: R,
  ...fails: string[]
): Primitive<Words<P>, R> => ({ ...pure(params, result, ...fails), effect: true });

const TYPE = "runtime_type_error";
const ARGUMENTS = "runtime_invalid_arguments";

export const primitives = {
  // Int: 64 bits, exact, checked (03, 3.1)
  "int.add": pure("Int Int", "Int", "panic"),
  "int.sub": pure("Int Int", "Int", "panic"),
  "int.mul": pure("Int Int", "Int", "panic"),
  "int.div": pure("Int Int", "Int", "panic"),
  "int.rem": pure("Int Int", "Int", "panic"),
  "int.neg": pure("Int", "Int", "panic"),
  "int.eq": pure("Int Int", "Bool"),
  "int.ne": pure("Int Int", "Bool"),
  "int.lt": pure("Int Int", "Bool"),
  "int.le": pure("Int Int", "Bool"),
  "int.gt": pure("Int Int", "Bool"),
  "int.ge": pure("Int Int", "Bool"),
  "int.to_float": pure("Int", "Float"),
  "int.text": pure("Int", "String"),

  // Float: IEEE doubles; text as in 03, 2.1
  "float.add": pure("Float Float", "Float"),
  "float.sub": pure("Float Float", "Float"),
  "float.mul": pure("Float Float", "Float"),
  "float.div": pure("Float Float", "Float"),
  "float.neg": pure("Float", "Float"),
  "float.eq": pure("Float Float", "Bool"),
  "float.ne": pure("Float Float", "Bool"),
  "float.lt": pure("Float Float", "Bool"),
  "float.le": pure("Float Float", "Bool"),
  "float.gt": pure("Float Float", "Bool"),
  "float.ge": pure("Float Float", "Bool"),
  "float.text": pure("Float", "String"),

  "bool.not": pure("Bool", "Bool"),
  "bool.eq": pure("Bool Bool", "Bool"),
  "bool.text": pure("Bool", "String"),

  "text.concat": pure("String String", "String"),
  "text.eq": pure("String String", "Bool"),
  /** Unicode code points. */
  "text.length": pure("String", "Int"),
  /** Whether the expression (the second operand, a literal) matches somewhere. */
  "text.matches": pure("String String", "Bool"),
  "text.is_email": pure("String", "Bool"),
  /** Whether the second operand is its beginning. */
  "text.starts_with": pure("String String", "Bool"),

  "bytes.eq": pure("Bytes Bytes", "Bool"),
  "bytes.length": pure("Bytes", "Int"),
  "bytes.text": pure("Bytes", "String"),

  "list.length": pure("List", "Int"),
  "list.get": pure("List Int", "T", "runtime_index_bounds"),
  "list.concat": pure("List List", "List"),
  /** The list with the item behind its last: in place where nobody else has the list. */
  "list.append": pure("List T", "List"),
  "list.range_int": pure("Int Int", "List", "runtime_range_error"),
  "list.range_float": pure("Float Float", "List", "runtime_range_error"),
  /** The bounds of a loop over a range: the check of `a..b`, without its list. */
  "range.check_int": pure("Int Int", "Unit", "runtime_range_error"),
  "range.check_float": pure("Float Float", "Unit", "runtime_range_error"),

  "map.length": pure("Map", "Int"),
  /** The value, or null. */
  "map.get": pure("Map String", "Option"),
  /** The value; a missing key fails. */
  "map.read": pure("Map String", "T", "runtime_null_access"),
  "map.has": pure("Map String", "Bool"),
  /** By position in map order, from 0. */
  "map.key_at": pure("Map Int", "String"),
  "map.value_at": pure("Map Int", "T"),
  /** Its keys in ascending order of their code points. */
  "map.sorted_keys": pure("Map", "List"),
  /** The map with the entry: in place where nobody else has the map. */
  "map.put": pure("Map String T", "Map"),

  "option.none": pure("", "Option"),
  "option.some": pure("T", "Option"),
  "option.is_none": pure("Option", "Bool"),
  /** The content of an option known to be no null. */
  "option.get": pure("Option", "T"),

  "result.ok": pure("T", "Result"),
  "result.err": pure("T", "Result"),
  "result.is_ok": pure("Result", "Bool"),
  "result.ok_value": pure("Result", "T"),
  "result.err_value": pure("Result", "T"),

  /**
   * Whether an error value is of the struct or enum that the second operand, a literal, names. The operand may also be
   * of a single domain: the error of a Result may be a `Validation` that its type does not name (03, section 6).
   */
  "union.is": pure("Union String", "Bool"),
  /** The error value as one of its domain; it was tested before. */
  "union.as": pure("Union", "T"),
  "union.of": pure("T", "Union"),

  /** What a function value that is a `Closure` holds. */
  "function.captured": pure("Function", "T"),

  // Boxes: cells that several places share
  "box.make": host("T", "Cell"),
  "box.get": host("Cell", "T"),
  /** The content, out of the cell: nobody reads it before something is put there again. */
  "box.take": host("Cell", "T"),
  "box.put": host("Cell T", "Unit"),

  // Tasks: both wait, so that other tasks run (03, section 12)
  /** The Result of a task. A failure or panic that ended the task comes out here. */
  "task.await": host("Task", "Result"),
  /** Waits so many milliseconds. */
  "time.sleep": host("Int", "Unit", ARGUMENTS),

  // Values of unknown type: each operation tests what it meets (03, sections 3 to 6)
  "unknown.of": pure("T", "_"),
  /**
   * The value of the type of the expression; it was tested before. Of a list, map or Result only the kind was: the type
   * says that its members are of unknown type.
   */
  "unknown.as": pure("_", "T"),
  /** Its kind: Unit Null Int Float Bool String Bytes Html List Map Struct Enum Result Function …. */
  "unknown.kind": pure("_", "String"),
  /** The id of the struct or enum it is a value of, or the empty text. */
  "unknown.nominal": pure("_", "String"),
  "unknown.add": pure("_ _", "_", TYPE, "panic"),
  "unknown.sub": pure("_ _", "_", TYPE, "panic"),
  "unknown.mul": pure("_ _", "_", TYPE, "panic"),
  "unknown.div": pure("_ _", "_", TYPE, "panic"),
  "unknown.rem": pure("_ _", "_", TYPE, "panic"),
  "unknown.neg": pure("_", "_", TYPE, "panic"),
  "unknown.eq": pure("_ _", "Bool", TYPE),
  "unknown.lt": pure("_ _", "Bool", TYPE),
  "unknown.le": pure("_ _", "Bool", TYPE),
  "unknown.gt": pure("_ _", "Bool", TYPE),
  "unknown.ge": pure("_ _", "Bool", TYPE),
  "unknown.range": pure("_ _", "_", "runtime_range_error"),
  /** A condition or an operand of `and`, `or`, `!`. */
  "unknown.bool": pure("_", "Bool", TYPE),
  "unknown.text": pure("_", "String", "panic"),
  "unknown.field": pure("_ String", "_", "runtime_null_access", "runtime_field_access"),
  "unknown.index": pure(
    "_ _",
    "_",
    "runtime_null_access",
    "runtime_index_bounds",
    "runtime_invalid_index",
    TYPE,
  ),
  /** The items of a list, the values of a map, for a loop. */
  "unknown.items": pure("_", "List", TYPE),
  /** Whether it is an enum value whose enum declares a variant of this name. */
  "unknown.declares": pure("_ String", "Bool"),
  /** Whether it is this variant (or Ok, Err, Some) with so many payload values. */
  "unknown.is_variant": pure("_ String Int", "Bool"),
  "unknown.payload": pure("_ Int", "_"),
  /**
   * A list or map of unknown type with the value at that index or key, in place where nobody else has it; a list of
   * other items, or a map of other values, becomes one of values of unknown type.
   */
  "unknown.put_item": pure(
    "_ _ _",
    "_",
    "runtime_index_bounds",
    "runtime_invalid_index",
    "runtime_invalid_assignment_target",
  ),
  /** A map key of unknown type. */
  "unknown.key": pure("_", "String", "runtime_invalid_index"),

  // Time (03, 14.4), in milliseconds since 1970
  "time.now": host("", "Int"),
  "time.format": pure("Int String", "String", ARGUMENTS),
  /** The time that a text says in a format; null if it says none. */
  "time.parse": pure("String String", "Option"),
  /** Why a text says no time in a format. */
  "time.fault": pure("String String", "String"),
  /** A time of unknown type: an Int, or a Float, which is truncated. */
  "time.of": pure("_", "Int", ARGUMENTS),

  // Digests and random octets (03, 14.5)
  "crypto.hash": pure("String Bytes", "Bytes", "runtime_error"),
  "crypto.hmac": pure("String Bytes Bytes", "Bytes", "runtime_error"),
  "crypto.random_bytes": host("Int", "Bytes", ARGUMENTS),
  "crypto.constant_time_eq": pure("Bytes Bytes", "Bool"),

  // The log (03, section 17)
  /** The number of the level that a text names; -1 if it names none. */
  "log.level": pure("String", "Int"),
  /** Whether lines of that level are written. */
  "log.enabled": host("Int", "Bool"),
  /** Writes a line: the level, the message, and data as JSON or the empty text. */
  "log.write": host("Int String String", "Unit"),

  // What a program says and asks (03, 14)
  "host.print": host("String", "Unit"),
  "host.input": host("String", "String", "runtime_error"),
  "host.env": host("String", "Option"),
  "host.env_int": host("String", "Option", "runtime_config_decode"),
  "host.env_float": host("String", "Option", "runtime_config_decode"),
  "host.env_bool": host("String", "Option", "runtime_config_decode"),

  // Program arguments (04, section 6), asked for by the names of parameters
  /** Whether the argument is among them, as it is written. */
  "flags.has": host("String", "Bool"),
  /** Why one of the arguments is no flag, or null. */
  "flags.malformed": host("", "Option"),
  /** How it was given: absent true false value several. The second operand: whether `--no-NAME` is its negation. */
  "flags.form": host("String Bool", "String"),
  /** The text of a flag that was given with one value. */
  "flags.value": host("String", "String"),
  /** The flag at the index, in order of code points, that is of none of the parameters (with blanks between); or null. */
  "flags.unknown": host("String Int", "Option"),

  // Texts of scalars (04, section 2): null for a text that is none
  "parse.int": pure("String", "Option"),
  "parse.float": pure("String", "Option"),
  "parse.bool": pure("String", "Option"),
  /** From base64, strictly. */
  "parse.bytes": pure("String", "Option"),
  "parse.trimmed": pure("String", "String"),
  /** Whether an option of this text is null. */
  "parse.is_null": pure("String", "Bool"),

  // JSON (03, section 15)
  /** The value of a JSON text, of unknown type. */
  "json.decode": pure("String", "_", "runtime_error"),
  /** Why a text is no JSON; null if it is. */
  "json.fault": pure("String", "Option"),
  /** The JSON of a Float. */
  "json.float": pure("Float", "String"),
  /** The text with another behind it as a JSON string: in place where nobody else has the first. */
  "json.put_text": pure("String String", "String"),
  /** The text with the JSON of a value behind it. */
  "json.put_unknown": pure("String _", "String", "panic"),

  // One JSON text, token by token, for the readers of types (see `runtime/json-scan.ts`). What cannot be read is null,
  // false or -1: the text is decoded in the slow way then.
  "scan.begin": host("String", "Unit"),
  /** Whether the text ends here, and nothing was wrong with it. */
  "scan.end": host("", "Bool"),
  /** Says that something is wrong with it. */
  "scan.refuse": host("", "Unit"),
  /** Goes into a list or an object. */
  "scan.list": host("", "Bool"),
  "scan.map": host("", "Bool"),
  /** Whether there is one more item or entry; if not, the end is read. */
  "scan.item": host("", "Bool"),
  "scan.entry": host("", "Bool"),
  /** Which of the names (a literal, with blanks between) the next key is; -1 if it is none. */
  "scan.field": host("String", "Int"),
  "scan.name": host("", "Option"),
  /** Whether null comes next, which is read then. */
  "scan.null": host("", "Bool"),
  "scan.bool": host("", "Option"),
  "scan.int": host("", "Option"),
  "scan.float": host("", "Option"),
  "scan.text": host("", "Option"),
  /** Goes into an enum value: which of the names (a literal) its variant is; -1 if it is none. */
  "scan.variant": host("String", "Int"),
  /** Whether the payload of the enum value entered last stands in front of its variant. */
  "scan.data_first": host("", "Bool"),
  /** Goes out of an enum value; the operand is what `scan.data_first` said of it. */
  "scan.leave": host("Bool", "Bool"),

  /** Ends the run with the failure `code`, `message` (both literals or computed texts); `runtime_panic` is a panic. */
  fail: host("String String", "Never"),
  /** Raises an error value (03, 10.2): it leaves the function; the nearest active function with a Result takes it. */
  raise: host("T", "Never"),
  /** Calls `dynamic` of a function value with the value and the list of arguments; what is no function cannot be called. */
  "unknown.call": host("_ List", "_", TYPE, ARGUMENTS),
} as const satisfies Readonly<Record<string, Primitive>>;

export type PrimitiveName = keyof typeof primitives;
