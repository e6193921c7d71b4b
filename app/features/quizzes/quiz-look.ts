/** What the address of a quiz's page asks for. */
export interface QuizLook {
  /** The result of this attempt; null: what there is to go on with. */
  number: number | null;
  /** Say which questions have no answer. */
  isHeldBack: boolean;
}

export function readQuizLook(url: string): QuizLook {
  const query = new URL(url).searchParams;
  const number = /^[1-9]\d{0,5}$/.exec(query.get("attempt") ?? "")?.[0];
  return { number: number === undefined ? null : Number(number), isHeldBack: query.has("missing") };
}
