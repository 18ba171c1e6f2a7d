/** Money tables never move backwards: a mistake is mended by the next migration. */
export function forwardOnly(): Promise<never> {
  return Promise.reject(new Error('migrations are forward-only'));
}
