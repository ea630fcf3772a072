// The run-time part of a WebAssembly program: which functions code that is made may call, and what they do with their
// operands. The functions themselves are WebAssembly text; what they cannot do is done by the host.
//
// Conventions. A function borrows its operands, unless `takes` names their positions; a reference that it gives is the
// caller's own, unless the text says otherwise. `site` is the number of the place that a failure is reported at, 0 if
// there is none. What fails does so before anything was changed. Objects stand as `ir/memory.ts` says; in the run-time
// part the slot kinds `reference` and `tagged` are treated alike: odd values are no references. Address 0 holds a count
// that starts at `IMMORTAL`, so that null may be counted like an object. Constants that are taken over are counted, too:
// a count that only went down would end some day; null and function values need not be.
//
// Memory. The module has a memory, and a global `$heap`, the first address that nobody has used yet; it starts behind
// the program's data. Heads of lists of free objects stand at 4 * class, the run-time part's own objects from
// `RUNTIME_DATA` on.
//
// Text. Functions of the run-time part call each other and those of the host by name, so that those that are reached can
// be picked out (`resume` alone uses the table, for functions of the program); data segments belong to every program.
// Lines that end with `DEBUG_LINE` count copies; a program that is not debugged is linked without them.

import type { WasmType } from "./wat.ts";

/** How lines end that are left out unless copies are counted. */
export const DEBUG_LINE = ";; debug";

/** The exported global that such lines keep up to date: copies of what others held. */
export const DEBUG_COPIES = "copies";

/** As what `$heap` is exported where a program is debugged: objects that are not free are counted by a walk up to there. */
export const DEBUG_HEAP = "heap";

/** A global, exported: the host sets it to something random before it runs a program that others send keys to. */
export const HASH_SEED = "hash_seed";

export interface RuntimeFunction {
  /** Where it is: in the run-time part, in the host, or made for each program. */
  readonly from: "run-time" | "host" | "program";
  readonly params: readonly WasmType[];
  readonly results: readonly WasmType[];
  /** The positions of the operands that it takes over. */
  readonly takes: readonly number[];
  readonly doc: string;
}

const types = (text: string): readonly WasmType[] =>
  text.split(" ").filter((type): type is WasmType => type !== "");

/** `signature`: types of the operands, `->`, types of the results; an operand that is taken over has a `!`. */
const described =
  (from: RuntimeFunction["from"]) =>
  (signature: string, doc: string): RuntimeFunction => {
    const [before = "", after = ""] = signature.split("->");
    const params = before.split(" ").filter((type) => type !== "");
    return {
      from,
      params: types(before.replaceAll("!", "")),
      results: types(after),
      takes: params.flatMap((type, i) => (type.endsWith("!") ? [i] : [])),
      doc,
    };
  };

const inside = described("run-time");
const host = described("host");
const program = described("program");

const memory = {
  alloc: inside(
    "i32 -> i32",
    "(meta) an object of the class in `meta`, with one owner; its content is not cleared",
  ),
  alloc_sized: inside(
    "i32 i32 -> i32",
    "(size, meta without class) an object that holds so many bytes, header included",
  ),
  class_of: inside("i32 -> i32", "(size) the size class"),
  size_of_class: inside("i32 -> i32", "(class) the bytes of its objects, header included"),
  release: inside("i32 ->", "(object) its memory is free; nothing is done with its members"),
  free: inside("i32! ->", "(object) an object whose count has become 0: it and what it alone held is free"),
  dup: inside("i32 ->", "(reference) one owner more"),
  dup_tagged: inside("i32 ->", "(tagged) one owner more, if it is an object"),
  drop: inside("i32! ->", "(reference) gives it up"),
  drop_tagged: inside("i32! ->", "(tagged) gives it up"),
  dup_slots: inside(
    "i32 i32 i32 i32 ->",
    "(slot kind, address, stride, number) one owner more for what they hold",
  ),
  drop_slots: inside("i32 i32 i32 i32 ->", "(slot kind, address, stride, number) gives up what they hold"),
  drop_members: inside("i32 ->", "(object) gives up all that it consists of, not itself"),
  copy: inside("i32! -> i32", "(struct, enum, list or map that others hold too) a copy with one owner"),
  unshare: inside("i32! -> i32", "(struct, enum, list or map) itself if nobody else holds it, else a copy"),
  drop_fields: program("i32 ->", "(struct or enum value) gives up its members"),
  dup_fields: program("i32 ->", "(struct or enum value) one owner more for its members"),
};

const ints = {
  int_mul: inside("i64 i64 i32 -> i64", "(a, b, site) the product, or the panic"),
  int_add: inside("i64 i64 i32 -> i64", "(a, b, site) the sum, or the panic"),
  int_sub: inside("i64 i64 i32 -> i64", "(a, b, site) the difference, or the panic"),
  int_div: inside("i64 i64 i32 -> i64", "(a, b, site) the quotient, or the panic"),
  int_rem: inside("i64 i64 i32 -> i64", "(a, b, site) the remainder, or the panic"),
  int_neg: inside("i64 i32 -> i64", "(a, site) the negative, or the panic"),
  int_text: inside("i64 -> i32", "(a) its text form"),
  int_width: inside("i64 -> i64", "(a) the bytes of its text form, or one more"),
  float_text: inside("f64 -> i32", "(a) its text form"),
  host_float_text: host("f64 -> i32", "(a) its text form"),
  json_float: inside("f64 -> i32", "(a) its JSON"),
};

const texts = {
  text_new: inside("i32 -> i32", "(bytes) a String of so many bytes, not yet written, said to be no ASCII"),
  text_concat: inside("i32! i32 -> i32", "(a, b) in place if nobody else holds `a` and it has room"),
  text_room: inside(
    "i32! i64 -> i32",
    "(a, bytes) the same text, which nobody else holds, with room for so many bytes more",
  ),
  text_blank: inside(
    "i64 -> i32",
    "(bytes) a String with room for so many bytes; its length is not yet known",
  ),
  put_text: inside("i32 i32 -> i32", "(address, text) writes it there; the address behind it"),
  put_int: inside("i32 i64 -> i32", "(address, Int) writes its text form there; the address behind it"),
  text_eq: inside("i32 i32 -> i32", "(a, b)"),
  text_length: inside("i32 -> i64", "(a) code points"),
  text_hash: inside("i32 -> i32", "(a) never 0; kept in the String"),
  text_matches: host("i32 i32 -> i32", "(text, expression)"),
  json_put_text: inside("i32! i32 -> i32", "(a, b) `a` with `b` as a JSON string behind it"),
  json_put_unknown: inside("i32! i32 i32 -> i32", "(a, tagged, site) `a` with its JSON behind it"),
  host_json: host("i32 i32 i32 -> i32", "(tagged, its depth, site) its JSON, or the panic"),
  text_is_email: inside("i32 -> i32", "(text)"),
  text_starts_with: inside("i32 i32 -> i32", "(text, prefix)"),
  bytes_eq: inside("i32 i32 -> i32", "(a, b)"),
  bytes_text: host("i32 -> i32", "(bytes) base64"),
};

const lists = {
  list_new: inside("i32 i32 -> i32", "(length, slot kind) a list whose items are not yet written"),
  list_room_8: inside(
    "i32! -> i32",
    "(list of 8-byte items) one that nobody else holds, with room for an item more",
  ),
  list_room_4: inside(
    "i32! -> i32",
    "(list of 4-byte items) one that nobody else holds, with room for an item more",
  ),
  list_grown: inside(
    "i32! i32 -> i32",
    "(list, items) one that nobody else holds, with room for so many items in all",
  ),
  list_concat: inside(
    "i32! i32 -> i32",
    "(a, b) in place if nobody else holds `a` and it has room; same slot kinds",
  ),
  list_range_int: inside("i64 i64 i32 -> i32", "(low, high, site) the Ints low to high, or the failure"),
  list_range_float: inside("f64 f64 i32 -> i32", "(low, high, site) the Floats from low on, or the failure"),
  range_check_float: inside("f64 f64 i32 ->", "(low, high, site) a failure unless there is a range"),
};

const maps = {
  map_new: inside("i32 -> i32", "(meta) an empty map"),
  map_find: inside(
    "i32 i32 -> i32",
    "(map, key) the address of the value, 0 if there is none; of a key of the map",
  ),
  map_slot: inside(
    "i32 i32! -> i32",
    "(map that nobody else holds, key) the address of the value, an entry of 0 at the end if the key is new",
  ),
  map_sorted_keys: inside("i32 -> i32", "(map) a list of its keys, in the order of their code points"),
  map_values: inside("i32 -> i32", "(map) a list of its values, of the same slot kind"),
};

const unknowns = {
  box_int: inside("i64 -> i32", "(value) tagged"),
  box_float: inside("f64 -> i32", "(value) tagged"),
  box_bool: inside("i32 -> i32", "(value) tagged"),
  box_unit: inside("-> i32", "tagged"),
  unbox_int: inside("i32 -> i64", "(tagged Int)"),
  kind_of: inside("i32 -> i32", "(tagged) the number of its kind of object (a small Int: Int; null: 0)"),
  number_of: inside("i32 -> i32 f64", "(tagged) whether it is an Int or a Float, and its nearest Float"),
  is_nominal: inside("i32 -> i32", "(tagged) whether it is a struct or enum value"),
  unknown_from_slot: inside("i32 i32 -> i32", "(slot kind, address) what stands there, tagged"),
  list_as_unknown: inside("i32! -> i32", "(list or null) the list with items that are tagged"),
  map_as_unknown: inside("i32! -> i32", "(map or null) the map with values that are tagged"),
  result_as_unknown: inside("i32! -> i32", "(Result or null) the Result with a content that is tagged"),
  unknown_kind: inside("i32 -> i32", "(tagged) the name of its kind, a String that lives for ever"),
  unknown_nominal: host("i32 -> i32", "(tagged) the id of its struct or enum, or the empty text"),
  unknown_add: inside("i32! i32 i32 -> i32", "(a, b, site)"),
  unknown_sub: inside("i32 i32 i32 -> i32", "(a, b, site)"),
  unknown_mul: inside("i32 i32 i32 -> i32", "(a, b, site)"),
  unknown_div: inside("i32 i32 i32 -> i32", "(a, b, site)"),
  unknown_rem: inside("i32 i32 i32 -> i32", "(a, b, site)"),
  unknown_neg: inside("i32 i32 -> i32", "(a, site)"),
  unknown_eq: inside("i32 i32 i32 -> i32", "(a, b, site)"),
  unknown_lt: inside("i32 i32 i32 -> i32", "(a, b, site)"),
  unknown_le: inside("i32 i32 i32 -> i32", "(a, b, site)"),
  unknown_gt: inside("i32 i32 i32 -> i32", "(a, b, site)"),
  unknown_ge: inside("i32 i32 i32 -> i32", "(a, b, site)"),
  unknown_range: inside("i32 i32 i32 -> i32", "(low, high, site) a list"),
  unknown_bool: inside("i32 i32 -> i32", "(a, site) a Bool"),
  unknown_text: inside("i32 i32 -> i32", "(a, site) its text form"),
  unknown_field: host("i32 i32 i32 -> i32", "(base, name, site) tagged"),
  unknown_index: inside("i32 i32 i32 -> i32", "(base, index, site) tagged"),
  unknown_items: inside("i32! i32 -> i32", "(a, site) a list of tagged items"),
  unknown_declares: host("i32 i32 -> i32", "(a, name)"),
  unknown_is_variant: host("i32 i32 i64 -> i32", "(a, name, number of payload values)"),
  unknown_payload: host("i32 i64 -> i32", "(a, index) tagged"),
  unknown_put_item: inside("i32! i32! i32! i32 -> i32", "(base, index, value, site) tagged"),
  unknown_key: inside("i32 i32 -> i32", "(a, site) the String that it is"),
  unknown_check_callable: inside("i32 i32 ->", "(a, site) a failure unless it is a function"),
};

/** What the operations on values of unknown type do not do themselves: each as that of `runtime/unknown.ts`. */
const uncommon = {
  host_add: host("i32 i32 i32 -> i32", "(a, b, site) the failure"),
  host_sub: host("i32 i32 i32 -> i32", "(a, b, site) the failure"),
  host_mul: host("i32 i32 i32 -> i32", "(a, b, site) the failure"),
  host_div: host("i32 i32 i32 -> i32", "(a, b, site) the failure"),
  host_rem: host("i32 i32 i32 -> i32", "(a, b, site) the failure"),
  host_neg: host("i32 i32 -> i32", "(a, site) the failure"),
  host_equal: host("i32 i32 i32 -> i32", "(a, b, site) a Bool, or the failure"),
  host_order: host("i32 i32 i32 -> f64", "(a, b, site) the failure of `order`"),
  host_range: host("i32 i32 i32 -> i32", "(low, high, site) the failure"),
  host_bool: host("i32 i32 -> i32", "(a, site) the failure"),
  host_text: host("i32 i32 -> i32", "(a, site) the text form, or the panic"),
  host_index: host("i32 i32 i32 -> i32", "(base, index, site) the failure"),
  host_items: host("i32 i32 -> i32", "(a, site) the failure"),
  host_put_item: host("i32 i32 i32 -> i32", "(base, index, site) the failure"),
  host_key: host("i32 i32 -> i32", "(a, site) the failure"),
  host_callable: host("i32 i32 ->", "(a, site) the failure of a call"),
};

/** Each throws. */
const failures = {
  fail: host("i32 i32 i32 ->", "(code, message, site)"),
  fail_index: host("i32 i64 i32 ->", "(list, index, site) the index is out of bounds"),
  fail_key: host("i32 i32 ->", "(key, site) the map that was read has no such key"),
  fail_range_int: host("i64 i64 i32 ->", "(low, high, site) `checkRange`"),
  fail_range_float: host("f64 f64 i32 ->", "(low, high, site) `checkBounds`"),
  panic_overflow: host("i32 ->", "(site) an Int overflows"),
  panic_division: host("i32 ->", "(site) a division by zero"),
  panic_calls: host("i32 ->", "(site) too many active calls"),
  panic_levels: host("i32 ->", "(site) a value nested too deep"),
  panic_memory: host("i32 ->", "(site) out of memory"),
};

const outside = {
  host_print: host("i32 ->", "(text)"),
  host_input: host("i32 i32 -> i32", "(prompt, site) the line"),
  host_env: host("i32 -> i32", "(name) its text, or 0"),
  host_env_int: host("i32 i32 -> i32 i64", "(name, site) whether it is set, and the Int"),
  host_env_float: host("i32 i32 -> i32 f64", "(name, site) whether it is set, and the Float"),
  host_env_bool: host("i32 i32 -> i32 i32", "(name, site) whether it is set, and the Bool"),
};

const tasks = {
  resume: inside("i32 -> i32", "(frame) goes on until the strand waits again; 0 if it has ended"),
  task_spawn: host("i32 i32 -> i32", "(task, frame that begins it) the number of the task"),
  task_wait: host("i32 ->", "(number of a running task) the strand goes on when that has ended"),
  task_failure: host("i32 ->", "(number) what ended the task"),
  time_sleep: host("i64 i32 ->", "(milliseconds, site) the strand goes on when so much time has passed"),
};

const services = {
  time_now: host("-> i64", "milliseconds since 1970"),
  time_format: host("i64 i32 i32 -> i32", "(time, format, site) its text"),
  time_parse: host("i32 i32 i32 -> i32 i64", "(text, format, site) whether it is a time, and which"),
  time_fault: host("i32 i32 -> i32", "(text, format) why it is none"),
  time_of: host("i32 i32 -> i64", "(tagged, site) the time that it is"),
  crypto_hash: host("i32 i32 i32 -> i32", "(algorithm, bytes, site) the digest"),
  crypto_hmac: host("i32 i32 i32 i32 -> i32", "(algorithm, key, bytes, site) the keyed digest"),
  crypto_random_bytes: host("i64 i32 -> i32", "(count, site) Bytes"),
  crypto_constant_time_eq: host("i32 i32 -> i32", "(a, b)"),
  log_level: host("i32 -> i64", "(text) the level that it names, or -1"),
  log_enabled: host("i64 -> i32", "(level)"),
  log_write: host("i64 i32 i32 ->", "(level, message, data)"),
};

const flags = {
  flags_has: host("i32 -> i32", "(argument) whether it is among the program's"),
  flags_malformed: host("-> i32", "why an argument is no flag, or 0"),
  flags_form: host("i32 i32 -> i32", "(name, negatable) how it was given"),
  flags_value: host("i32 -> i32", "(name) its text"),
  flags_unknown: host("i32 i64 -> i32", "(names, index) a flag of none of them, or 0"),
  parse_int: host("i32 -> i32 i64", "(text) whether it is an Int, and which"),
  parse_float: host("i32 -> i32 f64", "(text) whether it is a Float, and which"),
  parse_bool: host("i32 -> i32 i32", "(text) whether it is a Bool, and which"),
  parse_bytes: host("i32 -> i32", "(text) the Bytes that it is in base64, or 0"),
  parse_trimmed: host("i32 -> i32", "(text) it without white space around it"),
  parse_is_null: host("i32 -> i32", "(text) whether it says null"),
};

const json = {
  json_decode: inside("i32 i32 -> i32", "(text, site) the value of a JSON text, tagged, or the failure"),
  json_fault: inside("i32 -> i32", "(text) why it is not JSON, or 0"),
  json_fault_text: host("i32 -> i32", "(text that is not JSON) why"),
  json_number: host("i32 i32 -> f64", "(address, end) the Float that stands there in decimal"),
  fail_json: host("i32 i32 ->", "(text, site) why the text is not JSON"),
};

/** The operations `scan.…`: a cursor over one text. Options are a reference, or whether there is a value and which. */
const scan = {
  scan_begin: inside("i32 ->", "(text)"),
  scan_end: inside("-> i32", "whether the text ends here, and nothing was wrong; the text is given up"),
  scan_refuse: inside("->", "something is wrong with the text"),
  scan_enter: inside("i32 -> i32", "(first character) goes into a list or an object"),
  scan_more: inside("i32 -> i32", "(last character) whether there is one more, else the end is read"),
  scan_next: inside("-> i32", "the address of the next token"),
  scan_colon: inside("i32 ->", "(address) reads the colon there, or behind blanks there"),
  scan_name: inside("-> i32", "the next key, 0 if there is none"),
  scan_null: inside("-> i32", "whether null comes next, which is read then"),
  scan_bool: inside("-> i32 i32", "a Bool"),
  scan_int: inside("-> i32 i64", "an Int"),
  scan_float: inside("-> i32 f64", "a Float"),
  scan_text: inside("-> i32", "a String"),
  scan_variant: inside(
    "-> i32",
    "goes into an enum value: the address of the first quote of its variant, 0 if none",
  ),
  scan_data_first: inside("-> i32", "whether the payload stands in front of the variant"),
  scan_leave: inside("i32 -> i32", "(data first) goes out of an enum value"),
};

const table = {
  ...{ ...memory, ...ints, ...texts, ...lists, ...maps },
  ...{ ...unknowns, ...uncommon, ...failures, ...outside, ...tasks, ...services, ...flags, ...json, ...scan },
};
export type RuntimeName = keyof typeof table;

/** All these functions, by name; in WebAssembly text the name has a `$` before it. */
export const runtimeFunctions: Readonly<Record<RuntimeName, RuntimeFunction>> = table;
