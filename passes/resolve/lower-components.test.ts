// Tests of lower-components.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { compiled } from "./testing.ts";

test("a component is a function with two more parameters", () => {
  const text = compiled("lower-components", "component Card(title: String):", "  return html.text(title)");
  assert.ok(
    text.includes(
      "(Component (Fn main.fuse:Card Card [] [(Param title (NamedType String) -)" +
        " (Param attrs (GenericType Map [(NamedType String) (NamedType String)]) (Map []))" +
        " (Param children (GenericType List [(NamedType Html)]) (List []))] (NamedType Html) []",
    ),
  );
});

test.run();
