/** Spreadsheets run a cell that begins like a formula; a leading apostrophe keeps it text. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

/** The failed bills as a spreadsheet of the local kind: semicolons, UTF-8 with a mark that Excel understands. */
export function failuresCsv(
  failures: readonly { bill_number: string; reason: string }[],
  header: readonly [string, string],
): string {
  const rows = [header, ...failures.map((failure) => [failure.bill_number, failure.reason] as const)];
  return `\uFEFF${rows.map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`;
}
