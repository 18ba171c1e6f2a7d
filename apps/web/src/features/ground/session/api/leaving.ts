const KEY = 'tirtapay.leaving';

/** Somebody logged out here and the server was not reached: of all tabs of this browser, until somebody logs in again. */
export function noteLeaving(): void {
  try {
    localStorage.setItem(KEY, '1');
  } catch {
    // A browser that refuses storage asks for the password again only in this tab.
  }
}

export function forgetLeaving(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Nothing was noted either.
  }
}

export function isLeaving(): boolean {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    return false;
  }
}
