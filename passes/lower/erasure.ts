// Types as values have them: refinements, `Id` and `Email` are Strings, Ints … whose content was tested (03, 1).

import { list, map, option, plain, result, STRING, type Type } from "../../ir/types.ts";

/** Two types with the same erasure have the same values, as far as their kinds tell. */
export const erase = (type: Type): Type => {
  const known = plain(type);
  switch (known.kind) {
    case "Id":
    case "Email":
      return STRING;
    case "List":
      return list(erase(known.item));
    case "Map":
      return map(STRING, erase(known.value));
    case "Option":
      return option(erase(known.inner));
    case "Result":
      return result(erase(known.ok), erase(known.error));
    default:
      return known;
  }
};
