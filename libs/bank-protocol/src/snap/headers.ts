/**
 * True for an X-EXTERNAL-ID we accept: 1 to 36 letters, digits, dashes. The portal still says "numeric", v1.0.2 says
 * "alphanumeric": accept both, emit digits only (payment-standards §1.2).
 */
export function isExternalId(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Za-z0-9-]{1,36}$/.test(value);
}

/** The token of an `Authorization: Bearer …` header, or null. */
export function bearerToken(header: string | undefined): string | null {
  return /^Bearer ([A-Za-z0-9._~+/=-]{1,2048})$/i.exec(header ?? '')?.[1] ?? null;
}
