export type CopyValue = string | number | null;

const ESCAPED: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
const NEEDS_ESCAPE = /[\\\n\r\t]/;
const TO_ESCAPE = /[\\\n\r\t]/g;

/** Rows in PostgreSQL's text form of COPY, each ended. */
export function copyText(rows: readonly (readonly CopyValue[])[]): string {
  let text = '';
  for (const row of rows) {
    let between = '';
    for (const value of row) {
      text += between + cellText(value);
      between = '\t';
    }
    text += '\n';
  }
  return text;
}

function cellText(value: CopyValue): string {
  if (value === null) return '\\N';
  if (typeof value === 'number') return String(value);
  return NEEDS_ESCAPE.test(value) ? value.replace(TO_ESCAPE, (letter) => ESCAPED[letter] ?? letter) : value;
}
