;; Items and entries of lists and maps of unknown type, as in `runtime/unknown.ts`; failures are the host's.

;; Whether `base` is of the one kind and `index` of the other.
(func $are (param $base i32) (param $base_kind i32) (param $index i32) (param $index_kind i32) (result i32)
  (i32.and
    (i32.eq (call $kind_of (local.get $base)) (local.get $base_kind))
    (i32.eq (call $kind_of (local.get $index)) (local.get $index_kind))))

;; An Int as the position of an item that the list has.
(func $position (param $list i32) (param $index i32) (param $site i32) (result i32)
  (local $position i64)
  (local.set $position (call $unbox_int (local.get $index)))
  (if (i64.ge_u (local.get $position) (i64.extend_i32_u (i32.load offset=8 (local.get $list))))
    (then
      (call $fail_index (local.get $list) (local.get $position) (local.get $site))
      (unreachable)))
  (i32.wrap_i64 (local.get $position)))

(func $unknown_index (param $base i32) (param $index i32) (param $site i32) (result i32)
  (local $kind i32)
  (local $found i32)
  (if (call $are (local.get $base) (i32.const 3) (local.get $index) (i32.const 9))
    (then
      (local.set $kind (i32.load16_u offset=6 (local.get $base)))
      (return
        (call $unknown_from_slot
          (local.get $kind)
          (i32.add
            (i32.add (local.get $base) (i32.const 16))
            (i32.shl
              (call $position (local.get $base) (local.get $index) (local.get $site))
              (call $slot_shift (local.get $kind))))))))
  (if (call $are (local.get $base) (i32.const 4) (local.get $index) (i32.const 1))
    (then
      (local.set $found (call $map_find (local.get $base) (local.get $index)))
      (if (i32.eqz (local.get $found)) (then (return (i32.const 0))))
      (return
        (call $unknown_from_slot (i32.load16_u offset=6 (local.get $base)) (local.get $found)))))
  (call $host_index (local.get $base) (local.get $index) (local.get $site)))

(func $unknown_items (param $a i32) (param $site i32) (result i32)
  (local $kind i32)
  (local $values i32)
  (local.set $kind (call $kind_of (local.get $a)))
  (if (i32.eq (local.get $kind) (i32.const 3)) (then (return (call $list_as_unknown (local.get $a)))))
  (if (i32.ne (local.get $kind) (i32.const 4))
    (then (return (call $host_items (local.get $a) (local.get $site)))))
  (local.set $values (call $list_as_unknown (call $map_values (local.get $a))))
  (call $drop (local.get $a))
  (local.get $values))

(func $unknown_put_item (param $base i32) (param $index i32) (param $value i32) (param $site i32) (result i32)
  (local $slot i32)
  (local $old i32)
  (if (call $are (local.get $base) (i32.const 3) (local.get $index) (i32.const 9))
    (then
      (local.set $slot (call $position (local.get $base) (local.get $index) (local.get $site)))
      (local.set $base (call $unshare (call $list_as_unknown (local.get $base))))
      (call $drop_tagged (local.get $index))
      (local.set $slot
        (i32.add
          (i32.add (local.get $base) (i32.const 16))
          (i32.shl (local.get $slot) (i32.const 2)))))
    (else
      (if (i32.eqz (call $are (local.get $base) (i32.const 4) (local.get $index) (i32.const 1)))
        (then
          (return (call $host_put_item (local.get $base) (local.get $index) (local.get $site)))))
      (local.set $base (call $unshare (call $map_as_unknown (local.get $base))))
      (local.set $slot (call $map_slot (local.get $base) (local.get $index)))))
  (local.set $old (i32.load (local.get $slot)))
  (i32.store (local.get $slot) (local.get $value))
  (call $drop_tagged (local.get $old))
  (local.get $base))
