type Row = Readonly<Record<string, unknown>>;

export interface RowGroup {
  readonly name: unknown;
  /** With its place in the report. */
  readonly rows: readonly { readonly row: Row; readonly number: number }[];
}

/**
 * Rows that stand together, in their order, as paper has them.
 * @param key the column they stand together by; all are one group without it
 * @param apart the value that tells groups of one name apart
 */
export function groupsOf(rows: readonly Row[], key: string | null, apart: string | null): RowGroup[] {
  const groups: { name: unknown; of: unknown; rows: { row: Row; number: number }[] }[] = [];
  rows.forEach((row, index) => {
    const name = key === null ? null : row[key];
    const of = apart === null ? null : row[apart];
    const last = groups.at(-1);
    const numbered = { row, number: index + 1 };
    if (last !== undefined && last.name === name && last.of === of) last.rows.push(numbered);
    else groups.push({ name, of, rows: [numbered] });
  });
  return groups;
}
