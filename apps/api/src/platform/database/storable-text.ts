/** PostgreSQL stores every character but NUL: it is kept as the six characters JSON writes for it. */
export function storableText(text: string): string {
  return text.replaceAll('\0', '\\u0000');
}
