import {
  composeBill,
  type MinimumCharge,
  type MinimumKind,
  period,
  rupiah,
  type TariffVersion,
} from '@tirtapay/domain';
import type { Client } from 'pg';

const CHUNK = 2_000;

interface VersionRow {
  id: string;
  code: string;
  legal_basis: string;
  valid_from: string;
  minimum_kind: MinimumKind;
  minimum_value: string;
  blocks: { lower: number; upper: number | null; rate: number }[];
  charges: { code: string; label: string; meterSizeMm: number | null; amount: number }[];
}

interface BillRow {
  id: string;
  bill_number: string;
  period: string;
  tariff_version_id: string;
  meter_size_mm: number;
  usage_m3: number;
  water_amount: string;
  fixed_amount: string;
  amounts: number[] | null;
  sealed: boolean;
}

function minimumOf({ minimum_kind: kind, minimum_value: value }: VersionRow): MinimumCharge {
  if (kind === 'M3') return { kind, value: Number(value) };
  return kind === 'RUPIAH' ? { kind, value: rupiah(Number(value)) } : { kind };
}

async function tariffVersions(client: Client): Promise<Map<string, TariffVersion>> {
  const { rows } = await client.query<VersionRow>(`
    SELECT v.id::text, t.code, v.legal_basis, v.valid_from, v.minimum_kind, v.minimum_value::text,
      (SELECT jsonb_agg(jsonb_build_object('lower', b.lower_m3, 'upper', b.upper_m3, 'rate', b.rate) ORDER BY b.seq)
       FROM tarif_blok b WHERE b.version_id = v.id) AS blocks,
      coalesce((SELECT jsonb_agg(jsonb_build_object('code', f.code, 'label', f.label, 'meterSizeMm', f.meter_size_mm,
                  'amount', f.amount) ORDER BY f.seq) FROM tarif_biaya f WHERE f.version_id = v.id), '[]') AS charges
    FROM tarif_versi v JOIN tarif t ON t.id = v.tariff_id
    WHERE v.id IN (SELECT tariff_version_id FROM tagihan)`);
  return new Map(
    rows.map((row) => [
      row.id,
      {
        code: row.code,
        legalBasis: row.legal_basis,
        validFrom: period(row.valid_from),
        blocks: row.blocks.map((block) => ({ ...block, rate: rupiah(block.rate) })),
        fixedCharges: row.charges.map((charge) => ({ ...charge, amount: rupiah(charge.amount) })),
        minimum: minimumOf(row),
      },
    ]),
  );
}

function differs(bill: BillRow, version: TariffVersion | undefined): boolean {
  if (version === undefined) return true;
  try {
    const again = composeBill({
      usage: bill.usage_m3,
      version,
      meterSizeMm: bill.meter_size_mm,
      period: period(bill.period),
      sealed: bill.sealed,
    });
    return (
      String(again.waterAmount) !== bill.water_amount ||
      String(again.fixedAmount) !== bill.fixed_amount ||
      again.lines.map((line) => line.amount).join() !== (bill.amounts ?? []).join()
    );
  } catch {
    return true;
  }
}

/** The second half of I20: every bill computed once more by the law itself, from the inputs stored with it. */
export async function billsThatRecomputeDifferently(client: Client, limit: number): Promise<object[]> {
  const versions = await tariffVersions(client);
  const wrong: object[] = [];
  for (let after = '0'; ;) {
    const { rows } = await client.query<BillRow>(
      `SELECT b.id::text, b.bill_number, b.period, b.tariff_version_id::text, b.meter_size_mm, b.usage_m3,
         b.water_amount::text, b.fixed_amount::text,
         (SELECT jsonb_agg(r.amount ORDER BY r.seq) FROM tagihan_rincian r WHERE r.bill_id = b.id AND r.kind <> 'KOREKSI') AS amounts,
         EXISTS (SELECT FROM meter_reading m WHERE m.id = b.reading_id AND m.method = 'NONE') AS sealed
       FROM tagihan b WHERE b.kind = 'WATER' AND b.id > $1 ORDER BY b.id LIMIT ${String(CHUNK)}`,
      [after],
    );
    for (const bill of rows)
      if (wrong.length < limit && differs(bill, versions.get(bill.tariff_version_id)))
        wrong.push({ bill_id: bill.id, bill_number: bill.bill_number, recomputed: 'differs' });
    const last = rows.at(-1);
    if (last === undefined) return wrong;
    after = last.id;
  }
}
