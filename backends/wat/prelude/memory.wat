;; Memory: allocation by size classes with free lists, reference counts, copies. See `ir/memory.ts` for how objects
;; stand, and `ir/wat-runtime.ts` for what each function takes and gives.
;;
;; Segregated free lists (Wilson et al., Dynamic Storage Allocation, 1995); reference counts with reuse in place
;; (Reinking et al., Perceus, 2021). A free object has the next one of its class in its first word.

;; Copies that were made because somebody else held a value.
(global $copies (export "copies") (mut i32) (i32.const 0)) ;; debug

(func $class_of (param $size i32) (result i32)
  (if (i32.le_u (local.get $size) (i32.const 1024))
    (then (return (i32.shr_u (i32.add (local.get $size) (i32.const 15)) (i32.const 4)))))
  ;; 64 + ceil(log2 size) - 10, where ceil(log2 n) is 32 - clz(n - 1)
  (i32.sub (i32.const 86) (i32.clz (i32.sub (local.get $size) (i32.const 1)))))

(func $size_of_class (param $class i32) (result i32)
  (select
    (i32.shl (local.get $class) (i32.const 4))
    (i32.shl (i32.const 1) (i32.sub (local.get $class) (i32.const 54)))
    (i32.le_u (local.get $class) (i32.const 64))))

;; The bytes of an object, header included: its `size_of_class`, without a call more.
(func $size_of (param $object i32) (result i32)
  (local $class i32)
  (local.set $class (i32.load8_u offset=5 (local.get $object)))
  (select
    (i32.shl (local.get $class) (i32.const 4))
    (i32.shl (i32.const 1) (i32.sub (local.get $class) (i32.const 54)))
    (i32.le_u (local.get $class) (i32.const 64))))

(func $alloc (param $meta i32) (result i32)
  (local $head i32)
  (local $object i32)
  ;; 4 * class
  (local.set $head (i32.and (i32.shr_u (local.get $meta) (i32.const 6)) (i32.const 0x3fc)))
  (if (local.tee $object (i32.load (local.get $head)))
    (then (i32.store (local.get $head) (i32.load (local.get $object))))
    (else (local.set $object (call $alloc_fresh (i32.shr_u (local.get $head) (i32.const 2))))))
  (i32.store (local.get $object) (i32.const 1))
  (i32.store offset=4 (local.get $object) (local.get $meta))
  (local.get $object))

;; Memory that nobody has used yet. Addresses end below 2^32, and no object is larger than 2^31, which is class 85.
(func $alloc_fresh (param $class i32) (result i32)
  (local $object i32)
  (local $end i64)
  (if (i32.gt_u (local.get $class) (i32.const 85)) (then (call $panic_memory (i32.const 0)) (unreachable)))
  (local.set $object (global.get $heap))
  (local.set $end
    (i64.add
      (i64.extend_i32_u (local.get $object))
      (i64.extend_i32_u (call $size_of_class (local.get $class)))))
  (if (i64.gt_u (local.get $end) (i64.shl (i64.extend_i32_u (memory.size)) (i64.const 16)))
    (then (call $grow_memory (local.get $end))))
  (global.set $heap (i32.wrap_i64 (local.get $end)))
  (local.get $object))

;; Memory up to that address: by an eighth more, at least by a megabyte, or, if there is not so much, by what is needed.
(func $grow_memory (param $end i64)
  (local $pages i32)
  (local $more i32)
  (if (i64.ge_u (local.get $end) (i64.const 0x1_0000_0000))
    (then (call $panic_memory (i32.const 0)) (unreachable)))
  (local.set $pages
    (i32.sub
      (i32.wrap_i64 (i64.shr_u (i64.add (local.get $end) (i64.const 0xffff)) (i64.const 16)))
      (memory.size)))
  (local.set $more (i32.shr_u (memory.size) (i32.const 3)))
  (if (i32.lt_u (local.get $more) (i32.const 16)) (then (local.set $more (i32.const 16))))
  (if (i32.gt_u (local.get $more) (local.get $pages))
    (then (if (i32.ge_s (memory.grow (local.get $more)) (i32.const 0)) (then (return)))))
  (if (i32.lt_s (memory.grow (local.get $pages)) (i32.const 0))
    (then (call $panic_memory (i32.const 0)) (unreachable))))

(func $alloc_sized (param $size i32) (param $meta i32) (result i32)
  (call $alloc
    (i32.or (local.get $meta) (i32.shl (call $class_of (local.get $size)) (i32.const 8)))))

(func $release (param $object i32)
  (local $head i32)
  (local.set $head (i32.shl (i32.load8_u offset=5 (local.get $object)) (i32.const 2)))
  (i32.store (local.get $object) (i32.load (local.get $head)))
  (i32.store (local.get $head) (local.get $object)))

;; Objects whose members are still to be given up, threaded through their first words.
(global $doomed (mut i32) (i32.const 0))

;; Whether somebody is at it already.
(global $freeing (mut i32) (i32.const 0))

;; Objects that die on the way are put on the list, not gone into: a chain of a million cells needs no stack.
(func $free (param $object i32)
  (local $kind i32)
  (local $head i32)
  (local.set $kind (i32.load8_u offset=4 (local.get $object)))
  ;; null has no header; nobody counts who gets it, so that it comes here once in a while
  (if (i32.eqz (local.get $object))
    (then (i32.store (i32.const 0) (i32.const 0x4000_0000)) (return)))
  ;; String, Bytes and the like have no members (the bits are the kinds that do): this is `release`, without a call more
  (if (i32.eqz (i32.and (i32.shr_u (i32.const 0xc1f8) (local.get $kind)) (i32.const 1)))
    (then
      (local.set $head (i32.shl (i32.load8_u offset=5 (local.get $object)) (i32.const 2)))
      (i32.store (local.get $object) (i32.load (local.get $head)))
      (i32.store (local.get $head) (local.get $object))
      (return)))
  ;; function values that capture nothing live for ever, and are counted no more than null
  (if (i32.and
        (i32.eq (local.get $kind) (i32.const 8))
        (i32.eq (i32.load16_u offset=6 (local.get $object)) (i32.const 5)))
    (then (i32.store (local.get $object) (i32.const 0x4000_0000)) (return)))
  (i32.store (local.get $object) (global.get $doomed))
  (global.set $doomed (local.get $object))
  (if (global.get $freeing) (then (return)))
  (global.set $freeing (i32.const 1))
  (loop $next
    (local.set $object (global.get $doomed))
    (global.set $doomed (i32.load (local.get $object)))
    ;; structs and enum values have their own way, and this is `release`: without calls more
    (if (i32.le_u (i32.sub (i32.load8_u offset=4 (local.get $object)) (i32.const 5)) (i32.const 1))
      (then (call $drop_fields (local.get $object)))
      (else (call $drop_members (local.get $object))))
    (local.set $head (i32.shl (i32.load8_u offset=5 (local.get $object)) (i32.const 2)))
    (i32.store (local.get $object) (i32.load (local.get $head)))
    (i32.store (local.get $head) (local.get $object))
    (br_if $next (global.get $doomed)))
  (global.set $freeing (i32.const 0)))

(func $drop_members (param $object i32)
  (local $table i32)
  (local $detail i32)
  (local.set $detail (i32.load16_u offset=6 (local.get $object)))
  (block $function
    (block $result
      (block $fields
        (block $map
          (block $list
            (if (i32.gt_u (i32.load8_u offset=4 (local.get $object)) (i32.const 13))
              (then (return (call $drop_cell (local.get $object)))))
            (br_table $list $map $fields $fields $result $function
              (i32.sub (i32.load8_u offset=4 (local.get $object)) (i32.const 3))))
          (call $drop_slots
            (local.get $detail)
            (i32.add (local.get $object) (i32.const 16))
            (i32.const 4)
            (i32.load offset=8 (local.get $object)))
          (return))
        (if (local.tee $table (i32.load offset=16 (local.get $object)))
          (then
            (call $drop_slots
              (i32.const 3)
              (i32.add (local.get $table) (i32.const 8))
              (i32.const 16)
              (i32.load offset=8 (local.get $object)))
            (call $drop_slots
              (local.get $detail)
              (i32.add (local.get $table) (i32.const 16))
              (i32.const 16)
              (i32.load offset=8 (local.get $object)))
            (call $release (local.get $table))))
        (return))
      (call $drop_fields (local.get $object))
      (return))
    ;; a Result: an Err is a reference
    (call $drop_slots
      (select (local.get $detail) (i32.const 3) (i32.load offset=8 (local.get $object)))
      (i32.add (local.get $object) (i32.const 16))
      (i32.const 4)
      (i32.const 1))
    (return))
  (call $drop_slots
    (local.get $detail)
    (i32.add (local.get $object) (i32.const 24))
    (i32.const 4)
    (i32.const 1)))

(func $dup (param $object i32)
  (i32.store (local.get $object) (i32.add (i32.load (local.get $object)) (i32.const 1))))

(func $dup_tagged (param $value i32)
  (if (i32.and (local.get $value) (i32.const 1)) (then (return)))
  (i32.store (local.get $value) (i32.add (i32.load (local.get $value)) (i32.const 1))))

(func $drop (param $object i32)
  (local $count i32)
  (i32.store
    (local.get $object)
    (local.tee $count (i32.sub (i32.load (local.get $object)) (i32.const 1))))
  (if (i32.eqz (local.get $count)) (then (call $free (local.get $object)))))

(func $drop_tagged (param $value i32)
  (if (i32.and (local.get $value) (i32.const 1)) (then (return)))
  (call $drop (local.get $value)))

;; Whether slots of a kind hold references, or may: `reference` and `tagged`.
(func $has_references (param $kind i32) (result i32)
  (i32.le_u (i32.sub (local.get $kind) (i32.const 3)) (i32.const 1)))

(func $dup_slots (param $kind i32) (param $address i32) (param $stride i32) (param $number i32)
  (if (i32.eqz (call $has_references (local.get $kind))) (then (return)))
  (if (i32.eqz (local.get $number)) (then (return)))
  (loop $next
    (call $dup_tagged (i32.load (local.get $address)))
    (local.set $address (i32.add (local.get $address) (local.get $stride)))
    (br_if $next (local.tee $number (i32.sub (local.get $number) (i32.const 1))))))

(func $drop_slots (param $kind i32) (param $address i32) (param $stride i32) (param $number i32)
  (if (i32.eqz (call $has_references (local.get $kind))) (then (return)))
  (if (i32.eqz (local.get $number)) (then (return)))
  (loop $next
    (call $drop_tagged (i32.load (local.get $address)))
    (local.set $address (i32.add (local.get $address) (local.get $stride)))
    (br_if $next (local.tee $number (i32.sub (local.get $number) (i32.const 1))))))

(func $unshare (param $object i32) (result i32)
  (if (i32.eq (i32.load (local.get $object)) (i32.const 1)) (then (return (local.get $object))))
  (call $copy (local.get $object)))
