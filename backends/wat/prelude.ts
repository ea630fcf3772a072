// The run-time part of programs, as text.

import copies from "./prelude/copies.wat";
import data from "./prelude/data.wat";
import ints from "./prelude/int.wat";
import lists from "./prelude/list.wat";
import maps from "./prelude/map.wat";
import memory from "./prelude/memory.wat";
import ranges from "./prelude/range.wat";
import tagged from "./prelude/tagged.wat";
import texts from "./prelude/text.wat";
import unknown from "./prelude/unknown.wat";
import unknownMembers from "./prelude/unknown-members.wat";
import unknownTests from "./prelude/unknown-tests.wat";

/** All of it; what a program takes from it stands in this order. */
export const library = [
  data,
  memory,
  copies,
  ints,
  texts,
  lists,
  ranges,
  maps,
  tagged,
  unknownMembers,
  unknownTests,
  unknown,
].join("\n");
