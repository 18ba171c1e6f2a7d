/** As `DayToMatch.settled` has a payment's reference or request id. */
export function settledKey(kind: 'reference' | 'request', value: string): string {
  return `${kind}:${value}`;
}
