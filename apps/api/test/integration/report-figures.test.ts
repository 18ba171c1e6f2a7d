import { figureLink } from '@tirtapay/contracts';
import { testApp, type TestBank } from '../support';
import { PpobSeller } from '../support/ppob-seller';
import { SandboxSupplier } from '../support/sandbox-supplier';
import { TEST_START } from '../support/test-clock';

/* What a figure of a report is of, where a name, a day or a state is not what it seems. */

const app = testApp({ jobs: false });

interface Report {
  columns: { key: string; link: string | null }[];
  rows: Record<string, string | number | null>[];
  totals: Record<string, number | null>;
}

let supplier: SandboxSupplier;
let partner: TestBank;

beforeAll(async () => {
  supplier = await SandboxSupplier.start(app);
  partner = await app.make.partner(5_000_000);
});
afterAll(() => supplier.stop());
afterEach(() => {
  app.clock.set(TEST_START);
});

async function read(address: string): Promise<Report> {
  const { status, body, text } = await (await app.as('manajer')).get<Report>(`/reports/${address}`);
  expect([status, status === 200 ? '' : text]).toEqual([200, '']);
  return body;
}

/** The list behind a figure of a row: how many it has, and what its totals are. */
async function opened(report: Report, key: string, row: Report['rows'][number], asked: string) {
  const link = report.columns.find((column) => column.key === key)?.link ?? '';
  const address = figureLink(link, { ...Object.fromEntries(new URLSearchParams(asked)), ...row });
  if (address === null) return null;
  const { status, body } = await (
    await app.as('manajer')
  ).get<{ meta?: { total: number; totals: Record<string, number> } } & Partial<Report>>(
    address.startsWith('/reports/') ? address : `${address}&totals=true&count=exact`,
  );
  expect([address, status]).toEqual([address, 200]);
  return body.meta ?? { totals: body.totals };
}

const PULSA = { customer_name: 'Dewi', nomor_hp: '081234567890', nominal: 40_000, service_code: 'PULSA' };

describe('sales of services', () => {
  it('lie on the day of the utility they were made on, also before eight in the morning', async () => {
    app.clock.set('2026-02-01T06:30:00+08:00');
    const { sale } = await new PpobSeller(partner).sell({ ...PULSA, ref_id: 'F/early' });
    expect(sale.status).toBe('SUCCESS');
    const manager = await app.as('manajer');
    const on = async (day: string) =>
      (
        await manager.get<{ data: { id: number }[] }>(`/ppob/transactions?from=${day}&to=${day}`)
      ).body.data.map(({ id }) => id);
    expect([await on('2026-01-31'), await on('2026-02-01')]).toEqual([[], [sale.id]]);
    const asked = 'by=DAY&from=2026-01-25&to=2026-02-05';
    const report = await read(`ppob?${asked}`);
    const [row] = report.rows;
    expect(row).toMatchObject({ heading: '2026-02-01', sales: 1, total: 41_000 });
    expect(await opened(report, 'sales', row ?? {}, asked)).toMatchObject({
      total: 1,
      totals: { total_amount: 41_000 },
    });
  });
});
