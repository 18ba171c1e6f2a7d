import { Client } from 'pg';

/** Every row a payment leaves, without what must differ: ids of its own, instants, the number and token of its receipt. */
const ROWS = `
  WITH paid AS (
    SELECT p.*, j.id AS journal_id FROM pembayaran p JOIN jurnal j ON j.entity_type = 'pembayaran' AND j.entity_id = p.id
    WHERE p.bank_reference = ANY ($1)
  )
  SELECT 'pembayaran' AS part, jsonb_build_array(bank_reference, kind, collector_id, customer_id, channel, bill_amount, stamp_duty, admin_fee,
    amount, business_date, request_id IS NOT NULL) AS row FROM paid
  UNION ALL SELECT 'pembayaran_alokasi', jsonb_build_array(p.bank_reference, a.kind, a.bill_id, a.principal, a.penalty, a.waived, a.amount)
    FROM paid p JOIN pembayaran_alokasi a ON a.payment_id = p.id
  UNION ALL SELECT 'tagihan', jsonb_build_array(p.bank_reference, t.bill_number, t.state, t.paid_at = p.posted_at)
    FROM paid p JOIN tagihan t ON t.paid_by = p.id
  UNION ALL SELECT 'jurnal', jsonb_build_array(p.bank_reference, j.event, j.business_date, j.posted_at = p.posted_at)
    FROM paid p JOIN jurnal j ON j.id = p.journal_id
  UNION ALL SELECT 'jurnal_baris', jsonb_build_array(p.bank_reference, l.account, l.debit, l.credit, l.collector_id, l.customer_id, l.bill_id)
    FROM paid p JOIN jurnal_baris l ON l.journal_id = p.journal_id
  UNION ALL SELECT 'log_aktivitas', jsonb_build_array(p.bank_reference, l.actor_kind, l.actor_id, l.action, l.ip, l.request_id = p.request_id, l.after)
    FROM paid p JOIN log_aktivitas l ON l.entity_type = 'pembayaran' AND l.entity_id = p.id
  UNION ALL SELECT 'outbox', jsonb_build_array(p.bank_reference, o.topic, o.payload - 'payment_id')
    FROM paid p JOIN outbox o ON o.entity_id = p.id AND o.topic = 'payment.posted'
  UNION ALL SELECT 'kwitansi', jsonb_build_array(p.bank_reference, k.series, k.receipt_number = k.series || '-' || lpad(k.number::text, 6, '0'), length(k.token))
    FROM paid p JOIN kwitansi k ON k.payment_id = p.id
  UNION ALL SELECT 'bank_reference', jsonb_build_array(r.bank_reference, r.collector_id, r.outcome, r.fingerprint,
      r.answer::jsonb - '{payment_id,receipt_number,receipt_url,paid_at,posted_at}'::text[])
    FROM paid p JOIN bank_reference r ON r.payment_id = p.id
  UNION ALL SELECT 'payment_transaction', jsonb_build_array(c.bank_reference, c.bank_id, c.key_id, c.method, c.request_target, c.ip, c.http_status, c.code,
      c.replayed, c.request_id = p.request_id, c.request_body::jsonb - 'paid_at', length(c.response_body) > 0, length(c.string_to_sign) > 0)
    FROM paid p JOIN payment_transaction c ON c.bank_reference = p.bank_reference
  UNION ALL SELECT 'bank_nonce', jsonb_build_array(p.bank_reference, n.key_id)
    FROM paid p JOIN bank_nonce n ON n.request_id = p.request_id`;

const SUMMARY = `
  SELECT part, count(*)::int AS rows, md5(string_agg(row::text, E'\\n' ORDER BY row::text)) AS digest
  FROM (${ROWS}) every GROUP BY part ORDER BY part`;

interface Part {
  readonly part: string;
  readonly rows: number;
  readonly digest: string;
}

async function ask<Row extends object>(url: string, sql: string, values: unknown[] = []): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

/** @throws Error when the payments of these references did not leave equal rows in both databases */
export async function assertSameRows(
  ours: { readonly superUrl: string },
  theirs: { readonly name: string; readonly superUrl: string },
  references: readonly string[],
): Promise<void> {
  const [mine, other] = await Promise.all(
    [ours, theirs].map(({ superUrl }) => ask<Part>(superUrl, SUMMARY, [references])),
  );
  for (const [index, part] of (mine ?? []).entries()) {
    const same = other?.[index];
    if (same?.part !== part.part || same.digest !== part.digest || same.rows !== part.rows) {
      const samples = await Promise.all(
        [ours, theirs].map(({ superUrl }) =>
          ask<object>(superUrl, `SELECT row::text FROM (${ROWS}) every WHERE part = $2 ORDER BY 1 LIMIT 1`, [
            references,
            part.part,
          ]),
        ),
      );
      throw new Error(
        `${theirs.name} wrote other rows into ${part.part}: ${JSON.stringify([part, same, samples], null, 1)}`,
      );
    }
  }
  console.log(
    `  ${theirs.name} wrote the same rows for ${String(references.length)} payments: ${(mine ?? []).map((part) => `${part.part} ${String(part.rows)}`).join(', ')}`,
  );
}

/** @throws Error when a receipt number is missing, twice, or not the last of its counter */
export async function assertGapless(url: string, payments: number): Promise<void> {
  const [found] = await ask<{ receipts: number; wrong: number }>(
    url,
    `SELECT (SELECT count(*)::int FROM kwitansi WHERE series <> 'HISTORY') AS receipts,
       (SELECT count(*)::int FROM (SELECT series, max(number) AS last, count(*) AS taken FROM kwitansi GROUP BY series) k
          JOIN kwitansi_seri s USING (series) WHERE k.last <> k.taken OR k.last <> s.last_number) AS wrong`,
  );
  if (found?.wrong !== 0 || found.receipts !== payments)
    throw new Error(`receipts: ${JSON.stringify(found)} for ${String(payments)} payments`);
}
