import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NATIVE_PATHS } from '@tirtapay/bank-protocol';
import { ERROR_CATALOGUE, ERROR_CODES } from '@tirtapay/contracts';
import { CHANNELS } from '@tirtapay/domain';
import vectors from '../../../../libs/bank-protocol/fixtures/native-vectors.json';

const document = readFileSync(join(__dirname, '../../../../docs/bank-api.md'), 'utf8');

/** Rows of the error table: code, status, …, retry. */
const rows = new Map(
  [...document.matchAll(/^\| `([a-z_.]+)` +\| (\d{3}) +\| .+ \| (yes|no) +\|$/gm)].map((row) => [
    row[1] ?? '',
    { status: Number(row[2]), retry: row[3] === 'yes' },
  ]),
);

describe('docs/bank-api.md', () => {
  it('lists exactly the codes a bank can get, with their status and whether a retry is safe', () => {
    const expected = ERROR_CODES.filter((code) => ERROR_CATALOGUE[code].audience.includes('bank'));
    expect([...rows.keys()].sort()).toEqual([...expected].sort());
    for (const code of expected) {
      const { status, safeToRetry } = ERROR_CATALOGUE[code];
      expect({ code, ...rows.get(code) }).toEqual({ code, status, retry: safeToRetry });
    }
  });

  it('names no code that does not exist, and each with its right status', () => {
    const mentioned = [...document.matchAll(/`(\d{3}) ([a-z]+\.[a-z_]+)`/g)];
    expect(mentioned.length).toBeGreaterThan(15);
    for (const [, status, code] of mentioned) expect(rows.get(code ?? '')?.status).toBe(Number(status));
  });

  it('shows every endpoint, channel and vector', () => {
    for (const path of Object.values(NATIVE_PATHS)) expect(document).toContain(` ${path}`);
    for (const channel of CHANNELS) expect(document).toContain(`\`${channel}\``);
    expect(document).toContain(vectors.secret);
    for (const { signature } of [...vectors.requests, ...vectors.responses])
      expect(document).toContain(`\`${signature}\``);
  });

  it('has examples that are JSON and add up', () => {
    const examples = [...document.matchAll(/```json\n([\s\S]*?)```/g)].map(
      (block) => JSON.parse(block[1] ?? '') as Record<string, unknown>,
    );
    const answers = examples.filter((example) => 'bill_amount' in example);
    expect(answers).toHaveLength(2);
    for (const answer of answers) {
      const bills = answer.bills as { principal: number; penalty: number; total: number }[];
      expect(bills.map((bill) => bill.principal + bill.penalty)).toEqual(bills.map((bill) => bill.total));
      expect(bills.reduce((sum, bill) => sum + bill.total, 0)).toBe(answer.bill_amount);
      expect(Number(answer.bill_amount) + Number(answer.stamp_duty) + Number(answer.admin_fee)).toBe(
        answer.total_amount,
      );
    }
  });
});
