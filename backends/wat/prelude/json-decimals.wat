;; Floats of decimal numbers, rounded to the nearest, ties to even: those of at most 19 digits and of moderate size.

;; The nearest Float of `value`, which is not 0, times ten to the power; 0 if that takes more than is done here.
(func $decimal_float (param $value i64) (param $power i64) (result f64)
  (local $float f64)
  (local $scale f64)
  ;; both factors are exact, so that the result is rounded once (W. D. Clinger, 1990)
  (if (i32.and
        (i64.le_u (local.get $value) (i64.const 0x20_0000_0000_0000))
        (i64.le_u (i64.add (local.get $power) (i64.const 22)) (i64.const 44)))
    (then
      (local.set $float (f64.convert_i64_u (local.get $value)))
      (local.set $scale (call $power_of_ten (local.get $power)))
      (if (i64.lt_s (local.get $power) (i64.const 0))
        (then (return (f64.div (local.get $float) (local.get $scale)))))
      (return (f64.mul (local.get $float) (local.get $scale)))))
  (if (i64.gt_u (i64.add (local.get $power) (i64.const 27)) (i64.const 26))
    (then (return (f64.const 0))))
  (call $five_quotient (local.get $value) (i64.sub (i64.const 0) (local.get $power))))

;; The nearest Float of `value` divided by ten to the power, which is from 1 to 27: five to the power has 64 bits then. Both
;; are shifted to the left, and 64 bits of their quotient and whether anything remains say how it is rounded.
(func $five_quotient (param $value i64) (param $power i64) (result f64)
  (local $divisor i64)
  (local $exponent i64)
  (local $rest i64)
  (local.set $divisor (i64.const 1))
  (local.set $rest (local.get $power))
  (loop $next
    (local.set $divisor (i64.mul (local.get $divisor) (i64.const 5)))
    (br_if $next (i32.eqz (i64.eqz (local.tee $rest (i64.sub (local.get $rest) (i64.const 1)))))))
  ;; that of two by which the quotient of 64 bits is to be multiplied, as Floats have it
  (local.set $exponent
    (i64.sub
      (i64.sub
        (i64.add (i64.const 960) (i64.clz (local.get $divisor)))
        (i64.clz (local.get $value)))
      (local.get $power)))
  (local.set $divisor (i64.shl (local.get $divisor) (i64.clz (local.get $divisor))))
  (local.set $value (i64.shl (local.get $value) (i64.clz (local.get $value))))
  (f64.mul
    (f64.convert_i64_u
      (call $divide_wide
        (i64.shr_u (local.get $value) (i64.const 1))
        (i64.shl (local.get $value) (i64.const 63))
        (local.get $divisor)))
    (f64.reinterpret_i64 (i64.shl (local.get $exponent) (i64.const 52)))))

;; 128 bits, `high` and `low`, divided by a divisor whose highest bit is set and which is greater than `high`; the lowest
;; bit is set if anything remains. Half by half (D. E. Knuth, 4.3.1, algorithm D; G. S. Warren, Hacker's Delight, 9-4).
(func $divide_wide (param $high i64) (param $low i64) (param $divisor i64) (result i64)
  (local $first i64)
  (local $second i64)
  (local.set $first
    (call $divide_half (local.get $high) (i64.shr_u (local.get $low) (i64.const 32)) (local.get $divisor)))
  (local.set $high
    (i64.sub
      (i64.or (i64.shl (local.get $high) (i64.const 32)) (i64.shr_u (local.get $low) (i64.const 32)))
      (i64.mul (local.get $first) (local.get $divisor))))
  (local.set $low (i64.and (local.get $low) (i64.const 0xffff_ffff)))
  (local.set $second (call $divide_half (local.get $high) (local.get $low) (local.get $divisor)))
  (i64.or
    (i64.or (i64.shl (local.get $first) (i64.const 32)) (local.get $second))
    (i64.extend_i32_u
      (i64.ne
        (i64.or (i64.shl (local.get $high) (i64.const 32)) (local.get $low))
        (i64.mul (local.get $second) (local.get $divisor))))))

;; The 32 bits of the quotient of 96 bits, `high` and 32 behind it.
(func $divide_half (param $high i64) (param $next i64) (param $divisor i64) (result i64)
  (local $upper i64)
  (local $quotient i64)
  (local $rest i64)
  (local.set $upper (i64.shr_u (local.get $divisor) (i64.const 32)))
  (local.set $quotient (i64.div_u (local.get $high) (local.get $upper)))
  (local.set $rest (i64.sub (local.get $high) (i64.mul (local.get $quotient) (local.get $upper))))
  ;; a first guess, at most two too high
  (block $done
    (loop $again
      (br_if $done
        (i32.and
          (i64.le_u (local.get $quotient) (i64.const 0xffff_ffff))
          (i64.le_u
            (i64.mul (local.get $quotient) (i64.and (local.get $divisor) (i64.const 0xffff_ffff)))
            (i64.or (i64.shl (local.get $rest) (i64.const 32)) (local.get $next)))))
      (local.set $quotient (i64.sub (local.get $quotient) (i64.const 1)))
      (local.set $rest (i64.add (local.get $rest) (local.get $upper)))
      (br_if $again (i64.le_u (local.get $rest) (i64.const 0xffff_ffff)))))
  (local.get $quotient))

;; Ten to the power, or to its negative; exact up to 22.
(func $power_of_ten (param $power i64) (result f64)
  (local $result f64)
  (local.set $result (f64.const 1))
  (if (i64.lt_s (local.get $power) (i64.const 0))
    (then (local.set $power (i64.sub (i64.const 0) (local.get $power)))))
  (block $done
    (loop $next
      (br_if $done (i64.eqz (local.get $power)))
      (local.set $result (f64.mul (local.get $result) (f64.const 10)))
      (local.set $power (i64.sub (local.get $power) (i64.const 1)))
      (br $next)))
  (local.get $result))
