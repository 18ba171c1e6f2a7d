/**
 * What a payment request means, as one text whose hash is the fingerprint: customer, bills in sorted order,
 * amount. Two requests with the same text are the same payment, however they were worded, whatever their
 * timestamp; anything else under the same reference is a reuse.
 * @throws RangeError when a part could blur the boundary between the parts, or the amount is not whole.
 */
export function paymentFingerprintSource(meaning: {
  readonly customerNumber: string;
  readonly billNumbers: readonly string[];
  readonly amount: number;
}): string {
  const { customerNumber, billNumbers, amount } = meaning;
  if (![customerNumber, ...billNumbers].every((part) => /^[0-9A-Za-z]+$/.test(part))) {
    throw new RangeError('customer and bill numbers are letters and digits only');
  }
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not a whole amount: ${String(amount)}`);
  return `v1|${customerNumber}|${[...billNumbers].sort().join(',')}|${String(amount)}`;
}
