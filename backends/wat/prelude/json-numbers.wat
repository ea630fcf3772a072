;; The numbers of a JSON text: Ints where they are integral in value and in range, exactly, else Floats.

;; The number that begins there with a digit or a minus, tagged; 2, which is no value, if it is none.
(func $json_number_at (param $start i32) (result i32)
  (local $at i32)
  (local $first i32)
  (local $digit i32)
  (local $count i32)
  (local $value i64)
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
  (local.set $count (i32.sub (local.get $at) (local.get $first)))
  ;; none, too many; `.`, `e`, `E`; a zero in front
  (if (i32.or
        (i32.gt_u (i32.sub (local.get $count) (i32.const 1)) (i32.const 17))
        (i32.or
          (i32.eq (local.get $digit) (i32.const -2))
          (i32.or
            (i32.eq (i32.and (local.get $digit) (i32.const -33)) (i32.const 21))
            (i32.and
              (i32.gt_u (local.get $count) (i32.const 1))
              (i32.eq (i32.load8_u (local.get $first)) (i32.const 48))))))
    (then (return (call $json_decimal (local.get $start) (local.get $first)))))
  (global.set $json_at (local.get $at))
  (call $box_int
    (select
      (local.get $value)
      (i64.sub (i64.const 0) (local.get $value))
      (i32.eq (local.get $first) (local.get $start)))))

;; The same of any form; its first digit stands at `at`.
(func $json_decimal (param $start i32) (param $at i32) (result i32)
  (local $minus i32)
  (local $digit i32)
  (local $point i32)
  (local $digits i64)
  (local $zeros i64)
  (local $power i64)
  (local $value i64)
  (local $float f64)
  (local.set $minus (i32.ne (local.get $at) (local.get $start)))
  (if (i32.eqz (call $is_digit (local.get $at))) (then (return (i32.const 2))))
  ;; a digit does not follow a zero in front
  (if (i32.eq (i32.load8_u (local.get $at)) (i32.const 48))
    (then
      (if (call $is_digit (i32.add (local.get $at) (i32.const 1))) (then (return (i32.const 2))))))
  ;; `value` is what the `digits` up to the last that is not 0 say, as long as there are at most 19; `zeros` follow them
  (block $end
    (loop $next
      (local.set $digit (i32.sub (i32.load8_u (local.get $at)) (i32.const 48)))
      (if (i32.gt_u (local.get $digit) (i32.const 9))
        (then
          (br_if $end (i32.or (local.get $point) (i32.ne (local.get $digit) (i32.const -2))))
          (br_if $end (i32.eqz (call $is_digit (i32.add (local.get $at) (i32.const 1)))))
          (local.set $point (i32.const 1))
          (local.set $at (i32.add (local.get $at) (i32.const 1)))
          (br $next)))
      (local.set $power (i64.sub (local.get $power) (i64.extend_i32_u (local.get $point))))
      (local.set $zeros (i64.add (local.get $zeros) (i64.const 1)))
      (if (local.get $digit)
        (then
          (local.set $digits
            (select
              (i64.const 1)
              (i64.add (local.get $digits) (local.get $zeros))
              (i64.eqz (local.get $digits))))
          (if (i64.le_u (local.get $digits) (i64.const 19))
            (then
              (local.set $value
                (i64.add
                  (call $times_ten (local.get $value) (local.get $zeros))
                  (i64.extend_i32_u (local.get $digit))))))
          (local.set $zeros (i64.const 0))))
      (local.set $at (i32.add (local.get $at) (i32.const 1)))
      (br $next)))
  (global.set $json_at (local.get $at))
  (local.set $power
    (i64.add (i64.add (local.get $power) (local.get $zeros)) (call $json_exponent (local.get $at))))
  (if (i64.eqz (local.get $value)) (then (return (i32.const 1))))
  (if (i32.and
        (i64.ge_s (local.get $power) (i64.const 0))
        (i64.le_s (i64.add (local.get $digits) (local.get $power)) (i64.const 19)))
    (then
      ;; below 10^19, unsigned
      (local.set $value (call $times_ten (local.get $value) (local.get $power)))
      (local.set $power (i64.const 0))
      (if (i64.le_u
            (local.get $value)
            (i64.add (i64.const 0x7fff_ffff_ffff_ffff) (i64.extend_i32_u (local.get $minus))))
        (then
          (return
            (call $box_int
              (select
                (i64.sub (i64.const 0) (local.get $value))
                (local.get $value)
                (local.get $minus))))))))
  (if (i64.le_u (local.get $digits) (i64.const 19))
    (then
      (local.set $float (call $decimal_float (local.get $value) (local.get $power)))
      (if (f64.gt (local.get $float) (f64.const 0))
        (then
          (return
            (call $box_float
              (select (f64.neg (local.get $float)) (local.get $float) (local.get $minus))))))))
  (local.set $float (call $json_number (local.get $start) (global.get $json_at)))
  (if (f64.eq (f64.abs (local.get $float)) (f64.const inf)) (then (return (i32.const 2))))
  (call $box_float (local.get $float)))

(func $is_digit (param $at i32) (result i32)
  (i32.le_u (i32.sub (i32.load8_u (local.get $at)) (i32.const 48)) (i32.const 9)))

;; The exponent that may begin there; 0 without one. It is cut where no digits that fit into memory can make up for it.
(func $json_exponent (param $at i32) (result i64)
  (local $sign i32)
  (local $exponent i64)
  (if (i32.ne (i32.or (i32.load8_u (local.get $at)) (i32.const 32)) (i32.const 101))
    (then (return (i64.const 0))))
  (local.set $sign (i32.load8_u offset=1 (local.get $at)))
  (local.set $at
    (i32.add
      (local.get $at)
      (select
        (i32.const 2)
        (i32.const 1)
        (i32.or
          (i32.eq (local.get $sign) (i32.const 43))
          (i32.eq (local.get $sign) (i32.const 45))))))
  (if (i32.eqz (call $is_digit (local.get $at))) (then (return (i64.const 0))))
  (loop $next
    (if (i64.lt_u (local.get $exponent) (i64.const 0x10_0000_0000))
      (then
        (local.set $exponent
          (i64.add
            (i64.mul (local.get $exponent) (i64.const 10))
            (i64.extend_i32_u (i32.sub (i32.load8_u (local.get $at)) (i32.const 48)))))))
    (br_if $next (call $is_digit (local.tee $at (i32.add (local.get $at) (i32.const 1))))))
  (global.set $json_at (local.get $at))
  (select
    (i64.sub (i64.const 0) (local.get $exponent))
    (local.get $exponent)
    (i32.eq (local.get $sign) (i32.const 45))))

;; The value times ten so many times.
(func $times_ten (param $value i64) (param $times i64) (result i64)
  (block $done
    (loop $next
      (br_if $done (i64.eqz (local.get $times)))
      (local.set $value (i64.mul (local.get $value) (i64.const 10)))
      (local.set $times (i64.sub (local.get $times) (i64.const 1)))
      (br $next)))
  (local.get $value))
