;; Values of unknown type: how they come into being, what they are, and containers whose members are such values.

;; 31 bits fit into the value itself.
(func $box_int (param $value i64) (result i32)
  (local $small i32)
  (local $cell i32)
  (local.set $small (i32.shl (i32.wrap_i64 (local.get $value)) (i32.const 1)))
  (if (i64.eq
        (i64.extend_i32_s (i32.shr_s (local.get $small) (i32.const 1)))
        (local.get $value))
    (then (return (i32.or (local.get $small) (i32.const 1)))))
  (local.set $cell (call $alloc (i32.const 0x0109)))
  (i64.store offset=8 (local.get $cell) (local.get $value))
  (local.get $cell))

(func $box_float (param $value f64) (result i32)
  (local $cell i32)
  (local.set $cell (call $alloc (i32.const 0x010a)))
  (f64.store offset=8 (local.get $cell) (local.get $value))
  (local.get $cell))

(func $box_bool (param $value i32) (result i32)
  (call $lasting (i32.add (i32.const 1024) (i32.shl (local.get $value) (i32.const 4)))))

(func $box_unit (result i32)
  (call $lasting (i32.const 1056)))

;; An object that lives for ever, as one that the caller owns.
(func $lasting (param $object i32) (result i32)
  (call $dup (local.get $object))
  (local.get $object))

(func $unbox_int (param $value i32) (result i64)
  (if (result i64) (i32.and (local.get $value) (i32.const 1))
    (then (i64.extend_i32_s (i32.shr_s (local.get $value) (i32.const 1))))
    (else (i64.load offset=8 (local.get $value)))))

(func $kind_of (param $value i32) (result i32)
  (if (i32.and (local.get $value) (i32.const 1)) (then (return (i32.const 9))))
  (if (i32.eqz (local.get $value)) (then (return (i32.const 0))))
  (i32.load8_u offset=4 (local.get $value)))

(func $number_of (param $value i32) (result i32 f64)
  (local $kind i32)
  (local.set $kind (call $kind_of (local.get $value)))
  (if (i32.eq (local.get $kind) (i32.const 9))
    (then (return (i32.const 1) (f64.convert_i64_s (call $unbox_int (local.get $value))))))
  (if (i32.eq (local.get $kind) (i32.const 10))
    (then (return (i32.const 1) (f64.load offset=8 (local.get $value)))))
  (i32.const 0)
  (f64.const 0))

;; Struct or Enum
(func $is_nominal (param $value i32) (result i32)
  (i32.eq (i32.and (i32.add (call $kind_of (local.get $value)) (i32.const 1)) (i32.const 0xfe)) (i32.const 6)))

(func $unknown_kind (param $value i32) (result i32)
  (call $lasting
    (i32.add (i32.const 1088) (i32.shl (call $kind_of (local.get $value)) (i32.const 5)))))

(func $unknown_from_slot (param $kind i32) (param $address i32) (result i32)
  (local $value i32)
  (block $unit
    (block $tagged
      (block $bool
        (block $float
          (block $int
            (br_table $int $float $bool $tagged $tagged $unit (local.get $kind)))
          (return (call $box_int (i64.load (local.get $address)))))
        (return (call $box_float (f64.load (local.get $address)))))
      (return (call $box_bool (i32.load (local.get $address)))))
    (call $dup_tagged (local.tee $value (i32.load (local.get $address))))
    (return (local.get $value)))
  (call $box_unit))

(func $list_as_unknown (param $list i32) (result i32)
  (local $kind i32)
  (local $size i32)
  (local $count i32)
  (local $made i32)
  (local $from i32)
  (local $to i32)
  (if (i32.eqz (local.get $list)) (then (return (i32.const 0))))
  (local.set $kind (i32.load16_u offset=6 (local.get $list)))
  (if (call $has_references (local.get $kind)) (then (return (local.get $list))))
  (local.set $count (i32.load offset=8 (local.get $list)))
  (local.set $made (call $list_new (local.get $count) (i32.const 4)))
  (local.set $size (i32.shl (i32.const 1) (call $slot_shift (local.get $kind))))
  (local.set $from (i32.add (local.get $list) (i32.const 16)))
  (local.set $to (i32.add (local.get $made) (i32.const 16)))
  (block $done
    (loop $next
      (br_if $done (i32.eqz (local.get $count)))
      (i32.store (local.get $to) (call $unknown_from_slot (local.get $kind) (local.get $from)))
      (local.set $from (i32.add (local.get $from) (local.get $size)))
      (local.set $to (i32.add (local.get $to) (i32.const 4)))
      (local.set $count (i32.sub (local.get $count) (i32.const 1)))
      (br $next)))
  (call $drop (local.get $list))
  (local.get $made))

;; A copy of the map whose values are replaced one by one.
(func $map_as_unknown (param $map i32) (result i32)
  (local $kind i32)
  (local $made i32)
  (local $at i32)
  (local $count i32)
  (if (i32.eqz (local.get $map)) (then (return (i32.const 0))))
  (local.set $kind (i32.load16_u offset=6 (local.get $map)))
  (if (call $has_references (local.get $kind)) (then (return (local.get $map))))
  (local.set $made (call $copy_map (local.get $map) (local.get $kind)))
  (i32.store16 offset=6 (local.get $made) (i32.const 4))
  (local.set $count (i32.load offset=8 (local.get $map)))
  (local.set $at (i32.add (i32.load offset=16 (local.get $made)) (i32.const 16)))
  (block $done
    (loop $next
      (br_if $done (i32.eqz (local.get $count)))
      (i32.store (local.get $at) (call $unknown_from_slot (local.get $kind) (local.get $at)))
      (local.set $at (i32.add (local.get $at) (i32.const 16)))
      (local.set $count (i32.sub (local.get $count) (i32.const 1)))
      (br $next)))
  (call $drop (local.get $map))
  (local.get $made))

;; An Err has its error as a reference already.
(func $result_as_unknown (param $result i32) (result i32)
  (local $kind i32)
  (local $made i32)
  (if (i32.eqz (local.get $result)) (then (return (i32.const 0))))
  (local.set $kind (i32.load16_u offset=6 (local.get $result)))
  (if (i32.or
        (call $has_references (local.get $kind))
        (i32.eqz (i32.load offset=8 (local.get $result))))
    (then (return (local.get $result))))
  ;; 24 bytes, slots are tagged
  (local.set $made (call $alloc (i32.const 0x4_0207)))
  (i32.store offset=8 (local.get $made) (i32.const 1))
  (i32.store offset=16 (local.get $made)
    (call $unknown_from_slot (local.get $kind) (i32.add (local.get $result) (i32.const 16))))
  (call $drop (local.get $result))
  (local.get $made))
