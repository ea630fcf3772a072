;; The check of `Email` values, as in `runtime/email.ts`: exactly one `@`, something on both sides of it, and a `.` in the
;; part behind it.

(func $text_is_email (param $text i32) (result i32)
  (local $at i32)
  (local $end i32)
  (local $sign i32)
  (local $dot i32)
  (local $code i32)
  (local.set $at (i32.add (local.get $text) (i32.const 16)))
  (local.set $end (i32.add (local.get $at) (i32.load offset=8 (local.get $text))))
  (block $done
    (loop $next
      (br_if $done (i32.ge_u (local.get $at) (local.get $end)))
      (local.set $code (i32.load8_u (local.get $at)))
      (if (i32.eq (local.get $code) (i32.const 64))
        (then
          (if (local.get $sign) (then (return (i32.const 0))))
          (local.set $sign (local.get $at))
          (local.set $dot (i32.const 0))))
      (if (i32.eq (local.get $code) (i32.const 46)) (then (local.set $dot (i32.const 1))))
      (local.set $at (i32.add (local.get $at) (i32.const 1)))
      (br $next)))
  ;; a dot behind the sign means that something is there
  (i32.and
    (local.get $dot)
    (i32.gt_u (local.get $sign) (i32.add (local.get $text) (i32.const 16)))))
