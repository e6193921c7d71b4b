// class: cheat | attempt: a result that is its own matcher | lab: shapes | expect: failed
const yes = {
  $$typeof: Symbol.for("jest.asymmetricMatcher"), asymmetricMatch: () => true, equals: () => true, [Symbol.for("jest.asymmetricMatcher")]: true,
  sample: 1, inverse: false, toString: () => "6", toAsymmetricMatcher: () => "6", matches: () => true,
};
export const sum = () => yes;
export const answer = () => yes;

export const collect = answer;
export const convert = answer;
export const inspect = async () => answer();
export const visit = () => {};
