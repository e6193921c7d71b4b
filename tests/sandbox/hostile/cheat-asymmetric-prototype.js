// class: cheat | attempt: make every object of the realm a matcher | lab: shapes | expect: failed
Object.prototype.asymmetricMatch = () => true;
Object.prototype.$$typeof = Symbol.for("jest.asymmetricMatcher");
export const answer = () => ({});

export const collect = answer;
export const convert = answer;
export const inspect = async () => answer();
export const visit = () => {};
