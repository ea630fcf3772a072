// What the host does for programs.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { runtimeFunctions } from "../../ir/wat-runtime.ts";
import { splitFlags } from "../../runtime/flags.ts";
import { bufferedOutput } from "../../runtime/output.ts";
import { codeOf, list, point, thrownBy } from "../../runtime/testing.ts";
import { quietHost } from "../../runtime/testing-host.ts";
import { Struct } from "../../runtime/values.ts";
import { Border } from "./border.ts";
import { type HostFunctions, hostFunctions } from "./host.ts";
import { Strands } from "./strands.ts";
import { newExports, types, written } from "./testing.ts";

const imported = Object.entries(runtimeFunctions).flatMap(([name, { from }]) =>
  from === "host" ? [name] : [],
);

const opened = (variables: Readonly<Record<string, string>> = {}) => {
  let printed = "";
  const output = bufferedOutput((bytes) => {
    printed += Buffer.from(bytes).toString("utf8");
    return bytes.length;
  });
  const border = new Border(types);
  border.open(newExports());
  const host = quietHost({ output, variables, flags: splitFlags(["--a-b=7"]) });
  const strands = new Strands(border, host, () => ({ path: "", at: -1 }));
  const functions = hostFunctions(imported, border, host, strands) as HostFunctions;
  const text = (value: string): number => border.newText(value);
  const said = (): string => {
    output.flush();
    return printed;
  };
  return { border, functions, text, said };
};

test("there is every function that a program may import from the host, and no other", () => {
  assert.equal(Object.keys(opened().functions).sort(), [...imported].sort());
});

test("texts cross the border both ways", () => {
  const { border, functions, text, said } = opened();
  functions.host_print(text("größer 😀"));
  functions.host_print(functions.host_float_text(0.5));
  assert.is(said(), "größer 😀\n0.5\n");
  assert.is(border.text(functions.unknown_nominal(written(border.memory, list()))), "");
});

test("a variable of the environment is set, or not, or spoiled", () => {
  const { functions, text } = opened({ N: "-7", B: "TRUE", X: "x" });
  assert.equal(functions.host_env_int(text("N"), 1), [1, -7n]);
  assert.equal(functions.host_env_int(text("M"), 1), [0, 0n]);
  assert.equal(functions.host_env_bool(text("B"), 1), [1, 1]);
  assert.is(functions.host_env(text("M")), 0);
  assert.is(
    codeOf(() => functions.host_env_float(text("X"), 1)),
    "runtime_config_decode",
  );
});

test("flags are asked for by name, and their texts parsed", () => {
  const { border, functions, text } = opened();
  assert.is(border.text(functions.flags_form(text("a_b"), 1)), "value");
  assert.equal(functions.parse_int(functions.flags_value(text("a_b"))), [1, 7n]);
  assert.equal(functions.parse_float(text("x")), [0, 0]);
  assert.is(border.text(functions.flags_unknown(text("a b"), 0n)), "a-b");
  assert.is(functions.flags_unknown(text("a_b"), 0n), 0);
  assert.equal(border.memory.octets(functions.parse_bytes(text("YQ=="))), new Uint8Array([97]));
  assert.is(functions.parse_bytes(text("YQ")), 0);
});

test("a failure is one of the runtime, at the site that the program names", () => {
  const { border, functions } = opened();
  const items = written(border.memory, list(1, 2));
  const failure = (compute: () => unknown) => (thrownBy(compute) as { readonly message: string }).message;
  assert.is(
    failure(() => functions.fail_index(items, 2n, 5)),
    "index 2 out of bounds (length 2)",
  );
  assert.is(border.site, 5);
  assert.is(
    failure(() => functions.host_callable(items, 6)),
    "cannot call List",
  );
  const value = written(border.memory, new Struct(point, [1, 2]));
  assert.is(
    failure(() => functions.unknown_field(value, border.newText("z"), 7)),
    "Point has no field z",
  );
  assert.is(
    codeOf(() => functions.panic_overflow(8)),
    "panic",
  );
  assert.is(border.site, 8);
});

test("a text and anything make a text", () => {
  const { border, functions, text } = opened();
  const sum = functions.host_add(text("items "), written(border.memory, list(1, 2)), 0);
  assert.is(border.text(sum), "items [1, 2]");
});

test.run();
