/** What a counter may ask for itself, a payment. */
export const FEE = { unit: 'Rp', min: 0, max: 100_000 } as const;
