;; Int: what is too long to be printed in place. The same meaning as `runtime/int.ts`.

(func $int_add (param $a i64) (param $b i64) (param $site i32) (result i64)
  (local $sum i64)
  (local.set $sum (i64.add (local.get $a) (local.get $b)))
  ;; the sign of the sum is neither operand's
  (if (i64.lt_s
        (i64.and (i64.xor (local.get $a) (local.get $sum)) (i64.xor (local.get $b) (local.get $sum)))
        (i64.const 0))
    (then (call $panic_overflow (local.get $site)) (unreachable)))
  (local.get $sum))

(func $int_sub (param $a i64) (param $b i64) (param $site i32) (result i64)
  (local $difference i64)
  (local.set $difference (i64.sub (local.get $a) (local.get $b)))
  (if (i64.lt_s
        (i64.and (i64.xor (local.get $a) (local.get $b)) (i64.xor (local.get $a) (local.get $difference)))
        (i64.const 0))
    (then (call $panic_overflow (local.get $site)) (unreachable)))
  (local.get $difference))

(func $int_mul (param $a i64) (param $b i64) (param $site i32) (result i64)
  (local $product i64)
  (if (i64.eqz (local.get $b)) (then (return (i64.const 0))))
  (if (i64.eq (local.get $b) (i64.const -1))
    (then (return (call $int_neg (local.get $a) (local.get $site)))))
  (local.set $product (i64.mul (local.get $a) (local.get $b)))
  ;; only a product that did not overflow gives the other factor back
  (if (i64.ne (i64.div_s (local.get $product) (local.get $b)) (local.get $a))
    (then (call $panic_overflow (local.get $site)) (unreachable)))
  (local.get $product))

(func $int_neg (param $a i64) (param $site i32) (result i64)
  (if (i64.eq (local.get $a) (i64.const 0x8000_0000_0000_0000))
    (then (call $panic_overflow (local.get $site)) (unreachable)))
  (i64.sub (i64.const 0) (local.get $a)))

(func $int_div (param $a i64) (param $b i64) (param $site i32) (result i64)
  (if (i64.eqz (local.get $b)) (then (call $panic_division (local.get $site)) (unreachable)))
  (if (i64.eq (local.get $b) (i64.const -1))
    (then (return (call $int_neg (local.get $a) (local.get $site)))))
  (i64.div_s (local.get $a) (local.get $b)))

;; Where the quotient overflows, so does the remainder.
(func $int_rem (param $a i64) (param $b i64) (param $site i32) (result i64)
  (if (i64.eqz (local.get $b)) (then (call $panic_division (local.get $site)) (unreachable)))
  (if (i64.eq (local.get $b) (i64.const -1))
    (then (drop (call $int_neg (local.get $a) (local.get $site))) (return (i64.const 0))))
  (i64.rem_s (local.get $a) (local.get $b)))

;; As in `put_int`; a String of ASCII.
(func $int_text (param $value i64) (result i32)
  (local $text i32)
  (local.set $text (call $text_blank (call $int_width (local.get $value))))
  (i32.store16 offset=6 (local.get $text) (i32.const 1))
  (i32.store offset=8 (local.get $text)
    (i32.sub
      (call $put_int (i32.add (local.get $text) (i32.const 16)) (local.get $value))
      (i32.add (local.get $text) (i32.const 16))))
  (i32.store offset=12 (local.get $text) (i32.const 0))
  (local.get $text))

;; 1233 / 4096 is a little more than log10 2: digits from bits (S. E. Anderson, Bit Twiddling Hacks).
(func $int_width (param $value i64) (result i64)
  (i64.add
    (i64.add
      (i64.shr_u
        (i64.mul
          (i64.sub
            (i64.const 64)
            (i64.clz
              (i64.sub
                (i64.xor (local.get $value) (i64.shr_s (local.get $value) (i64.const 63)))
                (i64.shr_s (local.get $value) (i64.const 63)))))
          (i64.const 1233))
        (i64.const 12))
      (i64.const 1))
    (i64.shr_u (local.get $value) (i64.const 63))))

;; Digits come eight at a time, as the bytes of a word; those of the first word have no zeros in front.
(func $put_int (param $to i32) (param $value i64) (result i32)
  (local $high i64)
  (local $word i64)
  (local $zeros i64)
  (if (i64.lt_s (local.get $value) (i64.const 0))
    (then
      (i32.store8 (local.get $to) (i32.const 45))
      (local.set $to (i32.add (local.get $to) (i32.const 1)))
      ;; unsigned from here on, which holds that of the least Int, too
      (local.set $value (i64.sub (i64.const 0) (local.get $value)))))
  (if (i64.ge_u (local.get $value) (i64.const 100000000))
    (then
      (local.set $high (i64.div_u (local.get $value) (i64.const 100000000)))
      (local.set $to (call $put_int (local.get $to) (local.get $high)))
      (i64.store (local.get $to)
        (i64.or
          (call $digits
            (i32.wrap_i64
              (i64.sub (local.get $value) (i64.mul (local.get $high) (i64.const 100000000)))))
          (i64.const 0x3030_3030_3030_3030)))
      (return (i32.add (local.get $to) (i32.const 8)))))
  (local.set $word (call $digits (i32.wrap_i64 (local.get $value))))
  ;; the bits of the zeros in front; the last digit stays
  (local.set $zeros
    (i64.and
      (i64.ctz (i64.or (local.get $word) (i64.const 0x0100_0000_0000_0000)))
      (i64.const 56)))
  (i64.store (local.get $to)
    (i64.shr_u (i64.or (local.get $word) (i64.const 0x3030_3030_3030_3030)) (local.get $zeros)))
  (i32.add
    (local.get $to)
    (i32.sub (i32.const 8) (i32.wrap_i64 (i64.shr_u (local.get $zeros) (i64.const 3))))))

;; The digits of a number below 10^8, the first one in the lowest byte: it is parted into two halves, four pairs, eight
;; digits, all parts of a word at once (P. Khuong, "How to print integers really fast", 2017).
(func $digits (param $number i32) (result i64)
  (local $high i64)
  (local $word i64)
  (local.set $high (i64.extend_i32_u (i32.div_u (local.get $number) (i32.const 10000))))
  (local.set $word
    (i64.or
      (local.get $high)
      (i64.shl
        (i64.sub
          (i64.extend_i32_u (local.get $number))
          (i64.mul (local.get $high) (i64.const 10000)))
        (i64.const 32))))
  (local.set $high
    (i64.and
      (i64.shr_u (i64.mul (local.get $word) (i64.const 10486)) (i64.const 20))
      (i64.const 0x0000_007f_0000_007f)))
  (local.set $word
    (i64.or
      (local.get $high)
      (i64.shl
        (i64.sub (local.get $word) (i64.mul (local.get $high) (i64.const 100)))
        (i64.const 16))))
  (local.set $high
    (i64.and
      (i64.shr_u (i64.mul (local.get $word) (i64.const 103)) (i64.const 10))
      (i64.const 0x000f_000f_000f_000f)))
  (i64.or
    (local.get $high)
    (i64.shl
      (i64.sub (local.get $word) (i64.mul (local.get $high) (i64.const 10)))
      (i64.const 8))))
