import { CHART_OF_ACCOUNTS } from '@tirtapay/domain';
import type { Client } from 'pg';

/** The accounts are written once, in the domain; the table follows them. */
export async function keepChartOfAccounts(owner: Client): Promise<void> {
  await owner.query(
    `INSERT INTO akun (code, name, kind, events)
     SELECT code, name, kind, (SELECT array_agg(e) FROM jsonb_array_elements_text(events) AS e)
     FROM jsonb_to_recordset($1) AS a (code text, name text, kind text, events jsonb)
     ON CONFLICT (code) DO UPDATE SET name = excluded.name, kind = excluded.kind, events = excluded.events`,
    [JSON.stringify(CHART_OF_ACCOUNTS.map((account) => ({ ...account, name: account.name.id })))],
  );
}
