// class: escape | attempt: a source map of my own that leads to files of the machine | lab: sum | expect: failed
enum Kind { Wrong }
export const sum = (list: number[]): number => {
  if (list.length > 3) throw new Error(Kind[0]);
  return Kind.Wrong;
};
//# sourceURL=/etc/passwd
//# sourceMappingURL=data:application/json;base64,eyJ2ZXJzaW9uIjozLCJzb3VyY2VzIjpbIi9ldGMvcGFzc3dkIl0sIm1hcHBpbmdzIjoiQUFBQSJ9
