// Records as text: what is written is read again, what is damaged is no record.

import { test } from "uvu";
import * as assert from "uvu/assert";
import type { ModuleInterface } from "../../ir/interfaces.ts";
import { interfaceOf } from "../../passes/testing.ts";
import { type Records, recordOf } from "./records.ts";
import { recordsFromText, recordsToAppend, recordsToText } from "./store.ts";

const described = (path: string, requires: readonly string[] = []): ModuleInterface =>
  interfaceOf(path, { requires, imports: [{ module: "b.fuse", at: 7 }] });

const recordsOf = (...modules: readonly ModuleInterface[]): Records =>
  new Map(modules.map((each) => [each.path, recordOf({ text: each.path, links: "none" }, each)]));

const ab = recordsOf(described("a.fuse"), described("b.fuse"));
const text = recordsToText("key", ab)!;
const edited: Records = new Map([...ab, ...recordsOf(described("a.fuse", ["time"]))]);

test("records are read as they were written", () => {
  const stored = recordsFromText("key", text)!;
  assert.is(recordsToText("key", stored.records), text);
  assert.equal(stored.records.get("a.fuse")!.interface(), described("a.fuse"));
});

test("a record that was appended takes the place of the one before", () => {
  const more = recordsToAppend(recordsFromText("key", text)!, edited)!;
  const stored = recordsFromText("key", text + more)!;
  assert.equal(stored.records.get("a.fuse")!.interface()!.requires, ["time"]);
  assert.equal([...stored.records.keys()], ["a.fuse", "b.fuse"]);
});

test("nothing is appended to a text where modules came or went, or that has grown long", () => {
  assert.is(
    recordsToAppend(recordsFromText("key", text)!, new Map([...ab, ...recordsOf(described("c.fuse"))])),
    null,
  );
  const more = recordsToAppend(recordsFromText("key", text)!, edited)!;
  assert.is(recordsToAppend(recordsFromText("key", text + more)!, ab), null);
});

test("what was appended to another text makes it worthless", () => {
  const other = recordsToText("key", edited)!;
  const more = recordsToAppend(recordsFromText("key", text)!, edited)!;
  assert.is(recordsFromText("key", other + more), null);
});

test("another key, a cut end and a changed character are seen", () => {
  assert.is(recordsFromText("other", text), null);
  assert.is(recordsFromText("key", text.slice(0, -1)), null);
  assert.is(recordsFromText("key", text.replace("a.fuse", "x.fuse")), null);
  const damaged = recordsFromText("key", text.replace('"at":7', '"at":8'))!;
  assert.is(damaged.records.get("a.fuse")!.interface(), null);
});

test.run();
