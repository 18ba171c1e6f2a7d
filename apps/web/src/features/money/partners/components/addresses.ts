/** One network a line; what is empty is none. */
export const addressesOf = (text: string): string[] =>
  text
    .split(/[\s,]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

export const addressText = (networks: readonly string[]): string => networks.join('\n');
