// Texts in the run-time part.

import fc from "fast-check";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { isEmail } from "../../../runtime/email.ts";
import { codePoints } from "../../../runtime/text.ts";
import { newPrelude } from "./testing.ts";

const content = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.constantFrom("", "a", "é", "1234567", "12345678", "𝄞𝄞𝄞𝄞𝄞"),
);

test("a text grows in place as long as nobody else holds it", async () => {
  const prelude = await newPrelude();
  fc.assert(
    fc.property(fc.array(content), (parts) => {
      let text = prelude.text("");
      for (const part of parts) {
        const more = prelude.text(part);
        text = prelude.run.text_concat!(text, more);
        prelude.run.drop!(more);
      }
      assert.is(prelude.textOf(text), parts.join(""));
      assert.is(prelude.live, 1);
      prelude.run.drop!(text);
    }),
  );
});

test("a text that others hold stays as it is", async () => {
  const prelude = await newPrelude();
  fc.assert(
    fc.property(content, content, (a, b) => {
      const [left, right] = [prelude.text(a), prelude.text(b)];
      prelude.run.dup!(left);
      const both = prelude.run.text_concat!(left, right);
      assert.equal(
        [left, right, both].map((text) => prelude.textOf(text)),
        [a, b, a + b],
      );
      for (const text of [left, right, both]) prelude.run.drop!(text);
      assert.is(prelude.live, 0);
    }),
  );
});

test("pieces are written into a text that has room for them, or into a copy", async () => {
  const prelude = await newPrelude();
  fc.assert(
    fc.property(content, fc.array(content), fc.boolean(), (first, others, shared) => {
      const text = prelude.text(first);
      const pieces = others.map((each) => prelude.text(each));
      if (shared) prelude.run.dup!(text);
      const bytes = Buffer.byteLength(others.join(""));
      const joined = prelude.run.text_room!(text, BigInt(bytes));
      const end = pieces.reduce(
        (to, piece) => prelude.run.put_text!(to, piece),
        joined + 16 + prelude.word(joined + 8),
      );
      prelude.setWord(joined + 8, end - joined - 16);
      assert.is(prelude.textOf(joined), first + others.join(""));
      if (shared) assert.is(prelude.textOf(text), first);
      pieces.forEach((piece, i) => {
        assert.is(prelude.textOf(piece), others[i]);
      });
      for (const each of [joined, ...pieces, ...(shared ? [text] : [])]) prelude.run.drop!(each);
      assert.is(prelude.live, 0);
    }),
  );
});

test("growth is amortised", async () => {
  const prelude = await newPrelude();
  const more = prelude.text("12345678");
  let text = prelude.text("x");
  let moves = 0;
  for (let i = 0; i < 20_000; i++) {
    const before = text;
    text = prelude.run.text_concat!(text, more);
    if (text !== before) moves++;
  }
  assert.is(prelude.word(text + 8), 160_001);
  assert.ok(moves < 20);
});

test("the length in code points, and whether all is ASCII", async () => {
  const prelude = await newPrelude();
  fc.assert(
    fc.property(content, content, (a, b) => {
      const text = prelude.run.text_concat!(prelude.text(a), prelude.text(b));
      assert.is(prelude.run.text_length!(text) as unknown, BigInt(codePoints(prelude.textOf(text))));
      assert.ok(!prelude.isAscii(text) || Buffer.from(a + b).every((byte) => byte < 128));
    }),
  );
});

test("equality, and hashes that are equal then", async () => {
  const prelude = await newPrelude();
  const { run } = prelude;
  fc.assert(
    fc.property(content, content, fc.boolean(), (a, b, same) => {
      const left = prelude.text(a);
      // what stood in its memory before is not looked at
      run.drop!(prelude.text("~".repeat(40)));
      const right = prelude.text(same ? a : b);
      const equal = Buffer.from(a).equals(Buffer.from(same ? a : b));
      assert.is(run.text_eq!(left, right), Number(equal));
      assert.is(run.bytes_eq!(left, right), Number(equal));
      if (equal) assert.is(run.text_hash!(left), run.text_hash!(right));
      assert.is(prelude.word(left + 12), equal ? run.text_hash!(left) : 0);
      run.drop!(left);
      run.drop!(right);
    }),
  );
});

test("hashes of short keys are spread", async () => {
  const prelude = await newPrelude();
  const slots = new Set<number>();
  for (let i = 0; i < 1000; i++) slots.add(prelude.run.text_hash!(prelude.text(`key${i}`)) & 0x7ff);
  assert.ok(slots.size > 700);
});

test("e-mail addresses are those that the host takes for such", async () => {
  const prelude = await newPrelude();
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("a", "é", "@", "."), maxLength: 8 }), (content) => {
      const text = prelude.text(content);
      assert.is(prelude.run.text_is_email!(text), Number(isEmail(content)), content);
      prelude.run.drop!(text);
    }),
    { numRuns: 500 },
  );
});

test("a text begins with what it consists of in front", async () => {
  const prelude = await newPrelude();
  fc.assert(
    fc.property(content, content, fc.boolean(), (a, b, joined) => {
      const whole = joined ? a + b : b;
      const [text, prefix] = [prelude.text(whole), prelude.text(a)];
      assert.is(prelude.run.text_starts_with!(text, prefix), Number(whole.startsWith(a)));
      prelude.run.drop!(text);
      prelude.run.drop!(prefix);
      assert.is(prelude.live, 0);
    }),
  );
});

test.run();
