// Artefacts as bytes and back.

import { isLeft, right } from "fp-ts/Either";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { type Artefact, decodeArtefact, encodeArtefact } from "./artefact.ts";

const artefact: Artefact = {
  wasm: Buffer.from([0, 97, 115, 109, 1, 0, 0, 0]),
  metadata: {
    sites: [
      ["", -1],
      ["é.fuse", 7],
    ],
    types: [
      {
        ...{ kind: "struct", id: "a:P", name: "P", fields: ["x"] },
        members: [{ slot: "int", offset: 8 }],
      },
    ],
    labels: ["<fn f>"],
    entries: [{ role: "app", name: "Main", exported: "entry.0", suspends: false, result: "result" }],
    deep: false,
    once: true,
  },
};

test("an artefact is read as it was written", () => {
  assert.equal(decodeArtefact(encodeArtefact(artefact)), right(artefact));
});

test("bytes that are no artefact are refused", () => {
  const bytes = encodeArtefact(artefact);
  const spoiled = Uint8Array.from(bytes);
  spoiled[20] = 0;
  for (const wrong of [new Uint8Array(), bytes.subarray(0, 40), spoiled, Buffer.from("fuse-aot\0\0\0\0")])
    assert.ok(isLeft(decodeArtefact(wrong)));
});

test.run();
