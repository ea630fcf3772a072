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

;; Pieces are written in words of 8 bytes: behind its content, a text that they are written to has 8 bytes more.

(func $text_room (param $a i32) (param $more i64) (result i32)
  (local $left i32)
  (local $size i64)
  (local $text i32)
  (local.set $left (i32.load offset=8 (local.get $a)))
  (if (i32.ne (i32.load (local.get $a)) (i32.const 1))
    (then
      (local.set $text
        (call $text_blank (i64.add (local.get $more) (i64.extend_i32_u (local.get $left)))))
      (drop (call $put_text (i32.add (local.get $text) (i32.const 16)) (local.get $a)))
      (i32.store16 offset=6 (local.get $text) (i32.load16_u offset=6 (local.get $a)))
      (i32.store (local.get $a) (i32.sub (i32.load (local.get $a)) (i32.const 1))))
    (else
      (local.set $size
        (i64.add (i64.add (local.get $more) (i64.const 24)) (i64.extend_i32_u (local.get $left))))
      (if (i64.gt_u (local.get $size) (i64.const 0x7fff_fff0))
        (then (call $panic_memory (i32.const 0)) (unreachable)))
      (if (i32.le_u (i32.wrap_i64 (local.get $size)) (call $size_of (local.get $a)))
        (then (return (local.get $a))))
      (local.set $text
        (call $text_grown (local.get $a) (local.get $left) (i32.wrap_i64 (local.get $size))))))
  (i32.store offset=8 (local.get $text) (local.get $left))
  (local.get $text))

(func $text_blank (param $length i64) (result i32)
  (local $head i32)
  (local $text i32)
  ;; what is small is taken from its list here: 16 bytes before the content, 8 behind it, 15 to round up
  (if (i64.le_u (local.get $length) (i64.const 1000))
    (then
      (local.set $head
        (i32.and
          (i32.shr_u (i32.add (i32.wrap_i64 (local.get $length)) (i32.const 39)) (i32.const 2))
          (i32.const 0x3fc)))
      (if (local.tee $text (i32.load (local.get $head)))
        (then
          (i32.store (local.get $head) (i32.load (local.get $text)))
          (i32.store (local.get $text) (i32.const 1))
          (i32.store offset=4 (local.get $text)
            (i32.or (i32.shl (local.get $head) (i32.const 6)) (i32.const 1)))
          (return (local.get $text))))))
  (if (i64.gt_u (local.get $length) (i64.const 0x7fff_ffd0))
    (then (call $panic_memory (i32.const 0)) (unreachable)))
  (call $alloc_sized (i32.add (i32.wrap_i64 (local.get $length)) (i32.const 24)) (i32.const 1)))

(func $put_text (param $to i32) (param $text i32) (result i32)
  (local $end i32)
  (local.set $end (i32.add (local.get $to) (i32.load offset=8 (local.get $text))))
  (if (i32.gt_u (i32.load offset=8 (local.get $text)) (i32.const 96))
    (then
      (memory.copy
        (local.get $to)
        (i32.add (local.get $text) (i32.const 16))
        (i32.load offset=8 (local.get $text)))
      (return (local.get $end))))
  (loop $next
    (i64.store (local.get $to) (i64.load offset=16 (local.get $text)))
    (local.set $text (i32.add (local.get $text) (i32.const 8)))
    (br_if $next (i32.lt_u (local.tee $to (i32.add (local.get $to) (i32.const 8))) (local.get $end))))
  (local.get $end))

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

;; Whether the text begins with the other.
(func $text_starts_with (param $text i32) (param $prefix i32) (result i32)
  (local $rest i32)
  (local.set $rest (i32.load offset=8 (local.get $prefix)))
  (if (i32.lt_u (i32.load offset=8 (local.get $text)) (local.get $rest)) (then (return (i32.const 0))))
  (loop $next
    (if (i32.eqz (local.get $rest)) (then (return (i32.const 1))))
    (local.set $rest (i32.sub (local.get $rest) (i32.const 1)))
    (br_if $next
      (i32.eq
        (i32.load8_u offset=16 (i32.add (local.get $text) (local.get $rest)))
        (i32.load8_u offset=16 (i32.add (local.get $prefix) (local.get $rest))))))
  (i32.const 0))

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

;; Eight bytes a step: rotate, xor, multiply (as in Firefox and rustc, "FxHash"); a last multiplication carries what the
;; high bits say to where the result is taken from.
(func $text_hash (param $text i32) (result i32)
  (local $hash i32)
  (local $rest i32)
  (local $at i32)
  (local $state i64)
  (if (local.tee $hash (i32.load offset=12 (local.get $text))) (then (return (local.get $hash))))
  (local.set $rest (i32.load offset=8 (local.get $text)))
  (local.set $state (i64.extend_i32_u (i32.xor (global.get $hash_seed) (local.get $rest))))
  (local.set $at (local.get $text))
  (block $last
    (loop $next
      (br_if $last (i32.le_u (local.get $rest) (i32.const 8)))
      (local.set $state
        (i64.mul
          (i64.xor (i64.rotl (local.get $state) (i64.const 5)) (i64.load offset=16 (local.get $at)))
          (i64.const 0x9e37_79b9_7f4a_7c15)))
      (local.set $at (i32.add (local.get $at) (i32.const 8)))
      (local.set $rest (i32.sub (local.get $rest) (i32.const 8)))
      (br $next)))
  ;; what stands behind the content is shifted out
  (if (local.get $rest)
    (then
      (local.set $state
        (i64.xor
          (i64.rotl (local.get $state) (i64.const 5))
          (i64.shl
            (i64.load offset=16 (local.get $at))
            (i64.shl (i64.extend_i32_u (i32.sub (i32.const 8) (local.get $rest))) (i64.const 3)))))))
  (local.set $state (i64.mul (local.get $state) (i64.const 0x9e37_79b9_7f4a_7c15)))
  (local.set $state
    (i64.mul
      (i64.xor (local.get $state) (i64.shr_u (local.get $state) (i64.const 32)))
      (i64.const 0xd6e8_feb8_6659_fd93)))
  (local.set $hash (i32.wrap_i64 (i64.shr_u (local.get $state) (i64.const 32))))
  ;; 0 says that it is not yet known
  (local.set $hash (i32.add (local.get $hash) (i32.eqz (local.get $hash))))
  (i32.store offset=12 (local.get $text) (local.get $hash))
  (local.get $hash))
