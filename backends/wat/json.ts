// What programs leave to the host of reading JSON: numbers that are hard to round, and what to say of a fault.

import { decodeJson, jsonFault } from "../../runtime/json.ts";
import type { Border } from "./border.ts";

/** The functions of the host for JSON, by their names in `ir/wat-runtime.ts`. */
export const jsonFunctions = (border: Border) => ({
  json_number: (start: number, end: number) => Number(border.memory.ascii(start, end)),
  json_fault_text: (text: number) => border.newText(jsonFault(border.text(text)) ?? ""),
  fail_json: (text: number, site: number): never => {
    border.site = site;
    decodeJson(border.text(text));
    throw new Error("what was refused as JSON is JSON");
  },
});
