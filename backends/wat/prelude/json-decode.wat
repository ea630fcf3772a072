;; `json.decode`: a value of unknown type out of a JSON text, as `runtime/json.ts` reads it. 2, which is no value, says
;; that there is none: then whatever was made has been given up, and the host says why. Calls are as deep as values are
;; nested, at most 512 levels.

(global $json_levels (mut i32) (i32.const 0))

(func $json_decode (param $text i32) (param $site i32) (result i32)
  (local $value i32)
  (if (i32.eq (local.tee $value (call $json_parse (local.get $text))) (i32.const 2))
    (then (call $fail_json (local.get $text) (local.get $site)) (unreachable)))
  (local.get $value))

;; Why a text is not JSON, 0 if it is.
(func $json_fault (param $text i32) (result i32)
  (local $value i32)
  (if (i32.eq (local.tee $value (call $json_parse (local.get $text))) (i32.const 2))
    (then (return (call $json_fault_text (local.get $text)))))
  (call $drop_tagged (local.get $value))
  (i32.const 0))

;; The value, 2 if there is none.
(func $json_parse (param $text i32) (result i32)
  (local $source i32)
  (local $value i32)
  (local.set $source (call $json_source (local.get $text)))
  (global.set $json_levels (i32.const 0))
  (local.set $value
    (call $json_value (call $json_space (i32.add (local.get $source) (i32.const 16)))))
  (if (i32.ne (local.get $value) (i32.const 2))
    (then
      ;; nothing but blanks may follow
      (if (i32.ne
            (call $json_space (global.get $json_at))
            (i32.add
              (i32.add (local.get $source) (i32.const 16))
              (i32.load offset=8 (local.get $source))))
        (then
          (call $drop_tagged (local.get $value))
          (local.set $value (i32.const 2))))))
  (call $drop (local.get $source))
  (local.get $value))

;; The value that begins there.
(func $json_value (param $at i32) (result i32)
  (local $code i32)
  (local $text i32)
  (local.set $code (i32.load8_u (local.get $at)))
  (if (i32.eq (local.get $code) (i32.const 34))
    (then
      (local.set $text (call $json_string (i32.add (local.get $at) (i32.const 1))))
      (return (select (local.get $text) (i32.const 2) (local.get $text)))))
  (if (i32.or
        (i32.le_u (i32.sub (local.get $code) (i32.const 48)) (i32.const 9))
        (i32.eq (local.get $code) (i32.const 45)))
    (then (return (call $json_number_at (local.get $at)))))
  (if (i32.eq (local.get $code) (i32.const 123)) (then (return (call $json_map (local.get $at)))))
  (if (i32.eq (local.get $code) (i32.const 91)) (then (return (call $json_list (local.get $at)))))
  (global.set $json_at (i32.add (local.get $at) (i32.const 4)))
  (if (i32.eq (i32.load (local.get $at)) (i32.const 0x6c6c_756e)) (then (return (i32.const 0))))
  (if (i32.eq (i32.load (local.get $at)) (i32.const 0x6575_7274))
    (then (return (call $box_bool (i32.const 1)))))
  (global.set $json_at (i32.add (local.get $at) (i32.const 5)))
  (if (i32.and
        (i32.eq (local.get $code) (i32.const 102))
        (i32.eq (i32.load offset=1 (local.get $at)) (i32.const 0x6573_6c61)))
    (then (return (call $box_bool (i32.const 0)))))
  (i32.const 2))

(func $json_list (param $at i32) (result i32)
  (local $list i32)
  (local $item i32)
  (local $length i32)
  (local.set $at (call $json_enter (local.get $at)))
  (if (i32.eqz (local.get $at)) (then (return (i32.const 2))))
  (if (i32.eq (i32.load8_u (local.get $at)) (i32.const 93))
    (then
      (call $json_leave (local.get $at))
      (return (call $list_new (i32.const 0) (i32.const 4)))))
  ;; with room for a few
  (local.set $list (call $list_new (i32.const 4) (i32.const 4)))
  (i32.store offset=8 (local.get $list) (i32.const 0))
  (block $fault
    (loop $next
      (br_if $fault (i32.eq (local.tee $item (call $json_value (local.get $at))) (i32.const 2)))
      (local.set $list (call $list_room_4 (local.get $list)))
      (i32.store offset=16
        (i32.add (local.get $list) (i32.shl (local.get $length) (i32.const 2)))
        (local.get $item))
      (local.set $length (i32.add (local.get $length) (i32.const 1)))
      (i32.store offset=8 (local.get $list) (local.get $length))
      (if (i32.le_u (i32.load8_u (local.tee $at (global.get $json_at))) (i32.const 32))
        (then (local.set $at (call $json_space (local.get $at)))))
      (if (i32.eq (i32.load8_u (local.get $at)) (i32.const 44))
        (then
          (local.set $at (i32.add (local.get $at) (i32.const 1)))
          (if (i32.le_u (i32.load8_u (local.get $at)) (i32.const 32))
            (then (local.set $at (call $json_space (local.get $at)))))
          (br $next))))
    (br_if $fault (i32.ne (i32.load8_u (local.get $at)) (i32.const 93)))
    (call $json_leave (local.get $at))
    (return (local.get $list)))
  (call $drop (local.get $list))
  (i32.const 2))

(func $json_map (param $at i32) (result i32)
  (local $map i32)
  (local $key i32)
  (local $value i32)
  (local $slot i32)
  (local.set $at (call $json_enter (local.get $at)))
  (if (i32.eqz (local.get $at)) (then (return (i32.const 2))))
  ;; 20 bytes, slots are tagged
  (local.set $map (call $map_new (i32.const 0x4_0204)))
  (if (i32.eq (i32.load8_u (local.get $at)) (i32.const 125))
    (then
      (call $json_leave (local.get $at))
      (return (local.get $map))))
  (block $fault
    (loop $next
      (br_if $fault (i32.ne (i32.load8_u (local.get $at)) (i32.const 34)))
      (br_if $fault
        (i32.eqz (local.tee $key (call $json_string (i32.add (local.get $at) (i32.const 1))))))
      (local.set $value (call $json_entry (global.get $json_at)))
      (if (i32.eq (local.get $value) (i32.const 2))
        (then
          (call $release (local.get $key))
          (br $fault)))
      (local.set $slot (call $map_slot (local.get $map) (local.get $key)))
      ;; of a key that is repeated the last value counts
      (if (i32.load (local.get $slot)) (then (call $drop_tagged (i32.load (local.get $slot)))))
      (i32.store (local.get $slot) (local.get $value))
      (if (i32.le_u (i32.load8_u (local.tee $at (global.get $json_at))) (i32.const 32))
        (then (local.set $at (call $json_space (local.get $at)))))
      (if (i32.eq (i32.load8_u (local.get $at)) (i32.const 44))
        (then
          (local.set $at (i32.add (local.get $at) (i32.const 1)))
          (if (i32.le_u (i32.load8_u (local.get $at)) (i32.const 32))
            (then (local.set $at (call $json_space (local.get $at)))))
          (br $next))))
    (br_if $fault (i32.ne (i32.load8_u (local.get $at)) (i32.const 125)))
    (call $json_leave (local.get $at))
    (return (local.get $map)))
  (call $drop (local.get $map))
  (i32.const 2))

;; The value behind a key that ends there, and a colon.
(func $json_entry (param $at i32) (result i32)
  (if (i32.le_u (i32.load8_u (local.get $at)) (i32.const 32))
    (then (local.set $at (call $json_space (local.get $at)))))
  (if (i32.ne (i32.load8_u (local.get $at)) (i32.const 58)) (then (return (i32.const 2))))
  (local.set $at (i32.add (local.get $at) (i32.const 1)))
  (if (i32.le_u (i32.load8_u (local.get $at)) (i32.const 32))
    (then (local.set $at (call $json_space (local.get $at)))))
  (call $json_value (local.get $at)))

;; Goes into the list or map that begins there: the address of what stands in it first; 0 if that is too deep.
(func $json_enter (param $at i32) (result i32)
  (global.set $json_levels (i32.add (global.get $json_levels) (i32.const 1)))
  (if (i32.gt_u (global.get $json_levels) (i32.const 512)) (then (return (i32.const 0))))
  (call $json_space (i32.add (local.get $at) (i32.const 1))))

;; Goes out of the list or map that ends there.
(func $json_leave (param $at i32)
  (global.set $json_levels (i32.sub (global.get $json_levels) (i32.const 1)))
  (global.set $json_at (i32.add (local.get $at) (i32.const 1))))
