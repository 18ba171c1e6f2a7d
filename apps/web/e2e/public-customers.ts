import { existsSync, linkSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { productAccess } from './support/product';

const STAFF = { username: 'super', password: 'TirtaDemo2026!' };

interface OpenBill {
  customer: { customer_number: string };
}

/** Numbers of demo customers who owe at least so many bills, so that every test file can take one of its own. */
export async function owingCustomers(leastBills: number): Promise<string[]> {
  const { url } = productAccess();
  const logIn = await fetch(`${url}/api/v1/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(STAFF),
  });
  const { access_token: token } = (await logIn.json()) as { access_token: string };
  const answer = await fetch(`${url}/api/v1/bills?state=ISSUED&page_size=100&sort=period`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const { data } = (await answer.json()) as { data: OpenBill[] };
  const counts = new Map<string, number>();
  for (const bill of data) {
    const number = bill.customer.customer_number;
    counts.set(number, (counts.get(number) ?? 0) + 1);
  }
  return [...counts].filter(([, count]) => count >= leastBills).map(([number]) => number);
}

/**
 * The same list as whoever asked first got it: others pay meanwhile, and by a list that grows shorter two files would take
 * the same customer for their own.
 */
export async function owingAtFirst(): Promise<string[]> {
  const folder = dirname(productAccess().home);
  const kept = join(folder, 'owing-at-first.json');
  if (!existsSync(kept)) {
    const own = mkdtempSync(join(folder, 'owing-'));
    const written = join(own, 'list.json');
    writeFileSync(written, JSON.stringify(await owingCustomers(1)));
    try {
      linkSync(written, kept);
    } catch (error) {
      // Another file asked in the same moment, and was first.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    } finally {
      rmSync(own, { recursive: true, force: true });
    }
  }
  return JSON.parse(readFileSync(kept, 'utf8')) as string[];
}
