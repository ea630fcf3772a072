// The functions of the run-time part that functions of the host call.

import type { RuntimeName } from "../../ir/wat-runtime.ts";

const needs: Partial<Readonly<Record<RuntimeName, RuntimeName>>> = {
  float_text: "alloc",
  bytes_text: "alloc",
  unknown_nominal: "alloc",
  unknown_field: "unknown_from_slot",
  unknown_payload: "unknown_from_slot",
  host_add: "alloc",
  host_text: "alloc",
  host_input: "alloc",
  host_env: "alloc",
};

/** The function that a function of the host calls, to be exported by programs that import it; null if there is none. */
export const neededBy = (name: string): RuntimeName | null => needs[name as RuntimeName] ?? null;
