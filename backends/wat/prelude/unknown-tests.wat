;; Comparisons and tests of values of unknown type, as in `runtime/equality.ts` and `runtime/unknown.ts`; failures, and
;; what has members, are the host's.

(func $unknown_eq (param $a i32) (param $b i32) (param $site i32) (result i32)
  (local $kind i32)
  (local $x f64)
  (local $y f64)
  ;; null, and small Ints
  (if (i32.or
        (i32.or (i32.eqz (local.get $a)) (i32.eqz (local.get $b)))
        (call $both_small (local.get $a) (local.get $b)))
    (then (return (i32.eq (local.get $a) (local.get $b)))))
  (local.set $kind (call $kind_of (local.get $a)))
  (if (i32.eq (local.get $kind) (call $kind_of (local.get $b)))
    (then
      (if (i32.eq (local.get $kind) (i32.const 9))
        (then
          (return (i64.eq (call $unbox_int (local.get $a)) (call $unbox_int (local.get $b))))))
      ;; String, Bytes
      (if (i32.le_u (local.get $kind) (i32.const 2))
        (then (return (call $text_eq (local.get $a) (local.get $b)))))
      (if (i32.eq (local.get $kind) (i32.const 11))
        (then (return (i32.eq (i32.load offset=8 (local.get $a)) (i32.load offset=8 (local.get $b))))))))
  (call $both_numbers (local.get $a) (local.get $b))
  (local.set $y)
  (local.set $x)
  (if (result i32)
    (then (f64.eq (local.get $x) (local.get $y)))
    (else (call $host_equal (local.get $a) (local.get $b) (local.get $site)))))

;; -1, 0, 1 as the first number is less, equal or more; NaN if one of them is.
(func $unknown_order (param $a i32) (param $b i32) (param $site i32) (result f64)
  (local $i i64)
  (local $j i64)
  (local $x f64)
  (local $y f64)
  (if (call $both_are (i32.const 9) (local.get $a) (local.get $b))
    (then
      (local.set $i (call $unbox_int (local.get $a)))
      (local.set $j (call $unbox_int (local.get $b)))
      (return
        (f64.convert_i32_s
          (i32.sub
            (i64.gt_s (local.get $i) (local.get $j))
            (i64.lt_s (local.get $i) (local.get $j)))))))
  (call $both_numbers (local.get $a) (local.get $b))
  (local.set $y)
  (local.set $x)
  (if (i32.eqz) (then (return (call $host_order (local.get $a) (local.get $b) (local.get $site)))))
  (if (i32.or (f64.ne (local.get $x) (local.get $x)) (f64.ne (local.get $y) (local.get $y)))
    (then (return (f64.const nan))))
  (f64.convert_i32_s
    (i32.sub (f64.gt (local.get $x) (local.get $y)) (f64.lt (local.get $x) (local.get $y)))))

(func $unknown_lt (param $a i32) (param $b i32) (param $site i32) (result i32)
  (f64.lt (call $unknown_order (local.get $a) (local.get $b) (local.get $site)) (f64.const 0)))

(func $unknown_le (param $a i32) (param $b i32) (param $site i32) (result i32)
  (f64.le (call $unknown_order (local.get $a) (local.get $b) (local.get $site)) (f64.const 0)))

(func $unknown_gt (param $a i32) (param $b i32) (param $site i32) (result i32)
  (f64.gt (call $unknown_order (local.get $a) (local.get $b) (local.get $site)) (f64.const 0)))

(func $unknown_ge (param $a i32) (param $b i32) (param $site i32) (result i32)
  (f64.ge (call $unknown_order (local.get $a) (local.get $b) (local.get $site)) (f64.const 0)))

(func $unknown_bool (param $a i32) (param $site i32) (result i32)
  (if (result i32) (i32.eq (call $kind_of (local.get $a)) (i32.const 11))
    (then (i32.load offset=8 (local.get $a)))
    (else (call $host_bool (local.get $a) (local.get $site)))))

(func $unknown_key (param $a i32) (param $site i32) (result i32)
  (if (i32.ne (call $kind_of (local.get $a)) (i32.const 1))
    (then (return (call $host_key (local.get $a) (local.get $site)))))
  (call $dup (local.get $a))
  (local.get $a))

(func $unknown_check_callable (param $a i32) (param $site i32)
  (if (i32.ne (call $kind_of (local.get $a)) (i32.const 8))
    (then (call $host_callable (local.get $a) (local.get $site)))))
