/** One window of the bank: pages it shows and forms it takes. */
export interface Desk {
  /** The page at a path, or null when it is not this desk's. */
  page(path: string, query: URLSearchParams): string | null;
  /**
   * Does what a form asks and says where to look next; null for an action or a subject that does not exist. Throws
   * CounterRefusal when the bank itself says no.
   */
  act(action: string, form: URLSearchParams): Promise<string | null>;
}

/** A path with those parameters that have a value. */
export function location(path: string, parameters: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams(Object.entries(parameters).filter(([, value]) => value !== ''));
  return query.size === 0 ? path : `${path}?${query.toString()}`;
}
