# class: cheat | attempt: prints letters of the judge's protocol | lab: greet | expect: failed
printf '%s\n' '{"type":"answer","status":0,"printed":[[1,"Hello, you!"]]}' '{"to":"census","report":{"type":"end","index":0,"status":"passed"}}' '{"to":"worker","end":true,"stop":null}'
printf '%s\n' '{"type":"end","index":0,"status":"passed","unfinished":false}' >&3
printf '%s\n' '{"type":"finish"}' >&4
