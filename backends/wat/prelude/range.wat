;; Ranges as lists, with the limits of `runtime/int.ts`, `runtime/float.ts` and `runtime/unknown.ts`: no more than 2^26
;; items.

(func $list_range_int (param $low i64) (param $high i64) (param $site i32) (result i32)
  (local $last i64)
  (local $list i32)
  (local $at i32)
  (if (i64.gt_s (local.get $low) (local.get $high))
    (then (call $fail_range_int (local.get $low) (local.get $high) (local.get $site)) (unreachable)))
  (local.set $last (call $int_sub (local.get $high) (local.get $low) (local.get $site)))
  (if (i64.ge_u (local.get $last) (i64.const 0x400_0000))
    (then (call $panic_memory (local.get $site)) (unreachable)))
  (local.set $list
    (call $list_new (i32.add (i32.wrap_i64 (local.get $last)) (i32.const 1)) (i32.const 0)))
  (local.set $at (local.get $list))
  (loop $next
    (i64.store offset=16 (local.get $at) (local.get $low))
    (local.set $at (i32.add (local.get $at) (i32.const 8)))
    (local.set $last (i64.sub (local.get $high) (local.get $low)))
    (local.set $low (i64.add (local.get $low) (i64.const 1)))
    (br_if $next (i64.ne (local.get $last) (i64.const 0))))
  (local.get $list))

;; Bounds are finite numbers within 2^53.
(func $range_check_float (param $low f64) (param $high f64) (param $site i32)
  (if (i32.eqz
        (i32.and
          (i32.and
            (f64.le (f64.abs (local.get $low)) (f64.const 0x1p53))
            (f64.le (f64.abs (local.get $high)) (f64.const 0x1p53)))
          (f64.le (local.get $low) (local.get $high))))
    (then (call $fail_range_float (local.get $low) (local.get $high) (local.get $site)) (unreachable))))

;; Each item is the one before plus 1.0, while it is not beyond the bound (03, 3.4); at 2^53 adding changes nothing.
(func $list_range_float (param $low f64) (param $high f64) (param $site i32) (result i32)
  (local $list i32)
  (local $count i32)
  (local $at i32)
  (local $value f64)
  (call $range_check_float (local.get $low) (local.get $high) (local.get $site))
  (if (f64.ge (f64.sub (local.get $high) (local.get $low)) (f64.const 0x1p26))
    (then (call $panic_memory (local.get $site)) (unreachable)))
  ;; room for the roundings, too
  (local.set $list
    (call $list_new
      (i32.add
        (i32.trunc_f64_s (f64.sub (local.get $high) (local.get $low)))
        (i32.const 3))
      (i32.const 1)))
  (local.set $high (f64.add (local.get $high) (f64.const 1e-9)))
  (local.set $value (local.get $low))
  (local.set $at (local.get $list))
  (block $done
    (loop $next
      (br_if $done (f64.gt (local.get $value) (local.get $high)))
      (f64.store offset=16 (local.get $at) (local.get $value))
      (local.set $at (i32.add (local.get $at) (i32.const 8)))
      (local.set $count (i32.add (local.get $count) (i32.const 1)))
      (br_if $done (f64.eq (local.get $value) (f64.const 0x1p53)))
      (local.set $value (f64.add (local.get $value) (f64.const 1)))
      (br $next)))
  (i32.store offset=8 (local.get $list) (local.get $count))
  (local.get $list))
