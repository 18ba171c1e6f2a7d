/** Which bills a payment code was made for, so that this tab can make a new one when it has run out. */
export interface IntentOrigin {
  /** Token of the bill page. */
  token: string;
  customer_number: string;
  /** Only when fewer than all open sheets are paid. */
  count?: number;
}

const key = (intentToken: string) => `tirtapay.intent.${intentToken}`;

export function writeOrigin(intentToken: string, origin: IntentOrigin): void {
  try {
    sessionStorage.setItem(key(intentToken), JSON.stringify(origin));
  } catch {
    // Without storage the way back leads over the first page.
  }
}

export function readOrigin(intentToken: string): IntentOrigin | undefined {
  try {
    const text = sessionStorage.getItem(key(intentToken));
    return text === null ? undefined : (JSON.parse(text) as IntentOrigin);
  } catch {
    return undefined;
  }
}
