// class: escape | attempt: import code from an address | lab: sum | expect: errored
import answer from "data:text/javascript,export default 6";
export const sum = () => answer;
