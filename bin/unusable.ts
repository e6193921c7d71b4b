/** What was asked for on the command line can't be done; `message` is the sentence that the person reads. Exit code 2. */
export class Unusable extends Error {
  override name = "Unusable";
}
