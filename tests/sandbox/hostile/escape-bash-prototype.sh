# class: escape | attempt: names that JavaScript knows | lab: greet | expect: failed
declare -A map
map[__proto__]=1
map[constructor]=2
map[hasOwnProperty]=3
__proto__=4
constructor=5
export toString=6 valueOf=7
function __defineGetter__ { echo 8; }
hasOwnProperty() { return 0; }
hasOwnProperty
toString
: "${polluted:=$__proto__}" "${Object-}" "${prototype-}"
echo "${map[@]} ${!map[@]}" | awk '{ __proto__["polluted"] = 1; constructor = 2; print $__proto__ }'
jq -n '{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}' > pollution.json
jq '. * {"__proto__": {"polluted": true}}' pollution.json
