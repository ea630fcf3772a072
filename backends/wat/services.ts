// Time, digests, random octets and the log, for programs in WebAssembly.

import { constantTimeEqual, hash, hmac, randomBytes } from "../../runtime/crypto.ts";
import { type Host, log } from "../../runtime/host.ts";
import { int } from "../../runtime/int.ts";
import { levelOf } from "../../runtime/log.ts";
import { formatTime } from "../../runtime/time/format.ts";
import { parsedTime, timeFault, timeOf } from "../../runtime/time/parse.ts";
import type { Border } from "./border.ts";

/** The functions of the host for these, by their names in `ir/wat-runtime.ts`. */
export const serviceFunctions = (border: Border, host: Host) => {
  const bytes = (reference: number): Uint8Array => border.memory.octets(reference);
  const made = (site: number, compute: () => Uint8Array): number => {
    border.site = site;
    return border.memory.newBytes(compute());
  };
  return {
    time_now: () => BigInt(host.now()),
    time_format: (time: bigint, format: number, site: number) => {
      border.site = site;
      return border.newText(formatTime(int(time), border.text(format)));
    },
    time_parse: (text: number, format: number): readonly [number, bigint] => {
      const time = parsedTime(border.text(text), border.text(format));
      return time === null ? [0, 0n] : [1, BigInt(time)];
    },
    time_fault: (text: number, format: number) =>
      border.newText(timeFault(border.text(text), border.text(format))),
    time_of: (value: number, site: number) => {
      border.site = site;
      return BigInt(timeOf(border.outline(value)));
    },
    crypto_hash: (algorithm: number, data: number, site: number) =>
      made(site, () => hash(border.text(algorithm), bytes(data))),
    crypto_hmac: (algorithm: number, key: number, data: number, site: number) =>
      made(site, () => hmac(border.text(algorithm), bytes(key), bytes(data))),
    crypto_random_bytes: (count: bigint, site: number) =>
      made(site, () => randomBytes(int(count), host.randomBytes)),
    crypto_constant_time_eq: (a: number, b: number) => Number(constantTimeEqual(bytes(a), bytes(b))),
    log_level: (text: number) => BigInt(levelOf(border.text(text))),
    log_enabled: (level: bigint) => Number(level >= host.log.minimum),
    log_write: (level: bigint, message: number, data: number) =>
      log(host, Number(level), border.text(message), border.text(data)),
  };
};
