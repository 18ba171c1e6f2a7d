/** The start is refused for a reason the operator can mend; its message is the one line he sees. */
export class StartFailure extends Error {
  override readonly name = 'StartFailure';
}
