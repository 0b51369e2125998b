/** The server has done something else than what it was asked for. */
export class WrongAnswerError extends Error {
  override readonly name = "WrongAnswerError";
}
