;; Maps: entries in order of insertion, found by a table of their numbers with linear probing. Capacities are powers of
;; two and the table has twice as many slots, so it is never more than half full. (The layout of Python's dictionaries,
;; R. Hettinger, 2012.)

(func $map_new (param $meta i32) (result i32)
  (local $map i32)
  (local.set $map (call $alloc (local.get $meta)))
  (i64.store offset=8 (local.get $map) (i64.const 0))
  (i32.store offset=16 (local.get $map) (i32.const 0))
  (local.get $map))

(func $map_find (param $map i32) (param $key i32) (result i32)
  (local $table i32)
  (local $slots i32)
  (local $mask i32)
  (local $hash i32)
  (local $at i32)
  (local $entry i32)
  (if (i32.eqz (local.tee $table (i32.load offset=16 (local.get $map)))) (then (return (i32.const 0))))
  (if (i32.eqz (local.tee $hash (i32.load offset=12 (local.get $key))))
    (then (local.set $hash (call $text_hash (local.get $key)))))
  ;; slots stand behind the entries of 16 bytes; their numbers times 4 are masked
  (local.set $mask (i32.sub (i32.shl (i32.load offset=12 (local.get $map)) (i32.const 3)) (i32.const 1)))
  (local.set $slots
    (i32.add
      (local.get $table)
      (i32.shl (i32.load offset=12 (local.get $map)) (i32.const 4))))
  (local.set $at (i32.shl (local.get $hash) (i32.const 2)))
  (loop $next
    (local.set $at (i32.and (local.get $at) (local.get $mask)))
    (local.set $entry (i32.load offset=8 (i32.add (local.get $slots) (local.get $at))))
    (if (i32.eqz (local.get $entry)) (then (return (i32.const 0))))
    ;; the number is one more than that of the entry: 16 bytes less
    (local.set $entry
      (i32.sub (i32.add (local.get $table) (i32.shl (local.get $entry) (i32.const 4))) (i32.const 8)))
    (if (i32.eq (i32.load (local.get $entry)) (local.get $key))
      (then (return (i32.add (local.get $entry) (i32.const 8)))))
    (if (i32.eq (i32.load offset=4 (local.get $entry)) (local.get $hash))
      (then
        (if (call $text_eq (i32.load (local.get $entry)) (local.get $key))
          (then (return (i32.add (local.get $entry) (i32.const 8)))))))
    (local.set $at (i32.add (local.get $at) (i32.const 4)))
    (br $next))
  (unreachable))

(func $map_slot (param $map i32) (param $key i32) (result i32)
  (local $found i32)
  (local $count i32)
  (if (local.tee $found (call $map_find (local.get $map) (local.get $key)))
    (then
      ;; `drop`, of what has no members
      (local.set $count (i32.sub (i32.load (local.get $key)) (i32.const 1)))
      (i32.store (local.get $key) (local.get $count))
      (if (i32.eqz (local.get $count)) (then (call $release (local.get $key))))
      (return (local.get $found))))
  (local.set $count (i32.load offset=8 (local.get $map)))
  (if (i32.eq (local.get $count) (i32.load offset=12 (local.get $map)))
    (then (call $map_grow (local.get $map))))
  (local.set $found
    (i32.add
      (i32.load offset=16 (local.get $map))
      (i32.shl (local.get $count) (i32.const 4))))
  (i32.store offset=8 (local.get $found) (local.get $key))
  (i32.store offset=12 (local.get $found) (call $text_hash (local.get $key)))
  (i64.store offset=16 (local.get $found) (i64.const 0))
  (local.set $count (i32.add (local.get $count) (i32.const 1)))
  (call $map_enter
    (i32.load offset=16 (local.get $map))
    (i32.load offset=12 (local.get $map))
    (i32.load offset=12 (local.get $found))
    (local.get $count))
  (i32.store offset=8 (local.get $map) (local.get $count))
  (i32.add (local.get $found) (i32.const 16)))

;; Puts the number into the first free slot from that of the hash on.
(func $map_enter (param $table i32) (param $capacity i32) (param $hash i32) (param $number i32)
  (local $mask i32)
  (local $slots i32)
  (local $at i32)
  (local.set $mask (i32.sub (i32.shl (local.get $capacity) (i32.const 3)) (i32.const 1)))
  (local.set $slots (i32.add (local.get $table) (i32.shl (local.get $capacity) (i32.const 4))))
  (local.set $at (i32.and (i32.shl (local.get $hash) (i32.const 2)) (local.get $mask)))
  (block $free
    (loop $next
      (br_if $free (i32.eqz (i32.load offset=8 (i32.add (local.get $slots) (local.get $at)))))
      (local.set $at (i32.and (i32.add (local.get $at) (i32.const 4)) (local.get $mask)))
      (br $next)))
  (i32.store offset=8 (i32.add (local.get $slots) (local.get $at)) (local.get $number)))

;; A table of twice the capacity.
(func $map_grow (param $map i32)
  (local $old i32)
  (local $table i32)
  (local $count i32)
  (local $capacity i32)
  (local $number i32)
  (local.set $old (i32.load offset=16 (local.get $map)))
  (local.set $count (i32.load offset=8 (local.get $map)))
  (local.set $capacity
    (select (i32.shl (local.get $count) (i32.const 1)) (i32.const 4) (local.get $count)))
  (local.set $table
    (call $alloc_sized
      (i32.add (i32.const 8) (i32.mul (local.get $capacity) (i32.const 24)))
      (i32.const 13)))
  (memory.fill
    (i32.add (i32.add (local.get $table) (i32.const 8)) (i32.shl (local.get $capacity) (i32.const 4)))
    (i32.const 0)
    (i32.shl (local.get $capacity) (i32.const 3)))
  (i32.store offset=12 (local.get $map) (local.get $capacity))
  (i32.store offset=16 (local.get $map) (local.get $table))
  (if (i32.eqz (local.get $old)) (then (return)))
  (call $copy_bytes
    (i32.add (local.get $table) (i32.const 8))
    (i32.add (local.get $old) (i32.const 8))
    (i32.shl (local.get $count) (i32.const 4)))
  (call $release (local.get $old))
  (local.set $old (local.get $table))
  (loop $next
    (local.set $number (i32.add (local.get $number) (i32.const 1)))
    (call $map_enter
      (local.get $table)
      (local.get $capacity)
      (i32.load offset=12 (local.get $old))
      (local.get $number))
    (local.set $old (i32.add (local.get $old) (i32.const 16)))
    (br_if $next (i32.ne (local.get $number) (local.get $count)))))

(func $map_values (param $map i32) (result i32)
  (local $list i32)
  (local $kind i32)
  (local $from i32)
  (local $to i32)
  (local $number i32)
  (local.set $kind (i32.load16_u offset=6 (local.get $map)))
  (local.set $number (i32.load offset=8 (local.get $map)))
  (local.set $list (call $list_new (local.get $number) (local.get $kind)))
  (if (i32.eqz (local.get $number)) (then (return (local.get $list))))
  (local.set $to (i32.add (local.get $list) (i32.const 16)))
  (local.set $from (i32.add (i32.load offset=16 (local.get $map)) (i32.const 16)))
  (call $dup_slots (local.get $kind) (local.get $from) (i32.const 16) (local.get $number))
  (loop $next
    (if (i32.lt_u (local.get $kind) (i32.const 2))
      (then
        (i64.store (local.get $to) (i64.load (local.get $from)))
        (local.set $to (i32.add (local.get $to) (i32.const 8))))
      (else
        (i32.store (local.get $to) (i32.load (local.get $from)))
        (local.set $to (i32.add (local.get $to) (i32.const 4)))))
    (local.set $from (i32.add (local.get $from) (i32.const 16)))
    (br_if $next (local.tee $number (i32.sub (local.get $number) (i32.const 1)))))
  (local.get $list))
