;; String: UTF-8 with its length in bytes, a bit that says that all of it is ASCII, and a hash that is kept. Eight bytes
;; of the content may be read wherever one may: objects end at multiples of 8.

;; Random numbers are mixed in, so that nobody outside can choose keys of one hash.
(global $hash_seed (export "hash_seed") (mut i32) (i32.const 0))

(func $text_new (param $length i32) (result i32)
  (local $text i32)
  (if (i32.gt_u (local.get $length) (i32.const 0x7fff_fff0))
    (then (call $panic_memory (i32.const 0)) (unreachable)))
  (local.set $text (call $alloc_sized (i32.add (i32.const 16) (local.get $length)) (i32.const 1)))
  (i32.store offset=8 (local.get $text) (local.get $length))
  (i32.store offset=12 (local.get $text) (i32.const 0))
  (local.get $text))

(func $text_concat (param $a i32) (param $b i32) (result i32)
  (local $left i32)
  (local $right i32)
  (local $size i32)
  (local $text i32)
  (if (i32.eqz (local.tee $right (i32.load offset=8 (local.get $b)))) (then (return (local.get $a))))
  (if (i32.eqz (local.tee $left (i32.load offset=8 (local.get $a))))
    (then (call $dup (local.get $b)) (call $drop (local.get $a)) (return (local.get $b))))
  (local.set $size (i32.add (i32.const 16) (i32.add (local.get $left) (local.get $right))))
  (local.set $text
    (if (result i32)
        (i32.and
          (i32.eq (i32.load (local.get $a)) (i32.const 1))
          (i32.le_u (local.get $size) (call $size_of (local.get $a))))
      (then (local.get $a))
      (else (call $text_grown (local.get $a) (local.get $left) (local.get $size)))))
  (call $copy_bytes
    (i32.add (i32.add (local.get $text) (i32.const 16)) (local.get $left))
    (i32.add (local.get $b) (i32.const 16))
    (local.get $right))
  (i32.store offset=8 (local.get $text) (i32.add (local.get $left) (local.get $right)))
  (i32.store offset=12 (local.get $text) (i32.const 0))
  ;; ASCII if both are
  (i32.store16 offset=6 (local.get $text)
    (i32.and (i32.load16_u offset=6 (local.get $text)) (i32.load16_u offset=6 (local.get $b))))
  (local.get $text))

;; The text in memory of that size at least, which nobody else holds. What has grown once will grow again: sizes double,
;; those beyond 1 KiB because classes do. `a` is taken over.
(func $text_grown (param $a i32) (param $length i32) (param $size i32) (result i32)
  (local $text i32)
  (local $count i32)
  (local $double i32)
  (local.set $count (i32.load (local.get $a)))
  (local.set $double (i32.shl (call $size_of (local.get $a)) (i32.const 1)))
  (if (i32.and
        (i32.eq (local.get $count) (i32.const 1))
        (i32.and (i32.lt_u (local.get $size) (local.get $double)) (i32.le_u (local.get $size) (i32.const 1024))))
    (then (local.set $size (local.get $double))))
  (local.set $text
    (call $alloc_sized
      (local.get $size)
      (i32.and (i32.load offset=4 (local.get $a)) (i32.const 0xffff_00ff))))
  (call $copy_bytes
    (i32.add (local.get $text) (i32.const 16))
    (i32.add (local.get $a) (i32.const 16))
    (local.get $length))
  (if (i32.eq (local.get $count) (i32.const 1))
    (then (call $release (local.get $a)))
    (else (i32.store (local.get $a) (i32.sub (local.get $count) (i32.const 1)))))
  (local.get $text))

(func $text_eq (param $a i32) (param $b i32) (result i32)
  (local $rest i32)
  (if (i32.eq (local.get $a) (local.get $b)) (then (return (i32.const 1))))
  (local.set $rest (i32.load offset=8 (local.get $a)))
  (if (i32.ne (local.get $rest) (i32.load offset=8 (local.get $b))) (then (return (i32.const 0))))
  (block $tail
    (loop $next
      (br_if $tail (i32.lt_u (local.get $rest) (i32.const 8)))
      (if (i64.ne (i64.load offset=16 (local.get $a)) (i64.load offset=16 (local.get $b)))
        (then (return (i32.const 0))))
      (local.set $a (i32.add (local.get $a) (i32.const 8)))
      (local.set $b (i32.add (local.get $b) (i32.const 8)))
      (local.set $rest (i32.sub (local.get $rest) (i32.const 8)))
      (br $next)))
  (if (i32.eqz (local.get $rest)) (then (return (i32.const 1))))
  ;; what stands behind the content is shifted out
  (i64.eqz
    (i64.shl
      (i64.xor (i64.load offset=16 (local.get $a)) (i64.load offset=16 (local.get $b)))
      (i64.sub (i64.const 64) (i64.shl (i64.extend_i32_u (local.get $rest)) (i64.const 3))))))

(func $bytes_eq (param $a i32) (param $b i32) (result i32)
  (call $text_eq (local.get $a) (local.get $b)))

;; The bytes less those that go on with a code point, which are 10xxxxxx.
(func $text_length (param $text i32) (result i64)
  (local $count i32)
  (local $rest i32)
  (local $word i64)
  (local.set $count (local.tee $rest (i32.load offset=8 (local.get $text))))
  (if (i32.and (i32.load16_u offset=6 (local.get $text)) (i32.const 1))
    (then (return (i64.extend_i32_u (local.get $count)))))
  (block $done
    (loop $next
      (br_if $done (i32.eqz (local.get $rest)))
      (local.set $word (i64.load offset=16 (local.get $text)))
      (if (i32.lt_u (local.get $rest) (i32.const 8))
        (then
          (local.set $word
            (i64.shl
              (local.get $word)
              (i64.sub (i64.const 64) (i64.shl (i64.extend_i32_u (local.get $rest)) (i64.const 3)))))
          (local.set $rest (i32.const 8))))
      (local.set $count
        (i32.sub
          (local.get $count)
          (i32.wrap_i64
            (i64.popcnt
              (i64.and
                (i64.and
                  (i64.shr_u (local.get $word) (i64.const 7))
                  (i64.xor (i64.shr_u (local.get $word) (i64.const 6)) (i64.const -1)))
                (i64.const 0x0101_0101_0101_0101))))))
      (local.set $text (i32.add (local.get $text) (i32.const 8)))
      (local.set $rest (i32.sub (local.get $rest) (i32.const 8)))
      (br $next)))
  (i64.extend_i32_u (local.get $count)))

;; Four bytes a step: rotate, xor, multiply (as in Firefox and rustc, "FxHash"); at the end the high bits are mixed into
;; the low ones, which choose the slot (after MurmurHash3).
(func $text_hash (param $text i32) (result i32)
  (local $hash i32)
  (local $rest i32)
  (local $at i32)
  (local $word i32)
  (if (local.tee $hash (i32.load offset=12 (local.get $text))) (then (return (local.get $hash))))
  (local.set $rest (i32.load offset=8 (local.get $text)))
  (local.set $hash (i32.xor (global.get $hash_seed) (local.get $rest)))
  (local.set $at (local.get $text))
  (loop $next
    (local.set $word (i32.load offset=16 (local.get $at)))
    ;; what stands behind the content is shifted out; the word of an empty text counts as any other, as 0
    (if (i32.lt_s (local.get $rest) (i32.const 4))
      (then
        (local.set $word
          (i32.and
            (local.get $word)
            (i32.sub (i32.shl (i32.const 1) (i32.shl (local.get $rest) (i32.const 3))) (i32.const 1))))))
    (local.set $hash
      (i32.mul
        (i32.xor (i32.rotl (local.get $hash) (i32.const 5)) (local.get $word))
        (i32.const 0x9e37_79b1)))
    (local.set $at (i32.add (local.get $at) (i32.const 4)))
    (br_if $next
      (i32.gt_s (local.tee $rest (i32.sub (local.get $rest) (i32.const 4))) (i32.const 0))))
  (local.set $hash
    (i32.mul
      (i32.xor (local.get $hash) (i32.shr_u (local.get $hash) (i32.const 16)))
      (i32.const 0x85eb_ca6b)))
  (local.set $hash (i32.xor (local.get $hash) (i32.shr_u (local.get $hash) (i32.const 13))))
  ;; 0 says that it is not yet known
  (local.set $hash (i32.add (local.get $hash) (i32.eqz (local.get $hash))))
  (i32.store offset=12 (local.get $text) (local.get $hash))
  (local.get $hash))
