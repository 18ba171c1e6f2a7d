import { Injectable, type OnModuleInit } from '@nestjs/common';
import { formatRupiah, maskCode, PPOB_SERVICES, rupiah, type SaleOutcome } from '@tirtapay/domain';
import { Database, type Tx } from '../../../../platform/database';
import { Problem, type Sentence } from '../../../../platform/problem';
import { FollowUps, RequestApproval } from '../../../ground/approvals';
import { SALE_COLUMNS, SALE_FROM, type SaleRow } from '../sales/sale-row';
import { OUTCOME_SAYS } from '../sentences';
import type { SupplierRequestedDto } from '../supplier-money/supplier-money.dto';
import { handedOver } from './handed-over';
import type { SaleOutcomeBody } from './sale-outcome.dto';
import { isAtSupplier, SettleSale } from './settle-sale.service';

const OUTCOME_APPROVAL = 'ppob_outcome';

interface AgreedOutcome {
  readonly outcome: SaleOutcome;
  readonly cost?: number;
  readonly told: string;
}

/**
 * A sale whose supplier never says by itself how it ended: switched off, gone, or without an answer that can be read. What
 * it says on paper or by telephone is written down by one person, and what follows of it happens when another agrees.
 */
@Injectable()
export class AgreeOutcome implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly followUps: FollowUps,
    private readonly approvals: RequestApproval,
    private readonly sales: SettleSale,
  ) {}

  onModuleInit(): void {
    this.followUps.onRow(OUTCOME_APPROVAL, {
      approved: (tx, { entityId, payload }) => this.carryOut(tx, entityId, payload as AgreedOutcome),
      dropped: async (tx, { entityId }) => {
        await this.takeCode(tx, entityId);
      },
    });
  }

  /** @throws Problem ppob.not_found, ppob.sale_over, approval.pending, request.invalid for a code that is none */
  request(id: number, { reason, ...said }: SaleOutcomeBody): Promise<SupplierRequestedDto> {
    return this.database.transaction(async (tx) => {
      const [sale] = await tx.query<SaleRow & object>(
        `SELECT ${SALE_COLUMNS} FROM ${SALE_FROM} WHERE t.id = $1`,
        [id],
      );
      if (sale === undefined) throw new Problem('ppob.not_found');
      if (!isAtSupplier(sale.status)) throw new Problem('ppob.sale_over');
      assertFits(sale, said);
      const { code: read, ...rest } = said;
      const code = read === undefined ? null : handedOver(sale, { serial: read });
      const approval = await this.approvals.request(tx, {
        kind: OUTCOME_APPROVAL,
        entityType: 'transactions',
        entityId: id,
        summary: `Penjualan ${String(id)} ${SUMMARY[said.outcome]} menurut pemasok – ${PPOB_SERVICES[sale.service_code].name} ${formatRupiah(rupiah(sale.principal + sale.admin_fee))}`,
        // Whoever may read a request could use the token: it waits with the sale, for the receipt alone.
        payload: { ...rest, ...(code !== null && { code: maskCode(code) }), told: reason },
        reason,
      });
      await tx.query('UPDATE transactions SET told_code = $2 WHERE id = $1', [id, code]);
      return { approval_id: approval, status: 'PENDING' };
    });
  }

  private async carryOut(tx: Tx, id: number, { outcome, cost, told }: AgreedOutcome): Promise<void> {
    // What failed hands nothing over: no code waits, and its deposit is locked before the sale, as everywhere.
    const code = outcome === 'FAILED' ? null : await this.takeCode(tx, id);
    await this.sales.agreed(tx, id, { word: outcome, cost: cost ?? null, serial: code, message: told });
  }

  /** What was read out, which waits no longer. */
  private async takeCode(tx: Tx, id: number): Promise<string | null> {
    const { told_code: code } = await tx.one<{ told_code: string | null }>(
      'SELECT told_code FROM transactions WHERE id = $1 FOR NO KEY UPDATE',
      [id],
    );
    await tx.query('UPDATE transactions SET told_code = NULL WHERE id = $1', [id]);
    return code;
  }
}

const SUMMARY = { SUCCESS: 'berhasil', FAILED: 'gagal' } as const;

function assertFits(
  sale: SaleRow,
  { outcome, cost, code }: Pick<SaleOutcomeBody, 'outcome' | 'cost' | 'code'>,
): void {
  if (outcome === 'FAILED') {
    if (code !== undefined) throw invalid('/code', OUTCOME_SAYS.nothingHandedOver);
    if (cost !== undefined) throw invalid('/cost', OUTCOME_SAYS.nothingHandedOver);
    return;
  }
  const delivers = PPOB_SERVICES[sale.service_code].delivers !== null;
  if (delivers && handedOver(sale, { serial: code ?? null }) === null)
    throw invalid('/code', OUTCOME_SAYS.codeMissing);
  if (!delivers && code !== undefined) throw invalid('/code', OUTCOME_SAYS.noCode);
}

function invalid(pointer: string, message: Sentence): Problem {
  return new Problem('request.invalid', { errors: [{ pointer, code: 'not_applicable', message }] });
}
