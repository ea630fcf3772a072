;; Strands: frames of functions that wait, and tasks. See `ir/memory.ts` for how they stand.

;; Goes on with the frame that waited, then with those of its callers, which take its results. What waits again has its
;; callers as parents already.
(func $resume (param $frame i32) (result i32)
  (local $parent i32)
  (loop $next
    (local.set $parent (i32.load offset=16 (local.get $frame)))
    (if (call_indirect (param i32) (result i32) (local.get $frame) (i32.load offset=8 (local.get $frame)))
      (then (return (i32.const 1))))
    (call $release (local.get $frame))
    (br_if $next (local.tee $frame (local.get $parent))))
  (i32.const 0))

;; What a box or a task consists of; a task that has not ended well holds nothing.
(func $drop_cell (param $object i32)
  (if (i32.eq (i32.load8_u offset=4 (local.get $object)) (i32.const 14))
    (then
      (call $drop_slots
        (i32.load16_u offset=6 (local.get $object))
        (i32.add (local.get $object) (i32.const 8))
        (i32.const 4)
        (i32.const 1))
      (return)))
  (if (i32.gt_u (i32.load offset=8 (local.get $object)) (i32.const 1)) (then (return)))
  (call $drop_slots
    (select
      (i32.load16_u offset=6 (local.get $object))
      (i32.const 4)
      (i32.load offset=8 (local.get $object)))
    (i32.add (local.get $object) (i32.const 16))
    (i32.const 4)
    (i32.const 1)))
