;; Texts in the order of their code points, which is that of their bytes.

(func $text_before (param $a i32) (param $b i32) (result i32)
  (local $longer i32)
  (local $rest i32)
  (local $shift i64)
  (local.set $longer (i32.lt_u (i32.load offset=8 (local.get $a)) (i32.load offset=8 (local.get $b))))
  (local.set $rest
    (i32.load offset=8 (select (local.get $a) (local.get $b) (local.get $longer))))
  (block $same
    (loop $next
      (br_if $same (i32.le_s (local.get $rest) (i32.const 0)))
      (if (i64.ne (i64.load offset=16 (local.get $a)) (i64.load offset=16 (local.get $b)))
        (then
          ;; the first byte that differs, unless it stands behind the shorter text
          (local.set $shift
            (i64.and
              (i64.ctz (i64.xor (i64.load offset=16 (local.get $a)) (i64.load offset=16 (local.get $b))))
              (i64.const 56)))
          (br_if $same
            (i32.ge_s (i32.shr_u (i32.wrap_i64 (local.get $shift)) (i32.const 3)) (local.get $rest)))
          (return
            (i32.lt_u
              (i32.and
                (i32.wrap_i64 (i64.shr_u (i64.load offset=16 (local.get $a)) (local.get $shift)))
                (i32.const 255))
              (i32.and
                (i32.wrap_i64 (i64.shr_u (i64.load offset=16 (local.get $b)) (local.get $shift)))
                (i32.const 255))))))
      (local.set $a (i32.add (local.get $a) (i32.const 8)))
      (local.set $b (i32.add (local.get $b) (i32.const 8)))
      (local.set $rest (i32.sub (local.get $rest) (i32.const 8)))
      (br $next)))
  (local.get $longer))

;; Sorts the references to texts between two addresses: insertion with gaps that shrink to 4 bytes. (D. Shell, 1959; the
;; gaps 1, 4, 13, 40 … are D. Knuth's, "The Art of Computer Programming" 3, 5.2.1.)
(func $sort_texts (param $start i32) (param $end i32)
  (local $gap i32)
  (local $next i32)
  (local $at i32)
  (local $text i32)
  (local.set $gap (i32.const 4))
  (block $widest
    (loop $widen
      (br_if $widest
        (i32.ge_u (local.get $gap) (i32.sub (local.get $end) (local.get $start))))
      (local.set $gap (i32.add (i32.mul (local.get $gap) (i32.const 3)) (i32.const 4)))
      (br $widen)))
  (loop $narrow
    ;; (3x + 4 - 4) / 3, in bytes
    (if (i32.gt_u (local.get $gap) (i32.const 4))
      (then (local.set $gap (i32.div_u (i32.sub (local.get $gap) (i32.const 4)) (i32.const 3)))))
    (local.set $next (i32.add (local.get $start) (local.get $gap)))
    (block $sorted
      (loop $insert
        (br_if $sorted (i32.ge_u (local.get $next) (local.get $end)))
        (local.set $text (i32.load (local.get $next)))
        (local.set $at (local.get $next))
        (block $placed
          (loop $shift
            (br_if $placed
              (i32.lt_u (i32.sub (local.get $at) (local.get $start)) (local.get $gap)))
            (br_if $placed
              (i32.eqz
                (call $text_before
                  (local.get $text)
                  (i32.load (i32.sub (local.get $at) (local.get $gap))))))
            (i32.store (local.get $at) (i32.load (i32.sub (local.get $at) (local.get $gap))))
            (local.set $at (i32.sub (local.get $at) (local.get $gap)))
            (br $shift)))
        (i32.store (local.get $at) (local.get $text))
        (local.set $next (i32.add (local.get $next) (i32.const 4)))
        (br $insert)))
    (br_if $narrow (i32.gt_u (local.get $gap) (i32.const 4)))))

(func $map_sorted_keys (param $map i32) (result i32)
  (local $list i32)
  (local $from i32)
  (local $to i32)
  (local $end i32)
  (local $count i32)
  (local.set $count (i32.load offset=8 (local.get $map)))
  (local.set $list (call $list_new (local.get $count) (i32.const 3)))
  (if (i32.eqz (local.get $count)) (then (return (local.get $list))))
  (local.set $from (i32.add (i32.load offset=16 (local.get $map)) (i32.const 8)))
  (call $dup_slots (i32.const 3) (local.get $from) (i32.const 16) (local.get $count))
  (local.set $to (i32.add (local.get $list) (i32.const 16)))
  (local.set $end (i32.add (local.get $to) (i32.shl (local.get $count) (i32.const 2))))
  (loop $next
    (i32.store (local.get $to) (i32.load (local.get $from)))
    (local.set $from (i32.add (local.get $from) (i32.const 16)))
    (br_if $next (i32.lt_u (local.tee $to (i32.add (local.get $to) (i32.const 4))) (local.get $end))))
  (call $sort_texts (i32.add (local.get $list) (i32.const 16)) (local.get $end))
  (local.get $list))
