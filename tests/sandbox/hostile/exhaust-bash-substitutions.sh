# class: exhaust | attempt: substitutions within substitutions | lab: greet | expect: errored
f() { echo "$(f)"; }
f
