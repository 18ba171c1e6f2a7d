import type { BankEntry, OurEntry } from '@tirtapay/domain';
import type { Client } from 'pg';

/** Everything of one planted day goes into the tables as it is, without the journals that only money needs. */
export async function plantBooks(
  client: Client,
  at: { readonly bankId: number; readonly fileId: number; readonly postedAt: string },
  ours: readonly OurEntry[],
  lines: readonly BankEntry[],
): Promise<void> {
  const numbers = [...new Set(ours.map(({ customerNumber }) => customerNumber))];
  await client.query(
    `INSERT INTO pelanggan OVERRIDING SYSTEM VALUE
     SELECT (jsonb_populate_record(p, jsonb_build_object('id', n::bigint - 99999000000, 'customer_number', n))).*
     FROM pelanggan p, unnest($1::text[]) AS n WHERE p.id = (SELECT min(id) FROM pelanggan)`,
    [numbers],
  );
  const payments = ours.flatMap((entry) => [
    { ...entry, kind: 'PAYMENT', of: null },
    ...(entry.reversedBy === null
      ? []
      : [
          {
            ...entry,
            id: entry.reversedBy,
            kind: 'REVERSAL',
            of: entry.id,
            reference: null,
            requestId: null,
          },
        ]),
  ]);
  await client.query(
    `INSERT INTO pembayaran (id, kind, collector_id, bank_reference, reversal_of, request_id, customer_id, channel, bill_amount, stamp_duty,
       admin_fee, amount, paid_at, posted_at, business_date)
     SELECT p.id, p.kind, $1, p.reference, p."of", p.request, c.id, p.channel, p.amount, 0, 0, p.amount, $2::timestamptz, $2::timestamptz, ($2::timestamptz)::date
     FROM unnest($3::bigint[], $4::text[], $5::text[], $6::bigint[], $7::text[], $8::text[], $9::text[], $10::bigint[])
       AS p (id, kind, reference, "of", request, customer, channel, amount)
     JOIN pelanggan c ON c.customer_number = p.customer`,
    [
      at.bankId,
      at.postedAt,
      payments.map(({ id }) => id),
      payments.map(({ kind }) => kind),
      payments.map(({ reference }) => reference),
      payments.map(({ of }) => of),
      payments.map(({ requestId }) => requestId),
      payments.map(({ customerNumber }) => customerNumber),
      payments.map(({ channel }) => channel),
      payments.map(({ amount }) => amount),
    ],
  );
  await client.query(
    `INSERT INTO berkas_rekonsiliasi_baris (id, file_id, line, raw, booked_on, direction, amount, sen, kind, reference, bank_reference,
       request_id, customer_number, fee, gross, text)
     SELECT l.id, $1, l.id - 1000000, '', l.booked_on, l.direction, l.amount, l.sen, l.kind, l.reference, l.bank, l.request, l.customer, l.fee,
       l.gross, ''
     FROM unnest($2::bigint[], $3::date[], $4::text[], $5::bigint[], $6::smallint[], $7::text[], $8::text[], $9::text[], $10::text[],
       $11::text[], $12::bigint[], $13::bigint[]) AS l (id, booked_on, direction, amount, sen, kind, reference, bank, request, customer, fee, gross)`,
    [
      at.fileId,
      lines.map(({ id }) => id),
      lines.map(({ bookedOn }) => bookedOn),
      lines.map(({ direction }) => direction),
      lines.map(({ amount }) => amount),
      lines.map(({ sen }) => sen),
      lines.map(({ kind }) => kind),
      lines.map(({ reference }) => reference),
      lines.map(({ bankReference }) => bankReference),
      lines.map(({ requestId }) => requestId),
      lines.map(({ customerNumber }) => customerNumber),
      lines.map(({ fee }) => fee),
      lines.map(({ gross }) => gross),
    ],
  );
}
