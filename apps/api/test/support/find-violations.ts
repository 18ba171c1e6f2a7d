import { LAWS } from '../../src/house';
import { checkLaws } from '../../src/platform/invariants';

/** Broken laws as lines of text; empty when the books are right. */
export async function findViolations(url: string, now?: Date): Promise<string[]> {
  return (await checkLaws(url, LAWS, 20, now)).flatMap(({ law, rows }) =>
    rows.map((row) => `${law.id} ${law.title}: ${JSON.stringify(row)}`),
  );
}
