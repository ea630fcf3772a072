// The functions of the run-time part that functions of the host call.

import type { RuntimeName } from "../../ir/wat-runtime.ts";

const needs: Partial<Readonly<Record<RuntimeName, RuntimeName>>> = {
  host_float_text: "alloc",
  bytes_text: "alloc",
  unknown_nominal: "alloc",
  unknown_field: "unknown_from_slot",
  unknown_payload: "unknown_from_slot",
  task_spawn: "resume",
  task_wait: "resume",
  time_sleep: "resume",
  host_add: "alloc",
  host_text: "alloc",
  host_json: "alloc",
  host_input: "alloc",
  host_env: "alloc",
  time_format: "alloc",
  time_fault: "alloc",
  crypto_hash: "alloc",
  crypto_hmac: "alloc",
  crypto_random_bytes: "alloc",
  json_fault_text: "alloc",
  flags_malformed: "alloc",
  flags_form: "alloc",
  flags_value: "alloc",
  flags_unknown: "alloc",
  parse_bytes: "alloc",
  parse_trimmed: "alloc",
};

/** The function that a function of the host calls, to be exported by programs that import it; null if there is none. */
export const neededBy = (name: string): RuntimeName | null => needs[name as RuntimeName] ?? null;
