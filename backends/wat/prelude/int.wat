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

;; Digits come eight at a time, as the bytes of a word; those of the first word have no zeros in front.
(func $int_text (param $value i64) (result i32)
  (local $rest i64)
  (local $words i32)
  (local $first i64)
  (local $sign i32)
  (local $count i32)
  (local $text i32)
  (local $at i32)
  (local.set $sign (i64.lt_s (local.get $value) (i64.const 0)))
  ;; as an unsigned number, which holds that of the least Int, too
  (local.set $rest
    (select (i64.sub (i64.const 0) (local.get $value)) (local.get $value) (local.get $sign)))
  (local.set $words
    (i32.add
      (i64.ge_u (local.get $rest) (i64.const 100000000))
      (i64.ge_u (local.get $rest) (i64.const 10000000000000000))))
  (local.set $first
    (call $digits
      (if (result i64) (local.get $words)
        (then
          (i64.div_u
            (local.get $rest)
            (select
              (i64.const 100000000)
              (i64.const 10000000000000000)
              (i32.eq (local.get $words) (i32.const 1)))))
        (else (local.get $rest)))
      (i32.const 1)))
  (local.set $count
    (i32.sub (i32.const 8) (i32.shr_u (i32.wrap_i64 (i64.clz (local.get $first))) (i32.const 3))))
  ;; a String of ASCII
  (local.set $text
    (call $text_new
      (i32.add
        (i32.add (local.get $sign) (local.get $count))
        (i32.shl (local.get $words) (i32.const 3)))))
  (i32.store16 offset=6 (local.get $text) (i32.const 1))
  (i32.store8 offset=16 (local.get $text) (i32.const 45))
  (i64.store offset=16 (i32.add (local.get $text) (local.get $sign)) (local.get $first))
  ;; the rest from the last word on
  (local.set $at
    (i32.add (local.get $text) (i32.add (local.get $sign) (local.get $count))))
  (block $done
    (loop $word
      (br_if $done (i32.eqz (local.get $words)))
      (local.set $words (i32.sub (local.get $words) (i32.const 1)))
      (i64.store offset=16
        (i32.add (local.get $at) (i32.shl (local.get $words) (i32.const 3)))
        (call $digits (i64.rem_u (local.get $rest) (i64.const 100000000)) (i32.const 8)))
      (local.set $rest (i64.div_u (local.get $rest) (i64.const 100000000)))
      (br $word)))
  (local.get $text))

;; The digits of a number below 10^8, `least` or more: the first one in the lowest byte.
(func $digits (param $number i64) (param $least i32) (result i64)
  (local $rest i32)
  (local $word i64)
  ;; with 32 bits, division by a constant is no division
  (local.set $rest (i32.wrap_i64 (local.get $number)))
  (loop $digit
    (local.set $word
      (i64.or
        (i64.shl (local.get $word) (i64.const 8))
        (i64.extend_i32_u (i32.add (i32.const 48) (i32.rem_u (local.get $rest) (i32.const 10))))))
    (local.set $rest (i32.div_u (local.get $rest) (i32.const 10)))
    (local.set $least (i32.sub (local.get $least) (i32.const 1)))
    (br_if $digit (i32.or (local.get $rest) (i32.gt_s (local.get $least) (i32.const 0)))))
  (local.get $word))
