// class: cheat | attempt: break out of the text into which the source is pasted | lab: sum | expect: failed
//# sourceURL=main.test.js
//# sourceMappingURL=data:application/json;base64,e30=
export const sum = () => "*/ }); test('x', () => {}); /* \u2028 ${expect} `";
/* ` ${1} */ // </script> <!--
