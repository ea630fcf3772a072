;; Copies of containers that somebody else holds, too: of one level; what they consist of has an owner more then.

(func $copy (param $object i32) (result i32)
  (local $made i32)
  (local $kind i32)
  (local.set $kind (i32.load8_u offset=4 (local.get $object)))
  (local.set $made
    (if (result i32) (i32.eq (local.get $kind) (i32.const 4))
      (then (call $copy_map (local.get $object) (i32.load16_u offset=6 (local.get $object))))
      (else
        (if (result i32) (i32.eq (local.get $kind) (i32.const 3))
          (then (call $copy_list (local.get $object) (i32.load offset=4 (local.get $object))))
          (else (call $copy_fields (local.get $object)))))))
  (global.set $copies (i32.add (global.get $copies) (i32.const 1))) ;; debug
  (i32.store (local.get $object) (i32.sub (i32.load (local.get $object)) (i32.const 1)))
  (local.get $made))

;; A struct or enum value.
(func $copy_fields (param $object i32) (result i32)
  (local $made i32)
  (local.set $made (call $alloc (i32.load offset=4 (local.get $object))))
  (call $copy_bytes
    (i32.add (local.get $made) (i32.const 8))
    (i32.add (local.get $object) (i32.const 8))
    (i32.sub (call $size_of (local.get $object)) (i32.const 8)))
  (call $dup_fields (local.get $made))
  (local.get $made))

;; A list; `meta` says of which class the copy is, one that has room for the items.
(func $copy_list (param $list i32) (param $meta i32) (result i32)
  (local $made i32)
  (local $kind i32)
  (local $length i32)
  (local.set $made (call $alloc (local.get $meta)))
  (local.set $kind (i32.load16_u offset=6 (local.get $list)))
  (local.set $length (i32.load offset=8 (local.get $list)))
  (call $copy_bytes
    (i32.add (local.get $made) (i32.const 8))
    (i32.add (local.get $list) (i32.const 8))
    (i32.add (i32.const 8) (i32.shl (local.get $length) (call $slot_shift (local.get $kind)))))
  (call $dup_slots (local.get $kind) (i32.add (local.get $made) (i32.const 16)) (i32.const 4) (local.get $length))
  (local.get $made))

;; A map; `kind` says what the slots of its values hold that need an owner more.
(func $copy_map (param $map i32) (param $kind i32) (result i32)
  (local $made i32)
  (local $table i32)
  (local $count i32)
  (local.set $made (call $alloc (i32.load offset=4 (local.get $map))))
  (local.set $count (i32.load offset=8 (local.get $map)))
  (i64.store offset=8 (local.get $made) (i64.load offset=8 (local.get $map)))
  (i32.store offset=16 (local.get $made) (i32.const 0))
  (if (i32.eqz (i32.load offset=16 (local.get $map))) (then (return (local.get $made))))
  (local.set $table (call $alloc (i32.load offset=4 (i32.load offset=16 (local.get $map)))))
  (i32.store offset=16 (local.get $made) (local.get $table))
  (call $copy_bytes
    (i32.add (local.get $table) (i32.const 8))
    (i32.add (i32.load offset=16 (local.get $map)) (i32.const 8))
    (i32.mul (i32.load offset=12 (local.get $map)) (i32.const 24)))
  (call $dup_slots (i32.const 3) (i32.add (local.get $table) (i32.const 8)) (i32.const 16) (local.get $count))
  (call $dup_slots (local.get $kind) (i32.add (local.get $table) (i32.const 16)) (i32.const 16) (local.get $count))
  (local.get $made))

;; So many bytes, to where they do not overlap. Short ones in a loop: V8 calls out for `memory.copy`.
(func $copy_bytes (param $to i32) (param $from i32) (param $size i32)
  (if (i32.gt_u (local.get $size) (i32.const 96))
    (then (memory.copy (local.get $to) (local.get $from) (local.get $size)) (return)))
  (block $words
    (loop $next
      (br_if $words (i32.lt_u (local.get $size) (i32.const 8)))
      (i64.store (local.get $to) (i64.load (local.get $from)))
      (local.set $to (i32.add (local.get $to) (i32.const 8)))
      (local.set $from (i32.add (local.get $from) (i32.const 8)))
      (local.set $size (i32.sub (local.get $size) (i32.const 8)))
      (br $next)))
  (if (i32.and (local.get $size) (i32.const 4))
    (then
      (i32.store (local.get $to) (i32.load (local.get $from)))
      (local.set $to (i32.add (local.get $to) (i32.const 4)))
      (local.set $from (i32.add (local.get $from) (i32.const 4)))))
  (if (i32.and (local.get $size) (i32.const 2))
    (then
      (i32.store16 (local.get $to) (i32.load16_u (local.get $from)))
      (local.set $to (i32.add (local.get $to) (i32.const 2)))
      (local.set $from (i32.add (local.get $from) (i32.const 2)))))
  (if (i32.and (local.get $size) (i32.const 1))
    (then (i32.store8 (local.get $to) (i32.load8_u (local.get $from))))))
