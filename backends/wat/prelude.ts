// The run-time part of programs, as text.

import copies from "./prelude/copies.wat";
import data from "./prelude/data.wat";
import floats from "./prelude/float.wat";
import ints from "./prelude/int.wat";
import jsonDecimals from "./prelude/json-decimals.wat";
import jsonDecode from "./prelude/json-decode.wat";
import jsonEncode from "./prelude/json-encode.wat";
import jsonEscapes from "./prelude/json-escapes.wat";
import jsonNumbers from "./prelude/json-numbers.wat";
import jsonScan from "./prelude/json-scan.wat";
import jsonVariants from "./prelude/json-scan-variants.wat";
import jsonTokens from "./prelude/json-tokens.wat";
import jsonUnknown from "./prelude/json-unknown.wat";
import lists from "./prelude/list.wat";
import maps from "./prelude/map.wat";
import memory from "./prelude/memory.wat";
import ranges from "./prelude/range.wat";
import sorting from "./prelude/sort.wat";
import tagged from "./prelude/tagged.wat";
import task from "./prelude/task.wat";
import texts from "./prelude/text.wat";
import emails from "./prelude/text-email.wat";
import unknown from "./prelude/unknown.wat";
import unknownMembers from "./prelude/unknown-members.wat";
import unknownTests from "./prelude/unknown-tests.wat";

/** All of it; what a program takes from it stands in this order. */
export const library = [
  data,
  memory,
  task,
  copies,
  ints,
  floats,
  texts,
  emails,
  lists,
  ranges,
  maps,
  sorting,
  jsonEncode,
  jsonUnknown,
  tagged,
  unknownMembers,
  unknownTests,
  unknown,
  jsonTokens,
  jsonEscapes,
  jsonNumbers,
  jsonDecimals,
  jsonDecode,
  jsonScan,
  jsonVariants,
].join("\n");
