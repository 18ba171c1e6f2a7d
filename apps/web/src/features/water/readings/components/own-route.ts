const KEY = 'tirtapay.route';

/** The route somebody walked last on this device: tomorrow begins there again. */
export function ownRoute(): number | null {
  const kept = Number(localStorage.getItem(KEY));
  return Number.isInteger(kept) && kept > 0 ? kept : null;
}

export function keepOwnRoute(routeId: number): void {
  localStorage.setItem(KEY, String(routeId));
}
