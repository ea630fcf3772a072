;; Strings of a JSON text that have escapes.

;; The address of the quote that ends a string whose content begins there; 0 if none does.
(func $json_string_end (param $at i32) (result i32)
  (local $stop i64)
  (local $code i32)
  (loop $next
    (local.set $stop (call $json_stops (i64.load (local.get $at))))
    (if (i64.eqz (local.get $stop))
      (then
        (local.set $at (i32.add (local.get $at) (i32.const 8)))
        (br $next)))
    (local.set $at
      (i32.add (local.get $at) (i32.wrap_i64 (i64.shr_u (i64.ctz (local.get $stop)) (i64.const 3)))))
    (if (i32.eq (local.tee $code (i32.load8_u (local.get $at))) (i32.const 92))
      (then
        ;; a backslash may be the last of the text
        (if (i32.eqz (i32.load8_u offset=1 (local.get $at))) (then (return (i32.const 0))))
        (local.set $at (i32.add (local.get $at) (i32.const 2)))
        (br $next))))
  (select (local.get $at) (i32.const 0) (i32.eq (local.get $code) (i32.const 34))))

;; The String with escapes whose content begins there; 0 if it is none. No escape is shorter than what it stands for.
(func $json_escaped (param $at i32) (result i32)
  (local $end i32)
  (local $to i32)
  (local $text i32)
  (local $code i32)
  (local $word i64)
  (local $stop i64)
  (local $seen i64)
  (if (i32.eqz (local.tee $end (call $json_string_end (local.get $at)))) (then (return (i32.const 0))))
  (local.set $text (call $text_blank (i64.extend_i32_u (i32.sub (local.get $end) (local.get $at)))))
  (local.set $to (i32.add (local.get $text) (i32.const 16)))
  (block $closed
    (block $fault
      (loop $next
        (local.set $word (i64.load (local.get $at)))
        (i64.store (local.get $to) (local.get $word))
        (if (i64.eqz (local.tee $stop (call $json_stops (local.get $word))))
          (then
            (local.set $seen (i64.or (local.get $seen) (local.get $word)))
            (local.set $at (i32.add (local.get $at) (i32.const 8)))
            (local.set $to (i32.add (local.get $to) (i32.const 8)))
            (br $next)))
        (local.set $stop (i64.and (i64.ctz (local.get $stop)) (i64.const 56)))
        (local.set $seen
          (i64.or
            (local.get $seen)
            (i64.and
              (local.get $word)
              (i64.sub (i64.shl (i64.const 1) (local.get $stop)) (i64.const 1)))))
        (local.set $stop (i64.shr_u (local.get $stop) (i64.const 3)))
        (local.set $at (i32.add (local.get $at) (i32.wrap_i64 (local.get $stop))))
        (local.set $to (i32.add (local.get $to) (i32.wrap_i64 (local.get $stop))))
        (br_if $closed (i32.eq (local.get $at) (local.get $end)))
        (if (i32.ne (i32.load8_u offset=1 (local.get $at)) (i32.const 117))
          (then
            (br_if $fault
              (i32.eqz (local.tee $code (call $json_escape (i32.load8_u offset=1 (local.get $at))))))
            (i32.store8 (local.get $to) (local.get $code))
            (local.set $to (i32.add (local.get $to) (i32.const 1)))
            (local.set $at (i32.add (local.get $at) (i32.const 2)))
            (br $next)))
        (br_if $fault (i32.lt_s (local.tee $code (call $json_code_point (local.get $at))) (i32.const 0)))
        (local.set $at
          (i32.add
            (local.get $at)
            (select (i32.const 12) (i32.const 6) (i32.gt_u (local.get $code) (i32.const 0xffff)))))
        (if (i32.gt_u (local.get $code) (i32.const 127)) (then (local.set $seen (i64.const 128))))
        (local.set $to (call $put_code_point (local.get $to) (local.get $code)))
        (br $next)))
    (call $release (local.get $text))
    (return (i32.const 0)))
  (global.set $json_at (i32.add (local.get $end) (i32.const 1)))
  (i32.store16 offset=6 (local.get $text)
    (i64.eqz (i64.and (local.get $seen) (i64.const 0x8080_8080_8080_8080))))
  (i32.store offset=8 (local.get $text)
    (i32.sub (local.get $to) (i32.add (local.get $text) (i32.const 16))))
  (i32.store offset=12 (local.get $text) (i32.const 0))
  (local.get $text))

;; What a character behind a backslash stands for; 0 if for nothing.
(func $json_escape (param $code i32) (result i32)
  (if (i32.eq (local.get $code) (i32.const 110)) (then (return (i32.const 10))))
  (if (i32.or
        (i32.eq (local.get $code) (i32.const 34))
        (i32.or (i32.eq (local.get $code) (i32.const 92)) (i32.eq (local.get $code) (i32.const 47))))
    (then (return (local.get $code))))
  (if (i32.eq (local.get $code) (i32.const 116)) (then (return (i32.const 9))))
  (if (i32.eq (local.get $code) (i32.const 114)) (then (return (i32.const 13))))
  (if (i32.eq (local.get $code) (i32.const 98)) (then (return (i32.const 8))))
  (if (i32.eq (local.get $code) (i32.const 102)) (then (return (i32.const 12))))
  (i32.const 0))

;; The code point of `\uXXXX`, or of two that are a surrogate pair; -1 if it is none.
(func $json_code_point (param $at i32) (result i32)
  (local $code i32)
  (local $low i32)
  (local.set $code (call $json_hex (i32.add (local.get $at) (i32.const 2))))
  (if (i32.ne (i32.and (local.get $code) (i32.const 0xf800)) (i32.const 0xd800))
    (then (return (local.get $code))))
  ;; -1 has these bits, too
  (if (i32.gt_u (local.get $code) (i32.const 0xdbff)) (then (return (i32.const -1))))
  (if (i32.ne (i32.load16_u offset=6 (local.get $at)) (i32.const 0x755c)) (then (return (i32.const -1))))
  (local.set $low (i32.sub (call $json_hex (i32.add (local.get $at) (i32.const 8))) (i32.const 0xdc00)))
  (if (i32.gt_u (local.get $low) (i32.const 0x3ff)) (then (return (i32.const -1))))
  (i32.add
    (i32.const 0x10000)
    (i32.or (i32.shl (i32.and (local.get $code) (i32.const 0x3ff)) (i32.const 10)) (local.get $low))))

;; The number of four hexadecimal digits; -1 if they are none.
(func $json_hex (param $at i32) (result i32)
  (local $end i32)
  (local $digit i32)
  (local $code i32)
  (local.set $end (i32.add (local.get $at) (i32.const 4)))
  (loop $next
    (local.set $digit (i32.sub (i32.load8_u (local.get $at)) (i32.const 48)))
    (if (i32.gt_u (local.get $digit) (i32.const 9))
      (then
        ;; letters of both cases
        (local.set $digit
          (i32.sub (i32.or (i32.load8_u (local.get $at)) (i32.const 32)) (i32.const 97)))
        (if (i32.gt_u (local.get $digit) (i32.const 5)) (then (return (i32.const -1))))
        (local.set $digit (i32.add (local.get $digit) (i32.const 10)))))
    (local.set $code (i32.or (i32.shl (local.get $code) (i32.const 4)) (local.get $digit)))
    (br_if $next
      (i32.ne (local.tee $at (i32.add (local.get $at) (i32.const 1))) (local.get $end))))
  (local.get $code))

;; Writes a code point there as UTF-8; the address behind it.
(func $put_code_point (param $to i32) (param $code i32) (result i32)
  (if (i32.lt_u (local.get $code) (i32.const 0x80))
    (then
      (i32.store8 (local.get $to) (local.get $code))
      (return (i32.add (local.get $to) (i32.const 1)))))
  (if (i32.lt_u (local.get $code) (i32.const 0x800))
    (then
      (i32.store8 (local.get $to) (i32.or (i32.const 0xc0) (i32.shr_u (local.get $code) (i32.const 6))))
      (i32.store8 offset=1 (local.get $to) (call $continuation (local.get $code) (i32.const 0)))
      (return (i32.add (local.get $to) (i32.const 2)))))
  (if (i32.lt_u (local.get $code) (i32.const 0x10000))
    (then
      (i32.store8 (local.get $to) (i32.or (i32.const 0xe0) (i32.shr_u (local.get $code) (i32.const 12))))
      (i32.store8 offset=1 (local.get $to) (call $continuation (local.get $code) (i32.const 6)))
      (i32.store8 offset=2 (local.get $to) (call $continuation (local.get $code) (i32.const 0)))
      (return (i32.add (local.get $to) (i32.const 3)))))
  (i32.store8 (local.get $to) (i32.or (i32.const 0xf0) (i32.shr_u (local.get $code) (i32.const 18))))
  (i32.store8 offset=1 (local.get $to) (call $continuation (local.get $code) (i32.const 12)))
  (i32.store8 offset=2 (local.get $to) (call $continuation (local.get $code) (i32.const 6)))
  (i32.store8 offset=3 (local.get $to) (call $continuation (local.get $code) (i32.const 0)))
  (i32.add (local.get $to) (i32.const 4)))

;; Six bits of a code point as a byte that goes on with it.
(func $continuation (param $code i32) (param $shift i32) (result i32)
  (i32.or
    (i32.const 0x80)
    (i32.and (i32.shr_u (local.get $code) (local.get $shift)) (i32.const 0x3f))))
