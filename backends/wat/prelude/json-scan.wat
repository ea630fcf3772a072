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
