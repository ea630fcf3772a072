;; Lists: items side by side in one object; there is room for as many as the size class holds.

;; Items of a kind take 1 << shift bytes.
(func $slot_shift (param $kind i32) (result i32)
  (i32.add (i32.const 2) (i32.lt_u (local.get $kind) (i32.const 2))))

;; The bytes of a list of so many items; more than any memory holds is the panic.
(func $list_size (param $items i32) (param $kind i32) (result i32)
  (if (i32.gt_u (local.get $items) (i32.const 0x0fff_fffe))
    (then (call $panic_memory (i32.const 0)) (unreachable)))
  (i32.add (i32.const 16) (i32.shl (local.get $items) (call $slot_shift (local.get $kind)))))

(func $list_new (param $length i32) (param $kind i32) (result i32)
  (local $list i32)
  (local.set $list
    (call $alloc_sized
      (call $list_size (local.get $length) (local.get $kind))
      (i32.or (i32.const 3) (i32.shl (local.get $kind) (i32.const 16)))))
  (i32.store offset=8 (local.get $list) (local.get $length))
  (local.get $list))

(func $list_room_8 (param $list i32) (result i32)
  (if (i32.eq (i32.load (local.get $list)) (i32.const 1))
    (then
      (if (i32.le_u
            (i32.add (i32.const 24) (i32.shl (i32.load offset=8 (local.get $list)) (i32.const 3)))
            (call $size_of (local.get $list)))
        (then (return (local.get $list))))))
  (call $list_grown (local.get $list) (i32.add (i32.load offset=8 (local.get $list)) (i32.const 1))))

(func $list_room_4 (param $list i32) (result i32)
  (if (i32.eq (i32.load (local.get $list)) (i32.const 1))
    (then
      (if (i32.le_u
            (i32.add (i32.const 20) (i32.shl (i32.load offset=8 (local.get $list)) (i32.const 2)))
            (call $size_of (local.get $list)))
        (then (return (local.get $list))))))
  (call $list_grown (local.get $list) (i32.add (i32.load offset=8 (local.get $list)) (i32.const 1))))

;; Sizes double where a list grows that nobody else holds, those beyond 1 KiB because classes do.
(func $list_grown (param $list i32) (param $items i32) (result i32)
  (local $size i32)
  (local $meta i32)
  (local $made i32)
  (local $kind i32)
  (local.set $kind (i32.load16_u offset=6 (local.get $list)))
  (local.set $size (call $list_size (local.get $items) (local.get $kind)))
  (local.set $meta (i32.and (i32.load offset=4 (local.get $list)) (i32.const 0xffff_00ff)))
  (if (i32.ne (i32.load (local.get $list)) (i32.const 1))
    (then
      (local.set $made
        (call $copy_list
          (local.get $list)
          (i32.or (local.get $meta) (i32.shl (call $class_of (local.get $size)) (i32.const 8)))))
      (global.set $copies (i32.add (global.get $copies) (i32.const 1))) ;; debug
      (i32.store (local.get $list) (i32.sub (i32.load (local.get $list)) (i32.const 1)))
      (return (local.get $made))))
  (if (i32.le_u (local.get $size) (call $size_of (local.get $list))) (then (return (local.get $list))))
  (if (i32.le_u (local.get $size) (i32.const 1024))
    (then
      (local.set $items (i32.shl (call $size_of (local.get $list)) (i32.const 1)))
      (local.set $size
        (select (local.get $size) (local.get $items) (i32.gt_u (local.get $size) (local.get $items))))))
  (local.set $made (call $alloc_sized (local.get $size) (local.get $meta)))
  (call $copy_bytes
    (i32.add (local.get $made) (i32.const 8))
    (i32.add (local.get $list) (i32.const 8))
    (i32.add
      (i32.const 8)
      (i32.shl (i32.load offset=8 (local.get $list)) (call $slot_shift (local.get $kind)))))
  (call $release (local.get $list))
  (local.get $made))

(func $list_concat (param $a i32) (param $b i32) (result i32)
  (local $left i32)
  (local $right i32)
  (local $kind i32)
  (local $shift i32)
  (local $end i32)
  (if (i32.eqz (local.tee $right (i32.load offset=8 (local.get $b)))) (then (return (local.get $a))))
  (if (i32.eqz (local.tee $left (i32.load offset=8 (local.get $a))))
    (then (call $dup (local.get $b)) (call $drop (local.get $a)) (return (local.get $b))))
  (local.set $kind (i32.load16_u offset=6 (local.get $b)))
  (local.set $shift (call $slot_shift (local.get $kind)))
  (local.set $a (call $list_grown (local.get $a) (i32.add (local.get $left) (local.get $right))))
  (local.set $end (i32.add (local.get $a) (i32.shl (local.get $left) (local.get $shift))))
  (call $dup_slots (local.get $kind) (i32.add (local.get $b) (i32.const 16)) (i32.const 4) (local.get $right))
  (call $copy_bytes
    (i32.add (local.get $end) (i32.const 16))
    (i32.add (local.get $b) (i32.const 16))
    (i32.shl (local.get $right) (local.get $shift)))
  (i32.store offset=8 (local.get $a) (i32.add (local.get $left) (local.get $right)))
  (local.get $a))
