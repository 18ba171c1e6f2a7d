/** The last numbers checked on this phone. Kept only after consent, on this phone only, and removable one by one. */
export interface RememberedNumber {
  number: string;
  /** The masked name, so that a household with two connections knows which is which. */
  name: string;
}

const KEY = 'tirtapay.numbers';
const KEPT = 3;

function isRemembered(value: unknown): value is RememberedNumber {
  return (
    typeof value === 'object' &&
    value !== null &&
    'number' in value &&
    typeof value.number === 'string' &&
    'name' in value &&
    typeof value.name === 'string'
  );
}

/** The list after `entry` was checked again or anew: newest first, no number twice, at most three. */
export function withNumber(list: readonly RememberedNumber[], entry: RememberedNumber): RememberedNumber[] {
  return [entry, ...list.filter((other) => other.number !== entry.number)].slice(0, KEPT);
}

export function readNumbers(): RememberedNumber[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(stored) ? stored.filter(isRemembered).slice(0, KEPT) : [];
  } catch {
    // Storage refused or its content damaged: as if nothing had been remembered.
    return [];
  }
}

export function writeNumbers(list: readonly RememberedNumber[]): void {
  try {
    if (list.length === 0) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify(list));
  } catch {
    // A browser that refuses storage simply does not remember.
  }
}
