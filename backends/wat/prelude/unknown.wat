;; Operations on values of unknown type, as in `runtime/unknown.ts`. What is common is done here; failures, and what
;; needs to look into values of any type, are the host's.

;; Whether both are small Ints.
(func $both_small (param $a i32) (param $b i32) (result i32)
  (i32.and (i32.and (local.get $a) (local.get $b)) (i32.const 1)))

;; Whether both are of the kind.
(func $both_are (param $kind i32) (param $a i32) (param $b i32) (result i32)
  (i32.and
    (i32.eq (call $kind_of (local.get $a)) (local.get $kind))
    (i32.eq (call $kind_of (local.get $b)) (local.get $kind))))

;; Whether both are numbers, and these as Floats.
(func $both_numbers (param $a i32) (param $b i32) (result i32 f64 f64)
  (local $x f64)
  (local $y f64)
  (call $number_of (local.get $a))
  (local.set $x)
  (call $number_of (local.get $b))
  (local.set $y)
  (i32.and)
  (local.get $x)
  (local.get $y))

(func $unknown_add (param $a i32) (param $b i32) (param $site i32) (result i32)
  (local $sum i32)
  (local $x f64)
  (local $y f64)
  (if (call $both_small (local.get $a) (local.get $b))
    (then
      (return
        (call $box_int
          (i64.add (call $unbox_int (local.get $a)) (call $unbox_int (local.get $b)))))))
  (if (i32.or
        (i32.eq (call $kind_of (local.get $a)) (i32.const 1))
        (i32.eq (call $kind_of (local.get $b)) (i32.const 1)))
    (then (return (call $add_texts (local.get $a) (local.get $b) (local.get $site)))))
  (if (call $both_are (i32.const 3) (local.get $a) (local.get $b))
    (then (return (call $add_lists (local.get $a) (local.get $b)))))
  (local.set $sum
    (if (result i32) (call $both_are (i32.const 9) (local.get $a) (local.get $b))
      (then
        (call $box_int
          (call $int_add
            (call $unbox_int (local.get $a))
            (call $unbox_int (local.get $b))
            (local.get $site))))
      (else
        (call $both_numbers (local.get $a) (local.get $b))
        (local.set $y)
        (local.set $x)
        (if (result i32)
          (then (call $box_float (f64.add (local.get $x) (local.get $y))))
          (else (call $host_add (local.get $a) (local.get $b) (local.get $site)))))))
  (call $drop_tagged (local.get $a))
  (local.get $sum))

;; One of them is a String; `a` is taken over.
(func $add_texts (param $a i32) (param $b i32) (param $site i32) (result i32)
  (local $text i32)
  (local $sum i32)
  (if (i32.eq (call $kind_of (local.get $a)) (i32.const 1))
    (then
      (local.set $text (call $unknown_text (local.get $b) (local.get $site)))
      (local.set $sum (call $text_concat (local.get $a) (local.get $text)))
      (call $drop (local.get $text))
      (return (local.get $sum))))
  (local.set $text (call $unknown_text (local.get $a) (local.get $site)))
  (local.set $sum (call $text_concat (local.get $text) (local.get $b)))
  (call $drop_tagged (local.get $a))
  (local.get $sum))

;; Lists of different slots become lists of values of unknown type; `a` is taken over.
(func $add_lists (param $a i32) (param $b i32) (result i32)
  (local $sum i32)
  (if (i32.eq (i32.load16_u offset=6 (local.get $a)) (i32.load16_u offset=6 (local.get $b)))
    (then (return (call $list_concat (local.get $a) (local.get $b)))))
  (call $dup (local.get $b))
  (local.set $b (call $list_as_unknown (local.get $b)))
  (local.set $sum (call $list_concat (call $list_as_unknown (local.get $a)) (local.get $b)))
  (call $drop (local.get $b))
  (local.get $sum))

(func $unknown_sub (param $a i32) (param $b i32) (param $site i32) (result i32)
  (local $x f64)
  (local $y f64)
  (if (call $both_are (i32.const 9) (local.get $a) (local.get $b))
    (then
      (return
        (call $box_int
          (call $int_sub
            (call $unbox_int (local.get $a))
            (call $unbox_int (local.get $b))
            (local.get $site))))))
  (call $both_numbers (local.get $a) (local.get $b))
  (local.set $y)
  (local.set $x)
  (if (result i32)
    (then (call $box_float (f64.sub (local.get $x) (local.get $y))))
    (else (call $host_sub (local.get $a) (local.get $b) (local.get $site)))))

(func $unknown_mul (param $a i32) (param $b i32) (param $site i32) (result i32)
  (local $x f64)
  (local $y f64)
  (if (call $both_are (i32.const 9) (local.get $a) (local.get $b))
    (then
      (return
        (call $box_int
          (call $int_mul
            (call $unbox_int (local.get $a))
            (call $unbox_int (local.get $b))
            (local.get $site))))))
  (call $both_numbers (local.get $a) (local.get $b))
  (local.set $y)
  (local.set $x)
  (if (result i32)
    (then (call $box_float (f64.mul (local.get $x) (local.get $y))))
    (else (call $host_mul (local.get $a) (local.get $b) (local.get $site)))))

(func $unknown_div (param $a i32) (param $b i32) (param $site i32) (result i32)
  (local $x f64)
  (local $y f64)
  (if (call $both_are (i32.const 9) (local.get $a) (local.get $b))
    (then
      (return
        (call $box_int
          (call $int_div
            (call $unbox_int (local.get $a))
            (call $unbox_int (local.get $b))
            (local.get $site))))))
  (call $both_numbers (local.get $a) (local.get $b))
  (local.set $y)
  (local.set $x)
  (if (result i32)
    (then (call $box_float (f64.div (local.get $x) (local.get $y))))
    (else (call $host_div (local.get $a) (local.get $b) (local.get $site)))))

;; Floats have no remainder.
(func $unknown_rem (param $a i32) (param $b i32) (param $site i32) (result i32)
  (if (result i32) (call $both_are (i32.const 9) (local.get $a) (local.get $b))
    (then
      (call $box_int
        (call $int_rem
          (call $unbox_int (local.get $a))
          (call $unbox_int (local.get $b))
          (local.get $site))))
    (else (call $host_rem (local.get $a) (local.get $b) (local.get $site)))))

(func $unknown_neg (param $a i32) (param $site i32) (result i32)
  (local $kind i32)
  (local.set $kind (call $kind_of (local.get $a)))
  (if (i32.eq (local.get $kind) (i32.const 9))
    (then (return (call $box_int (call $int_neg (call $unbox_int (local.get $a)) (local.get $site))))))
  (if (i32.eq (local.get $kind) (i32.const 10))
    (then (return (call $box_float (f64.neg (f64.load offset=8 (local.get $a)))))))
  (call $host_neg (local.get $a) (local.get $site)))

(func $unknown_range (param $low i32) (param $high i32) (param $site i32) (result i32)
  (local $x f64)
  (local $y f64)
  (if (call $both_are (i32.const 9) (local.get $low) (local.get $high))
    (then
      (return
        (call $list_range_int
          (call $unbox_int (local.get $low))
          (call $unbox_int (local.get $high))
          (local.get $site)))))
  (call $both_numbers (local.get $low) (local.get $high))
  (local.set $y)
  (local.set $x)
  (if (result i32)
    (then (call $list_range_float (local.get $x) (local.get $y) (local.get $site)))
    (else (call $host_range (local.get $low) (local.get $high) (local.get $site)))))

;; Strings have a text form that is theirs; those of other objects than numbers the host makes.
(func $unknown_text (param $a i32) (param $site i32) (result i32)
  (local $kind i32)
  (local.set $kind (call $kind_of (local.get $a)))
  (if (i32.eq (local.get $kind) (i32.const 1))
    (then (call $dup (local.get $a)) (return (local.get $a))))
  (if (i32.eq (local.get $kind) (i32.const 9))
    (then (return (call $int_text (call $unbox_int (local.get $a))))))
  (if (i32.eq (local.get $kind) (i32.const 10))
    (then (return (call $float_text (f64.load offset=8 (local.get $a))))))
  (call $host_text (local.get $a) (local.get $site)))
