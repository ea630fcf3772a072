;; Floats as texts: those of few digits are written here, the others by the host.

;; Writes the value and gives the address behind it; 0 for one that has no form of 15 digits at most. It has one if some
;; Int below 10^15, parted by a power of ten, gives it: both are exact, so that the quotient is what the digits read back
;; as (W. Clinger, "How to read floating point numbers accurately", 1990); and no two decimals of 15 digits read as the
;; same Float, so that there is no shorter form.
(func $put_float (param $to i32) (param $value f64) (result i32)
  (local $scale f64)
  (local $digits f64)
  (local $power i64)
  (local $whole i64)
  (local $rest i64)
  (local $point i32)
  (local.set $scale (f64.const 1))
  (block $found
    (loop $next
      (local.set $digits
        (f64.nearest (f64.mul (f64.abs (local.get $value)) (local.get $scale))))
      ;; nor is this true of NaN
      (if (i32.eqz (f64.lt (local.get $digits) (f64.const 1e15))) (then (return (i32.const 0))))
      (br_if $found
        (f64.eq
          (f64.div (local.get $digits) (local.get $scale))
          (f64.abs (local.get $value))))
      (local.set $scale (f64.mul (local.get $scale) (f64.const 10)))
      (br_if $next (f64.le (local.get $scale) (f64.const 1e18))))
    (return (i32.const 0)))
  (if (i64.lt_s (i64.reinterpret_f64 (local.get $value)) (i64.const 0))
    (then
      (i32.store8 (local.get $to) (i32.const 0x2d))
      (local.set $to (i32.add (local.get $to) (i32.const 1)))))
  (local.set $power (i64.trunc_f64_u (local.get $scale)))
  (local.set $rest (i64.trunc_f64_u (local.get $digits)))
  (local.set $whole (i64.div_u (local.get $rest) (local.get $power)))
  (local.set $point (call $put_int (local.get $to) (local.get $whole)))
  (if (i64.eq (local.get $power) (i64.const 1)) (then (return (local.get $point))))
  ;; the places with a 1 in front, so that their zeros are written, too; then the point takes its place
  (local.set $rest (i64.sub (local.get $rest) (i64.mul (local.get $whole) (local.get $power))))
  (local.set $to (call $put_int (local.get $point) (i64.add (local.get $rest) (local.get $power))))
  (i32.store8 (local.get $point) (i32.const 0x2e))
  (local.get $to))

(func $float_text (param $value f64) (result i32)
  (local $text i32)
  (local $end i32)
  ;; a sign, 15 digits, a point, 18 places
  (local.set $text (call $text_blank (i64.const 35)))
  (if (i32.eqz
        (local.tee $end
          (call $put_float (i32.add (local.get $text) (i32.const 16)) (local.get $value))))
    (then
      (call $release (local.get $text))
      (return (call $host_float_text (local.get $value)))))
  (i32.store16 offset=6 (local.get $text) (i32.const 1))
  (i32.store offset=8 (local.get $text)
    (i32.sub (i32.sub (local.get $end) (local.get $text)) (i32.const 16)))
  (i32.store offset=12 (local.get $text) (i32.const 0))
  (local.get $text))
