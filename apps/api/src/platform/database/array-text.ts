/*
 * Lists as PostgreSQL reads them. Whatever is written for many at once travels as lists, a payment in half a hundred of
 * them; the driver puts every element, numbers as well, through two replacements.
 */

const QUOTE_OR_BACKSLASH = /["\\]/;
/** What JSON writes otherwise than PostgreSQL reads it: control characters, and surrogates that stand alone. */
const OTHERWISE_IN_JSON = /[\u0000-\u001f\ud800-\udfff]/;

function quoted(text: string): string {
  if (!QUOTE_OR_BACKSLASH.test(text)) return `"${text}"`;
  // In an array literal a backslash stands before the character it is for, as in JSON, which the engine writes at once.
  if (!OTHERWISE_IN_JSON.test(text)) return JSON.stringify(text);
  return `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`;
}

/** @returns null for a list that holds anything but texts, numbers, truths and nothing: it is left to the driver */
function arrayText(values: readonly unknown[]): string | null {
  let text = '{';
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index];
    if (index > 0) text += ',';
    if (value === null || value === undefined) text += 'NULL';
    else if (typeof value === 'string') text += quoted(value);
    else if (typeof value === 'number' || typeof value === 'boolean') text += String(value);
    else return null;
  }
  return `${text}}`;
}

/** Parameters of a statement, their lists written out. */
export function withListsWritten(values: readonly unknown[]): unknown[] {
  return values.map((value) => (Array.isArray(value) ? (arrayText(value) ?? value) : value));
}
