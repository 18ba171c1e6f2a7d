import { Injectable } from '@nestjs/common';
import { formatRupiah, rupiah } from '@tirtapay/domain';
import { writeAudit } from '../../../../platform/audit';
import { Clock } from '../../../../platform/clock';
import { currentStaff } from '../../../../platform/context';
import { Database, violatedConstraint, type RowOf, type Tx } from '../../../../platform/database';
import type { SpooledBody } from '../../../../platform/http';
import { Problem } from '../../../../platform/problem';
import { RequestApproval } from '../../../ground/approvals';
import { TakeOverCustomers, type PlacedCustomer } from '../../../water/customers';
import type { Takeover } from '../entities/takeover.entity';
import type { OwedBy } from '../reading/check-arrears';
import { digestOf, readTakeover } from '../reading/read-takeover';
import type { LineRow } from '../reading/read-rows';
import { TakeoverChecks } from '../reading/takeover-checks';
import { isImportable } from './is-importable';
import { longReading, oneAtATime } from './long-reading';

export const OPENING_APPROVAL = 'opening_balances';

type Checked = RowOf<
  Takeover,
  | 'id'
  | 'kind'
  | 'fileName'
  | 'sha256'
  | 'state'
  | 'detected'
  | 'columns'
  | 'restoreZeros'
  | 'rowsRead'
  | 'rowsRefused'
  | 'amount'
>;

/** What two people decide about balances. */
export interface OpeningOrder {
  readonly action: 'IMPORT' | 'UNDO';
  readonly file_name: string;
  readonly bills: number;
  readonly amount: number;
  readonly reason: string | null;
}

/** Takes all rows of a checked file, or none. */
@Injectable()
export class ImportFile {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly checks: TakeoverChecks,
    private readonly customers: TakeOverCustomers,
    private readonly approvals: RequestApproval,
  ) {}

  /**
   * Customers are there when this returns. What is owed waits for a second person.
   * @throws Problem takeover.not_found, takeover.not_importable, takeover.other_file, takeover.known, takeover.changed
   */
  async execute(id: number, body: SpooledBody): Promise<void> {
    const sha256 = await digestOf(body);
    await this.database
      .transaction(async (tx) => {
        await longReading(tx);
        await oneAtATime(tx);
        const checked = await this.lock(tx, id);
        if (checked.sha256 !== sha256) throw new Problem('takeover.other_file');
        await (checked.kind === 'CUSTOMERS'
          ? this.importCustomers(tx, checked, body)
          : this.importArrears(tx, checked, body));
      }, 'report')
      .catch((error: unknown) => {
        if (violatedConstraint(error) === 'pengambilalihan_once') throw new Problem('takeover.known');
        throw error;
      });
  }

  private async lock(tx: Tx, id: number): Promise<Checked> {
    const [checked] = await tx.query<Checked>(
      `SELECT id, kind, file_name, sha256, state, detected, columns, restore_zeros, rows_read, rows_refused, amount
       FROM pengambilalihan WHERE id = $1 FOR NO KEY UPDATE`,
      [id],
    );
    if (checked === undefined) throw new Problem('takeover.not_found');
    if (!isImportable(checked))
      throw new Problem('takeover.not_importable', { members: { state: checked.state } });
    const [known] = await tx.query<{ id: number }>(
      `SELECT id FROM pengambilalihan WHERE kind = $1 AND sha256 = $2 AND state IN ('WAITING', 'RUNNING', 'IMPORTED', 'UNDOING')`,
      [checked.kind, checked.sha256],
    );
    if (known !== undefined) throw new Problem('takeover.known', { members: { id: known.id } });
    return checked;
  }

  private reading(checked: Checked) {
    return {
      kind: checked.kind,
      columns: checked.columns,
      restoreZeros: checked.restore_zeros,
      today: this.clock.businessDate(),
    };
  }

  private async importCustomers(tx: Tx, checked: Checked, body: SpooledBody): Promise<void> {
    const first = await readTakeover(tx, body, this.reading(checked), this.checks);
    assertUnchanged(checked, first.findings.refused, first.rows);
    await this.customers.reserve(tx, first.lastByRoute);
    const by = { userId: currentStaff().id, reason: `Pengambilalihan: ${checked.file_name}` };
    const places = await readTakeover(tx, body, this.reading(checked), this.checks, {
      customers: async (rows) => {
        await this.writeCustomers(tx, checked.id, rows, by);
      },
    });
    assertUnchanged(checked, 0, places.rows);
    await tx.query("UPDATE pengambilalihan SET state = 'IMPORTED', imported_at = $2 WHERE id = $1", [
      checked.id,
      this.clock.date(),
    ]);
    await writeAudit(tx, {
      action: 'takeover.imported',
      entityType: 'pengambilalihan',
      entityId: checked.id,
      after: { kind: 'CUSTOMERS', file_name: checked.file_name, rows: places.rows },
    });
  }

  private async writeCustomers(
    tx: Tx,
    batchId: number,
    rows: readonly LineRow<PlacedCustomer>[],
    by: { readonly userId: number; readonly reason: string },
  ): Promise<void> {
    const written = await this.customers.write(
      tx,
      rows.map(({ row }) => row),
      by,
    );
    await tx.query(
      `INSERT INTO pengambilalihan_pelanggan (batch_id, line, customer_id)
       SELECT $1, t.* FROM unnest($2::int[], $3::bigint[]) AS t`,
      [batchId, rows.map(({ line }) => line), written],
    );
  }

  private async importArrears(tx: Tx, checked: Checked, body: SpooledBody): Promise<void> {
    const outcome = await readTakeover(tx, body, this.reading(checked), this.checks, {
      arrears: (rows) => storeBalances(tx, checked.id, rows),
    });
    assertUnchanged(checked, outcome.findings.refused, outcome.rows);
    if (outcome.amount !== checked.amount) throw new Problem('takeover.changed');
    const order: OpeningOrder = {
      action: 'IMPORT',
      file_name: checked.file_name,
      bills: outcome.rows,
      amount: outcome.amount,
      reason: null,
    };
    const approvalId = await this.approvals.request(tx, {
      kind: OPENING_APPROVAL,
      entityType: 'pengambilalihan',
      entityId: checked.id,
      summary: `Tunggakan dari ${checked.file_name}: ${String(order.bills)} tagihan, ${formatRupiah(rupiah(order.amount))}`,
      payload: { ...order },
      reason: null,
    });
    await tx.query("UPDATE pengambilalihan SET state = 'WAITING', approval_id = $2 WHERE id = $1", [
      checked.id,
      approvalId,
    ]);
  }
}

/** What stood in the way of no row at the check does now. */
function assertUnchanged(checked: Checked, refused: number, rows: number): void {
  if (refused > 0 || rows !== checked.rows_read) throw new Problem('takeover.changed');
}

async function storeBalances(tx: Tx, batchId: number, rows: readonly LineRow<OwedBy>[]): Promise<void> {
  // A row that is refused later takes all of them back; one month twice would be refused by the table first.
  await tx.query(
    `INSERT INTO pengambilalihan_tunggakan (batch_id, line, customer_id, period, previous_stand, current_stand, principal, penalty)
     SELECT $1, t.* FROM unnest($2::int[], $3::bigint[], $4::text[], $5::int[], $6::int[], $7::bigint[], $8::bigint[]) AS t
     ON CONFLICT (batch_id, customer_id, period) DO NOTHING`,
    [
      batchId,
      rows.map(({ line }) => line),
      rows.map(({ row }) => row.customerId),
      rows.map(({ row }) => row.period),
      rows.map(({ row }) => row.previousStand),
      rows.map(({ row }) => row.currentStand),
      rows.map(({ row }) => row.principal),
      rows.map(({ row }) => row.penalty),
    ],
  );
}
