# class: cheat | attempt: its own test, [ and true | lab: library | expect: failed
test() { return 0; }
function [ { return 0; }
true() { return 0; }
false() { return 0; }
local() { :; }
declare() { :; }
add() { false; }
collect() { [ 1 -eq 2 ]; }
each() { test; }
