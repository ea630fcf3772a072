// Turns of strands, and sleep.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { Scheduler, type Strand, type Timer } from "./scheduler.ts";

/** A clock that stands still but for pauses. */
const stopped = () => {
  const clock = { time: 0, pauses: [] as number[] };
  const timer: Timer = {
    now: () => clock.time,
    pause: (milliseconds) => {
      clock.pauses.push(milliseconds);
      clock.time += milliseconds;
    },
  };
  return { clock, timer };
};

test("those that are ready get turns in order", () => {
  const scheduler = new Scheduler(stopped().timer);
  const seen: string[] = [];
  const strand = (name: string, turns: number): Strand => {
    const self: Strand = {
      turn: () => {
        seen.push(name);
        if (--turns > 0) scheduler.wake(self);
      },
    };
    return self;
  };
  for (const each of [strand("a", 2), strand("b", 1), strand("c", 2)]) scheduler.wake(each);
  scheduler.run(() => seen.length === 5);
  assert.equal(seen.join(""), "abcac");
});

test("sleepers wake by their times, those of one time in the order in which they lay down", () => {
  const { clock, timer } = stopped();
  const scheduler = new Scheduler(timer);
  const seen: string[] = [];
  const times = [30, 10, 20, 10, 0, 30, 10];
  for (const [i, time] of times.entries()) {
    scheduler.sleep({ turn: () => void seen.push(`${i}@${clock.time}`) }, time);
  }
  scheduler.run(() => seen.length === times.length);
  assert.equal(seen, ["4@0", "1@10", "3@10", "6@10", "2@20", "0@30", "5@30"]);
  assert.equal(clock.pauses, [10, 10, 10]);
});

test("a strand that is always ready does not keep others asleep", () => {
  let time = 0;
  const scheduler = new Scheduler({ now: () => time++, pause: () => assert.unreachable() });
  let woken = false;
  const busy: Strand = { turn: () => scheduler.wake(busy) };
  scheduler.wake(busy);
  scheduler.sleep({ turn: () => (woken = true) }, 5);
  scheduler.run(() => woken);
});

test("ten thousand strands", () => {
  const scheduler = new Scheduler(stopped().timer);
  let turns = 0;
  for (let i = 0; i < 10_000; i++)
    scheduler.sleep({ turn: () => scheduler.wake({ turn: () => turns++ }) }, (i * 7919) % 100);
  scheduler.run(() => turns === 10_000);
  assert.is(turns, 10_000);
});

test.run();
