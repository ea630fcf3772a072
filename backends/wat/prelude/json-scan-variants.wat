;; Enum values under the cursor over a JSON text.

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
