// class: cheat | attempt: make every comparison say yes | lab: sum | expect: failed
Object.is = () => true;
Object.keys = () => [];
Object.getOwnPropertyNames = () => [];
Object.prototype.hasOwnProperty = () => true;
Reflect.ownKeys = () => [];
Reflect.get = () => 6;
Number.isNaN = () => true;
Math.abs = () => 0;
String.prototype.includes = () => true;
RegExp.prototype.test = () => true;
RegExp.prototype.exec = () => [""];
export const sum = () => -1;
