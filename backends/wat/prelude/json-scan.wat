;; A cursor over one JSON text, for the readers of types, with the meaning of `runtime/json-scan.ts`: each function reads
;; one token or says that it cannot. The cursor is `$json_at`.

;; The text, as `$json_source` gives it.
(global $scan_source (mut i32) (i32.const 0))

;; Nothing of the list or object that was entered last was read yet.
(global $scan_first (mut i32) (i32.const 0))

(global $scan_failed (mut i32) (i32.const 0))

;; In the enum value that was entered last, the payload stands in front of the variant.
(global $scan_is_data_first (mut i32) (i32.const 0))

;; So many enum values are entered whose payload stands in front: each is skipped before it is read.
(global $scan_skipping (mut i32) (i32.const 0))

(func $scan_begin (param $text i32)
  (global.set $scan_skipping (i32.const 0))
  (global.set $scan_source (call $json_source (local.get $text)))
  (global.set $json_at (i32.add (global.get $scan_source) (i32.const 16)))
  (global.set $json_levels (i32.const 0))
  (global.set $scan_first (i32.const 0))
  (global.set $scan_failed (i32.const 0)))

;; Whether the text ends here, and nothing was wrong.
(func $scan_end (result i32)
  (local $ends i32)
  (local.set $ends
    (i32.eq
      (call $json_space (global.get $json_at))
      (i32.add
        (i32.add (global.get $scan_source) (i32.const 16))
        (i32.load offset=8 (global.get $scan_source)))))
  (call $drop (global.get $scan_source))
  (i32.gt_u (local.get $ends) (global.get $scan_failed)))

;; Says that something is wrong.
(func $scan_refuse
  (global.set $scan_failed (i32.const 1)))

;; The address of the next token.
(func $scan_next (result i32)
  (local $at i32)
  (local.set $at (global.get $json_at))
  (if (i32.le_u (i32.load8_u (local.get $at)) (i32.const 32))
    (then (return (call $json_space (local.get $at)))))
  (local.get $at))

;; Whether that character comes next, which is read then.
(func $scan_reads (param $code i32) (result i32)
  (local $at i32)
  (local.set $at (call $scan_next))
  (if (i32.ne (i32.load8_u (local.get $at)) (local.get $code)) (then (return (i32.const 0))))
  (global.set $json_at (i32.add (local.get $at) (i32.const 1)))
  (i32.const 1))

;; Goes into a list or object: `open` is its first character.
(func $scan_enter (param $open i32) (result i32)
  (if (i32.eqz (call $scan_reads (local.get $open))) (then (return (i32.const 0))))
  (global.set $json_levels (i32.add (global.get $json_levels) (i32.const 1)))
  (global.set $scan_first (i32.const 1))
  (i32.le_u (global.get $json_levels) (i32.const 512)))

;; Whether there is one more; else the end, which is `close`, is read, or the text is at fault.
(func $scan_more (param $close i32) (result i32)
  (local $at i32)
  (local $code i32)
  (local.set $at (global.get $json_at))
  (if (i32.le_u (local.tee $code (i32.load8_u (local.get $at))) (i32.const 32))
    (then (local.set $code (i32.load8_u (local.tee $at (call $json_space (local.get $at)))))))
  (if (i32.eq (local.get $code) (local.get $close))
    (then
      (global.set $scan_first (i32.const 0))
      (global.set $json_levels (i32.sub (global.get $json_levels) (i32.const 1)))
      (global.set $json_at (i32.add (local.get $at) (i32.const 1)))
      (return (i32.const 0))))
  (if (global.get $scan_first)
    (then
      (global.set $scan_first (i32.const 0))
      (global.set $json_at (local.get $at))
      (return (i32.const 1))))
  (if (i32.eq (local.get $code) (i32.const 44))
    (then
      (global.set $json_at (i32.add (local.get $at) (i32.const 1)))
      (return (i32.const 1))))
  (global.set $scan_failed (i32.const 1))
  (i32.const 0))

;; Reads a string without escapes: the address of its first quote, 0 (where no quote stands) if there is none.
(func $scan_word (result i32)
  (local $start i32)
  (local $at i32)
  (local $stop i64)
  (local.set $start (call $scan_next))
  (if (i32.ne (i32.load8_u (local.get $start)) (i32.const 34)) (then (return (i32.const 0))))
  (local.set $at (i32.add (local.get $start) (i32.const 1)))
  (loop $more
    (if (i64.eqz (local.tee $stop (call $json_stops (i64.load (local.get $at)))))
      (then
        (local.set $at (i32.add (local.get $at) (i32.const 8)))
        (br $more))))
  (local.set $at
    (i32.add (local.get $at) (i32.wrap_i64 (i64.shr_u (i64.ctz (local.get $stop)) (i64.const 3)))))
  (if (i32.ne (i32.load8_u (local.get $at)) (i32.const 34)) (then (return (i32.const 0))))
  (global.set $json_at (i32.add (local.get $at) (i32.const 1)))
  (local.get $start))

;; The same of a key, with its colon.
(func $scan_key (result i32)
  (local $start i32)
  (local.set $start (call $scan_word))
  (select (local.get $start) (i32.const 0) (call $scan_reads (i32.const 58))))

;; Reads a colon; where none comes, nothing that is read next fits.
(func $scan_colon (param $at i32)
  (global.set $json_at (i32.add (local.get $at) (i32.const 1)))
  (if (i32.eq (i32.load8_u (local.get $at)) (i32.const 58)) (then (return)))
  (global.set $json_at (local.get $at))
  (if (i32.eqz (call $scan_reads (i32.const 58))) (then (call $scan_refuse))))

;; The next key as a String; 0 if there is none.
(func $scan_name (result i32)
  (local $name i32)
  (if (i32.eqz (local.tee $name (call $scan_text))) (then (return (i32.const 0))))
  (if (call $scan_reads (i32.const 58)) (then (return (local.get $name))))
  (call $release (local.get $name))
  (i32.const 0))

(func $scan_text (result i32)
  (local $at i32)
  (local.set $at (call $scan_next))
  (if (i32.ne (i32.load8_u (local.get $at)) (i32.const 34)) (then (return (i32.const 0))))
  (call $json_string (i32.add (local.get $at) (i32.const 1))))

(func $scan_null (result i32)
  (local $at i32)
  (local.set $at (call $scan_next))
  (if (i32.ne (i32.load (local.get $at)) (i32.const 0x6c6c_756e)) (then (return (i32.const 0))))
  (global.set $json_at (i32.add (local.get $at) (i32.const 4)))
  (i32.const 1))

(func $scan_bool (result i32 i32)
  (local $at i32)
  (local $false i32)
  (local.set $at (call $scan_next))
  ;; `true`, or what follows the `f` of `false`
  (local.set $false (i32.eq (i32.load8_u (local.get $at)) (i32.const 102)))
  (local.set $at (i32.add (local.get $at) (local.get $false)))
  (global.set $json_at (i32.add (local.get $at) (i32.const 4)))
  (i32.eq
    (i32.load (local.get $at))
    (select (i32.const 0x6573_6c61) (i32.const 0x6575_7274) (local.get $false)))
  (i32.eqz (local.get $false)))

;; An Int of at most 18 digits, without point and exponent.
(func $scan_int (result i32 i64)
  (local $start i32)
  (local $first i32)
  (local $at i32)
  (local $digit i32)
  (local $count i32)
  (local $value i64)
  (local.set $start (call $scan_next))
  (local.set $first
    (i32.add (local.get $start) (i32.eq (i32.load8_u (local.get $start)) (i32.const 45))))
  (local.set $at (local.get $first))
  (block $end
    (loop $next
      (br_if $end
        (i32.gt_u
          (local.tee $digit (i32.sub (i32.load8_u (local.get $at)) (i32.const 48)))
          (i32.const 9)))
      (local.set $value
        (i64.add (i64.mul (local.get $value) (i64.const 10)) (i64.extend_i32_u (local.get $digit))))
      (local.set $at (i32.add (local.get $at) (i32.const 1)))
      (br $next)))
  (global.set $json_at (local.get $at))
  (local.set $count (i32.sub (local.get $at) (local.get $first)))
  ;; a point or an exponent is found where something else was to come
  (i32.and
    (i32.le_u (i32.sub (local.get $count) (i32.const 1)) (i32.const 17))
    (i32.or
      (i32.eq (local.get $count) (i32.const 1))
      (i32.ne (i32.load8_u (local.get $first)) (i32.const 48))))
  (select
    (local.get $value)
    (i64.sub (i64.const 0) (local.get $value))
    (i32.eq (local.get $first) (local.get $start))))

(func $scan_float (result i32 f64)
  (local $number i32)
  (local $float f64)
  (local.set $number (call $json_number_at (call $scan_next)))
  (if (i32.eq (local.get $number) (i32.const 2)) (then (return (i32.const 0) (f64.const 0))))
  (local.set $float (call $number_of (local.get $number)))
  (drop)
  (call $drop_tagged (local.get $number))
  (i32.const 1)
  (local.get $float))

;; Enters an enum value, `{"type":V,"data":D}` in either order: the address of V's first quote, 0 if there is none. The
;; cursor stands before D then, if there is one.
(func $scan_variant (result i32)
  (local $key i32)
  (local $data i32)
  (local $variant i32)
  (if (i32.eqz (call $scan_enter (i32.const 123))) (then (return (i32.const 0))))
  (if (i32.eqz (call $scan_more (i32.const 125))) (then (return (i32.const 0))))
  (local.set $key (call $scan_key))
  (local.set $data (global.get $json_at))
  (global.set $scan_is_data_first (call $is_data (local.get $key)))
  (if (global.get $scan_is_data_first)
    (then
      ;; not where that would be done again and again
      (global.set $scan_skipping (i32.add (global.get $scan_skipping) (i32.const 1)))
      (if (i32.gt_u (global.get $scan_skipping) (i32.const 8)) (then (return (i32.const 0))))
      (if (i32.eqz (call $scan_skip)) (then (return (i32.const 0))))
      (if (i32.eqz (call $scan_reads (i32.const 44))) (then (return (i32.const 0))))
      (local.set $key (call $scan_key))))
  (if (i32.eqz (call $is_type (local.get $key))) (then (return (i32.const 0))))
  (local.set $variant (call $scan_word))
  (if (global.get $scan_is_data_first)
    (then (global.set $json_at (local.get $data)))
    (else
      (if (call $scan_reads (i32.const 44))
        (then
          (if (i32.eqz (call $is_data (call $scan_key))) (then (return (i32.const 0))))))))
  (local.get $variant))

;; Whether the string whose first quote stands there is `data`: 6 bytes with the quotes.
(func $is_data (param $at i32) (result i32)
  (i64.eq (i64.shl (i64.load (local.get $at)) (i64.const 16)) (i64.const 0x2261_7461_6422_0000)))

(func $is_type (param $at i32) (result i32)
  (i64.eq (i64.shl (i64.load (local.get $at)) (i64.const 16)) (i64.const 0x2265_7079_7422_0000)))

;; Goes behind a value, whatever it consists of: it will be read.
(func $scan_skip (result i32)
  (local $open i32)
  (local $code i32)
  (local $at i32)
  (loop $next
    (local.set $at (call $scan_next))
    (if (i32.eqz (local.tee $code (i32.load8_u (local.get $at)))) (then (return (i32.const 0))))
    (global.set $json_at (i32.add (local.get $at) (i32.const 1)))
    (if (i32.eq (local.get $code) (i32.const 34))
      (then
        (if (i32.eqz (local.tee $at (call $json_string_end (global.get $json_at))))
          (then (return (i32.const 0))))
        (global.set $json_at (i32.add (local.get $at) (i32.const 1))))
      (else
        ;; brackets and braces differ from each other by 32
        (local.set $code (i32.or (local.get $code) (i32.const 32)))
        (if (i32.eq (local.get $code) (i32.const 123))
          (then (local.set $open (i32.add (local.get $open) (i32.const 1))))
          (else
            (if (i32.eq (local.get $code) (i32.const 125))
              (then (local.set $open (i32.sub (local.get $open) (i32.const 1))))
              (else (call $scan_skip_other)))))))
    (br_if $next (i32.gt_s (local.get $open) (i32.const 0))))
  (i32.const 1))

;; Goes on to the next quote, comma, bracket, brace or zero.
(func $scan_skip_other
  (local $at i32)
  (local $code i32)
  (local.set $at (global.get $json_at))
  (block $end
    (loop $next
      (local.set $code (i32.load8_u (local.get $at)))
      (br_if $end (i32.eqz (local.get $code)))
      (br_if $end (i32.eq (local.get $code) (i32.const 34)))
      (br_if $end (i32.eq (local.get $code) (i32.const 44)))
      (local.set $code (i32.or (local.get $code) (i32.const 32)))
      (br_if $end (i32.eq (local.get $code) (i32.const 123)))
      (br_if $end (i32.eq (local.get $code) (i32.const 125)))
      (local.set $at (i32.add (local.get $at) (i32.const 1)))
      (br $next)))
  (global.set $json_at (local.get $at)))

;; Whether D stood in front of V.
(func $scan_data_first (result i32)
  (global.get $scan_is_data_first))

;; Leaves an enum value behind D; with `data_first`, V still follows.
(func $scan_leave (param $data_first i32) (result i32)
  (if (local.get $data_first)
    (then
      (global.set $scan_skipping (i32.sub (global.get $scan_skipping) (i32.const 1)))
      (if (i32.eqz (call $scan_reads (i32.const 44))) (then (return (i32.const 0))))
      (if (i32.eqz (call $is_type (call $scan_key))) (then (return (i32.const 0))))
      (if (i32.eqz (call $scan_word)) (then (return (i32.const 0))))))
  (if (i32.eqz (call $scan_reads (i32.const 125))) (then (return (i32.const 0))))
  (global.set $json_levels (i32.sub (global.get $json_levels) (i32.const 1)))
  (i32.const 1))
