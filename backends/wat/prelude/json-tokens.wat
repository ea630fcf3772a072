;; The tokens of a JSON text, read from an address on, with the meaning of `runtime/json-tokens.ts`. What reads a token
;; leaves the address behind it in `$json_at`. A text has 8 zeros behind it, so that nobody has to ask where it ends: a
;; zero belongs to no token.

(global $json_at (mut i32) (i32.const 0))

;; The text as one that is followed by zeros, with an owner more: itself if it has room for them and is no literal.
(func $json_source (param $text i32) (result i32)
  (local $copy i32)
  (if (i32.and
        (i32.lt_u (i32.load (local.get $text)) (i32.const 0x1000_0000))
        (i32.le_u
          (i32.add (i32.load offset=8 (local.get $text)) (i32.const 24))
          (call $size_of (local.get $text))))
    (then
      (call $dup (local.get $text))
      (i64.store offset=16
        (i32.add (local.get $text) (i32.load offset=8 (local.get $text)))
        (i64.const 0))
      (return (local.get $text))))
  (local.set $copy (call $text_blank (i64.extend_i32_u (i32.load offset=8 (local.get $text)))))
  (i32.store offset=8 (local.get $copy) (i32.load offset=8 (local.get $text)))
  (i64.store
    (call $put_text (i32.add (local.get $copy) (i32.const 16)) (local.get $text))
    (i64.const 0))
  (local.get $copy))

;; The first address from there on that holds no blank.
(func $json_space (param $at i32) (result i32)
  (local $code i32)
  (loop $next
    (if (i64.eq (i64.load (local.get $at)) (i64.const 0x2020_2020_2020_2020))
      (then
        (local.set $at (i32.add (local.get $at) (i32.const 8)))
        (br $next)))
    (if (i32.gt_u (local.tee $code (i32.load8_u (local.get $at))) (i32.const 32))
      (then (return (local.get $at))))
    ;; tab, line feed, carriage return, blank
    (if (i64.eqz
          (i64.and
            (i64.shr_u (i64.const 0x1_0000_2600) (i64.extend_i32_u (local.get $code)))
            (i64.const 1)))
      (then (return (local.get $at))))
    (local.set $at (i32.add (local.get $at) (i32.const 1)))
    (br $next))
  (unreachable))

;; The lowest bit that is set is the highest of the first byte that is a quote, a backslash or a control character. (Zero
;; bytes in a word: G. S. Warren, Hacker's Delight, 6-1; what a borrow sets wrongly is above the first byte found.)
(func $json_stops (param $word i64) (result i64)
  (local $quotes i64)
  (local $slashes i64)
  (local.set $quotes (i64.xor (local.get $word) (i64.const 0x2222_2222_2222_2222)))
  (local.set $slashes (i64.xor (local.get $word) (i64.const 0x5c5c_5c5c_5c5c_5c5c)))
  (i64.and
    (i64.or
      (i64.and
        (i64.sub (local.get $word) (i64.const 0x2020_2020_2020_2020))
        (i64.xor (local.get $word) (i64.const -1)))
      (i64.or
        (i64.and
          (i64.sub (local.get $quotes) (i64.const 0x0101_0101_0101_0101))
          (i64.xor (local.get $quotes) (i64.const -1)))
        (i64.and
          (i64.sub (local.get $slashes) (i64.const 0x0101_0101_0101_0101))
          (i64.xor (local.get $slashes) (i64.const -1)))))
    (i64.const 0x8080_8080_8080_8080)))

;; The String whose content begins there, behind its quote; 0 if it is none.
(func $json_string (param $from i32) (result i32)
  (local $at i32)
  (local $to i32)
  (local $text i32)
  (local $word i64)
  (local $stop i64)
  (local $seen i64)
  (local $quotes i64)
  (local $slashes i64)
  (local.set $at (local.get $from))
  (loop $next
    (local.set $word (i64.load (local.get $at)))
    ;; `$json_stops`, without a call
    (local.set $quotes (i64.xor (local.get $word) (i64.const 0x2222_2222_2222_2222)))
    (local.set $slashes (i64.xor (local.get $word) (i64.const 0x5c5c_5c5c_5c5c_5c5c)))
    (local.set $stop
      (i64.and
        (i64.or
          (i64.and
            (i64.sub (local.get $word) (i64.const 0x2020_2020_2020_2020))
            (i64.xor (local.get $word) (i64.const -1)))
          (i64.or
            (i64.and
              (i64.sub (local.get $quotes) (i64.const 0x0101_0101_0101_0101))
              (i64.xor (local.get $quotes) (i64.const -1)))
            (i64.and
              (i64.sub (local.get $slashes) (i64.const 0x0101_0101_0101_0101))
              (i64.xor (local.get $slashes) (i64.const -1)))))
        (i64.const 0x8080_8080_8080_8080)))
    (if (i64.eqz (local.get $stop))
      (then
        (local.set $seen (i64.or (local.get $seen) (local.get $word)))
        (local.set $at (i32.add (local.get $at) (i32.const 8)))
        (br $next))))
  (local.set $stop (i64.and (i64.ctz (local.get $stop)) (i64.const 56)))
  (local.set $seen
    (i64.or
      (local.get $seen)
      (i64.and
        (local.get $word)
        (i64.sub (i64.shl (i64.const 1) (local.get $stop)) (i64.const 1)))))
  (local.set $at (i32.add (local.get $at) (i32.wrap_i64 (i64.shr_u (local.get $stop) (i64.const 3)))))
  (if (i32.ne (i32.load8_u (local.get $at)) (i32.const 34))
    (then (return (call $json_escaped (local.get $from)))))
  (global.set $json_at (i32.add (local.get $at) (i32.const 1)))
  (local.set $text
    (call $text_blank (i64.extend_i32_u (i32.sub (local.get $at) (local.get $from)))))
  (i32.store16 offset=6 (local.get $text)
    (i64.eqz (i64.and (local.get $seen) (i64.const 0x8080_8080_8080_8080))))
  (i32.store offset=8 (local.get $text) (i32.sub (local.get $at) (local.get $from)))
  (i32.store offset=12 (local.get $text) (i32.const 0))
  (local.set $to (i32.add (local.get $text) (i32.const 16)))
  (if (i32.gt_u (i32.sub (local.get $at) (local.get $from)) (i32.const 96))
    (then
      (memory.copy (local.get $to) (local.get $from) (i32.sub (local.get $at) (local.get $from)))
      (return (local.get $text))))
  (loop $next
    (i64.store (local.get $to) (i64.load (local.get $from)))
    (local.set $to (i32.add (local.get $to) (i32.const 8)))
    (br_if $next
      (i32.lt_u (local.tee $from (i32.add (local.get $from) (i32.const 8))) (local.get $at))))
  (local.get $text))
