;; JSON of values of unknown type, behind what was written so far. What is rare, or nested deep, is the host's.

(func $json_put_unknown (param $out i32) (param $value i32) (param $site i32) (result i32)
  (call $json_put_nested (local.get $out) (local.get $value) (i32.const 0) (local.get $site)))

;; `depth`: in how many values it is nested.
(func $json_put_nested (param $out i32) (param $value i32) (param $depth i32) (param $site i32) (result i32)
  (block $other
    (block $bool
      (block $float
        (block $int
          (block $map
            (block $list
              (block $text
                (block $null
                  (br_table
                    $null $text $other $list $map $other $other $other $other $int $float $bool $null $other
                    (call $kind_of (local.get $value))))
                (return (call $json_put_word (local.get $out) (i64.const 0x6c6c_756e) (i32.const 4))))
              (return (call $json_put_text (local.get $out) (local.get $value))))
            (br_if $other (i32.gt_u (local.get $depth) (i32.const 63)))
            (return
              (call $json_put_list
                (local.get $out)
                (local.get $value)
                (i32.add (local.get $depth) (i32.const 1))
                (local.get $site))))
          (br_if $other (i32.gt_u (local.get $depth) (i32.const 63)))
          (return
            (call $json_put_map
              (local.get $out)
              (local.get $value)
              (i32.add (local.get $depth) (i32.const 1))
              (local.get $site))))
        (return (call $json_put_int (local.get $out) (call $unbox_int (local.get $value)))))
      (return
        (call $json_put_taken
          (local.get $out)
          (call $json_float (f64.load offset=8 (local.get $value))))))
    (if (i32.load offset=8 (local.get $value))
      (then (return (call $json_put_word (local.get $out) (i64.const 0x6575_7274) (i32.const 4)))))
    (return (call $json_put_word (local.get $out) (i64.const 0x65_736c_6166) (i32.const 5))))
  (call $json_put_taken
    (local.get $out)
    (call $host_json (local.get $value) (local.get $depth) (local.get $site))))

;; Appends up to 8 ASCII characters, the first one in the lowest byte.
(func $json_put_word (param $out i32) (param $word i64) (param $length i32) (result i32)
  (local $before i32)
  (local.set $out (call $text_room (local.get $out) (i64.const 8)))
  (local.set $before (i32.load offset=8 (local.get $out)))
  (i64.store offset=16 (i32.add (local.get $out) (local.get $before)) (local.get $word))
  (i32.store offset=8 (local.get $out) (i32.add (local.get $before) (local.get $length)))
  (i32.store offset=12 (local.get $out) (i32.const 0))
  (local.get $out))

(func $json_put_int (param $out i32) (param $value i64) (result i32)
  (local $start i32)
  (local.set $out (call $text_room (local.get $out) (i64.const 20)))
  (local.set $start (i32.add (local.get $out) (i32.const 16)))
  (i32.store offset=8 (local.get $out)
    (i32.sub
      (call $put_int
        (i32.add (local.get $start) (i32.load offset=8 (local.get $out)))
        (local.get $value))
      (local.get $start)))
  (i32.store offset=12 (local.get $out) (i32.const 0))
  (local.get $out))

;; Appends a text that is taken over.
(func $json_put_taken (param $out i32) (param $text i32) (result i32)
  (local $start i32)
  (local.set $out (call $text_room (local.get $out) (i64.load32_u offset=8 (local.get $text))))
  (local.set $start (i32.add (local.get $out) (i32.const 16)))
  (i32.store offset=8 (local.get $out)
    (i32.sub
      (call $put_text
        (i32.add (local.get $start) (i32.load offset=8 (local.get $out)))
        (local.get $text))
      (local.get $start)))
  (i32.store offset=12 (local.get $out) (i32.const 0))
  (i32.store16 offset=6 (local.get $out)
    (i32.and (i32.load16_u offset=6 (local.get $out)) (i32.load16_u offset=6 (local.get $text))))
  (call $drop (local.get $text))
  (local.get $out))

(func $json_put_list (param $out i32) (param $list i32) (param $depth i32) (param $site i32) (result i32)
  (local $kind i32)
  (local $at i32)
  (local $rest i32)
  (local.set $kind (i32.load16_u offset=6 (local.get $list)))
  (local.set $rest (i32.load offset=8 (local.get $list)))
  (local.set $at (i32.add (local.get $list) (i32.const 16)))
  (local.set $out (call $json_put_word (local.get $out) (i64.const 0x5b) (i32.const 1)))
  (block $done
    (loop $next
      (br_if $done (i32.eqz (local.get $rest)))
      (local.set $out
        (call $json_put_slot
          (local.get $out)
          (local.get $kind)
          (local.get $at)
          (local.get $depth)
          (local.get $site)))
      (local.set $at
        (i32.add (local.get $at) (i32.shl (i32.const 1) (call $slot_shift (local.get $kind)))))
      (br_if $done (i32.eqz (local.tee $rest (i32.sub (local.get $rest) (i32.const 1)))))
      (call $json_put_mark (local.get $out) (i32.const 0x2c))
      (br $next)))
  (call $json_put_word (local.get $out) (i64.const 0x5d) (i32.const 1)))

(func $json_put_map (param $out i32) (param $map i32) (param $depth i32) (param $site i32) (result i32)
  (local $keys i32)
  (local $at i32)
  (local $rest i32)
  (local.set $keys (call $map_sorted_keys (local.get $map)))
  (local.set $rest (i32.load offset=8 (local.get $keys)))
  (local.set $at (i32.add (local.get $keys) (i32.const 16)))
  (local.set $out (call $json_put_word (local.get $out) (i64.const 0x7b) (i32.const 1)))
  (block $done
    (loop $next
      (br_if $done (i32.eqz (local.get $rest)))
      (local.set $out (call $json_put_text (local.get $out) (i32.load (local.get $at))))
      (call $json_put_mark (local.get $out) (i32.const 0x3a))
      (local.set $out
        (call $json_put_slot
          (local.get $out)
          (i32.load16_u offset=6 (local.get $map))
          (call $map_find (local.get $map) (i32.load (local.get $at)))
          (local.get $depth)
          (local.get $site)))
      (local.set $at (i32.add (local.get $at) (i32.const 4)))
      (br_if $done (i32.eqz (local.tee $rest (i32.sub (local.get $rest) (i32.const 1)))))
      (call $json_put_mark (local.get $out) (i32.const 0x2c))
      (br $next)))
  (call $drop (local.get $keys))
  (call $json_put_word (local.get $out) (i64.const 0x7d) (i32.const 1)))

;; A character, for which there is room: whatever else is written here leaves as much.
(func $json_put_mark (param $out i32) (param $mark i32)
  (local $length i32)
  (local.set $length (i32.load offset=8 (local.get $out)))
  (i32.store8 offset=16 (i32.add (local.get $out) (local.get $length)) (local.get $mark))
  (i32.store offset=8 (local.get $out) (i32.add (local.get $length) (i32.const 1))))

;; The value that stands in a slot of that kind.
(func $json_put_slot
  (param $out i32) (param $kind i32) (param $address i32) (param $depth i32) (param $site i32) (result i32)
  (local $value i32)
  (if (call $has_references (local.get $kind))
    (then
      (return
        (call $json_put_nested
          (local.get $out)
          (i32.load (local.get $address))
          (local.get $depth)
          (local.get $site)))))
  (local.set $value (call $unknown_from_slot (local.get $kind) (local.get $address)))
  (local.set $out
    (call $json_put_nested
      (local.get $out)
      (local.get $value)
      (local.get $depth)
      (local.get $site)))
  (call $drop_tagged (local.get $value))
  (local.get $out))
