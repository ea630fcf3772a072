;; JSON of plain values: strings are quoted and escaped behind what was written so far.

;; It is copied eight bytes at a time, on the chance that none of them has to be escaped; else it is written once more.
(func $json_put_text (param $out i32) (param $text i32) (result i32)
  (local $at i32)
  (local $to i32)
  (local $rest i32)
  (local $word i64)
  (local $other i64)
  (local $special i64)
  (local.set $rest (i32.load offset=8 (local.get $text)))
  (local.set $out
    (call $text_room
      (local.get $out)
      (i64.add (i64.extend_i32_u (local.get $rest)) (i64.const 2))))
  (local.set $to (i32.add (local.get $out) (i32.load offset=8 (local.get $out))))
  (i32.store8 offset=16 (local.get $to) (i32.const 0x22))
  (local.set $to (i32.add (local.get $to) (i32.const 17)))
  (local.set $at (local.get $text))
  (block $done
    (loop $next
      (br_if $done (i32.le_s (local.get $rest) (i32.const 0)))
      (local.set $word (i64.load offset=16 (local.get $at)))
      ;; what stands behind the text is taken for blanks
      (if (i32.lt_u (local.get $rest) (i32.const 8))
        (then
          (local.set $other (i64.extend_i32_u (i32.shl (local.get $rest) (i32.const 3))))
          (local.set $word
            (i64.or
              (i64.and
                (local.get $word)
                (i64.xor (i64.shl (i64.const -1) (local.get $other)) (i64.const -1)))
              (i64.shl (i64.const 0x2020_2020_2020_2020) (local.get $other))))))
      (i64.store (local.get $to) (local.get $word))
      ;; control characters, quotes and backslashes leave a sign bit (as in Hacker's Delight, 6-1)
      (local.set $special
        (i64.or
          (local.get $special)
          (i64.and
            (i64.sub (local.get $word) (i64.const 0x2020_2020_2020_2020))
            (i64.xor (local.get $word) (i64.const -1)))))
      (local.set $other (i64.xor (local.get $word) (i64.const 0x2222_2222_2222_2222)))
      (local.set $special
        (i64.or
          (local.get $special)
          (i64.and
            (i64.sub (local.get $other) (i64.const 0x0101_0101_0101_0101))
            (i64.xor (local.get $other) (i64.const -1)))))
      (local.set $other (i64.xor (local.get $word) (i64.const 0x5c5c_5c5c_5c5c_5c5c)))
      (local.set $special
        (i64.or
          (local.get $special)
          (i64.and
            (i64.sub (local.get $other) (i64.const 0x0101_0101_0101_0101))
            (i64.xor (local.get $other) (i64.const -1)))))
      (local.set $at (i32.add (local.get $at) (i32.const 8)))
      (local.set $to (i32.add (local.get $to) (i32.const 8)))
      (local.set $rest (i32.sub (local.get $rest) (i32.const 8)))
      (br $next)))
  (if (i64.ne (i64.and (local.get $special) (i64.const 0x8080_8080_8080_8080)) (i64.const 0))
    (then (return (call $json_put_special (local.get $out) (local.get $text)))))
  (call $json_end
    (local.get $out)
    (i32.add (local.get $to) (local.get $rest))
    (i32.load16_u offset=6 (local.get $text)))
  (local.get $out))

;; The quote behind a string that ends there, and the length of the whole.
(func $json_end (param $out i32) (param $end i32) (param $ascii i32)
  (i32.store8 (local.get $end) (i32.const 0x22))
  (i32.store offset=8 (local.get $out)
    (i32.sub (i32.sub (local.get $end) (local.get $out)) (i32.const 15)))
  (i32.store offset=12 (local.get $out) (i32.const 0))
  (i32.store16 offset=6 (local.get $out)
    (i32.and (i32.load16_u offset=6 (local.get $out)) (local.get $ascii))))

;; How many bytes more than it has a text takes when it is escaped: 1 for a short escape, 5 for `\u00XX`.
(func $json_escapes (param $text i32) (result i32)
  (local $at i32)
  (local $end i32)
  (local $more i32)
  (local.set $at (i32.add (local.get $text) (i32.const 16)))
  (local.set $end (i32.add (local.get $at) (i32.load offset=8 (local.get $text))))
  (loop $next
    (local.set $more
      (i32.add (local.get $more) (call $json_escape_length (i32.load8_u (local.get $at)))))
    (br_if $next (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 1))) (local.get $end))))
  (local.get $more))

;; The bytes that the escape of a byte takes beyond its own.
(func $json_escape_length (param $byte i32) (result i32)
  (if (i32.ge_u (local.get $byte) (i32.const 0x20))
    (then
      (return
        (i32.or
          (i32.eq (local.get $byte) (i32.const 0x22))
          (i32.eq (local.get $byte) (i32.const 0x5c))))))
  (select (i32.const 1) (i32.const 5) (call $json_short (local.get $byte))))

;; The letter of the short escape of a control character, 0 if it has none.
(func $json_short (param $byte i32) (result i32)
  (if (i32.eq (local.get $byte) (i32.const 8)) (then (return (i32.const 0x62))))
  (if (i32.eq (local.get $byte) (i32.const 9)) (then (return (i32.const 0x74))))
  (if (i32.eq (local.get $byte) (i32.const 10)) (then (return (i32.const 0x6e))))
  (if (i32.eq (local.get $byte) (i32.const 12)) (then (return (i32.const 0x66))))
  (if (i32.eq (local.get $byte) (i32.const 13)) (then (return (i32.const 0x72))))
  (i32.const 0))

;; As `json_put_text`, for a text of which something has to be escaped.
(func $json_put_special (param $out i32) (param $text i32) (result i32)
  (local $end i32)
  (local.set $out
    (call $text_room
      (local.get $out)
      (i64.add
        (i64.extend_i32_u (call $json_escapes (local.get $text)))
        (i64.add (i64.load32_u offset=8 (local.get $text)) (i64.const 2)))))
  (local.set $end
    (i32.add
      (i32.add (local.get $out) (i32.const 16))
      (i32.load offset=8 (local.get $out))))
  (i32.store8 (local.get $end) (i32.const 0x22))
  (call $json_end
    (local.get $out)
    (call $json_put_escaped (i32.add (local.get $end) (i32.const 1)) (local.get $text))
    (i32.load16_u offset=6 (local.get $text)))
  (local.get $out))

;; Writes the bytes of a text, escaped; the address behind them.
(func $json_put_escaped (param $to i32) (param $text i32) (result i32)
  (local $at i32)
  (local $end i32)
  (local $byte i32)
  (local $letter i32)
  (local.set $at (i32.add (local.get $text) (i32.const 16)))
  (local.set $end (i32.add (local.get $at) (i32.load offset=8 (local.get $text))))
  (loop $next
    (local.set $byte (i32.load8_u (local.get $at)))
    (if (call $json_escape_length (local.get $byte))
      (then
        (i32.store8 (local.get $to) (i32.const 0x5c))
        (local.set $letter
          (if (result i32) (i32.ge_u (local.get $byte) (i32.const 0x20))
            (then (local.get $byte))
            (else (call $json_short (local.get $byte)))))
        (if (local.get $letter)
          (then
            (i32.store8 offset=1 (local.get $to) (local.get $letter))
            (local.set $to (i32.add (local.get $to) (i32.const 2))))
          (else
            ;; "u00", then two digits, the first of which is 0 or 1
            (i32.store8 offset=1 (local.get $to) (i32.const 0x75))
            (i32.store16 offset=2 (local.get $to) (i32.const 0x3030))
            (i32.store8 offset=4 (local.get $to)
              (i32.add (i32.const 0x30) (i32.shr_u (local.get $byte) (i32.const 4))))
            (local.set $byte (i32.and (local.get $byte) (i32.const 15)))
            (i32.store8 offset=5 (local.get $to)
              (i32.add
                (local.get $byte)
                (select (i32.const 0x57) (i32.const 0x30) (i32.gt_u (local.get $byte) (i32.const 9)))))
            (local.set $to (i32.add (local.get $to) (i32.const 6))))))
      (else
        (i32.store8 (local.get $to) (local.get $byte))
        (local.set $to (i32.add (local.get $to) (i32.const 1)))))
    (br_if $next (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 1))) (local.get $end))))
  (local.get $to))

;; "null" for what is no number; 0 is added so that there is no -0.
(func $json_float (param $value f64) (result i32)
  (if (f64.ne (f64.sub (local.get $value) (local.get $value)) (f64.const 0))
    (then (return (call $json_null))))
  (call $float_text (f64.add (local.get $value) (f64.const 0))))

(func $json_null (result i32)
  (local $text i32)
  (local.set $text (call $text_new (i32.const 4)))
  (i32.store16 offset=6 (local.get $text) (i32.const 1))
  (i32.store offset=16 (local.get $text) (i32.const 0x6c6c_756e))
  (local.get $text))
