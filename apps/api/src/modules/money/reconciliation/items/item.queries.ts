import { Injectable } from '@nestjs/common';
import {
  actionsFor,
  journalOf,
  leavesNothingPosted,
  movementOf,
  publicPurchaseState,
  type PurchaseState,
  type StatementKind,
} from '@tirtapay/domain';
import { Clock } from '../../../../platform/clock';
import { Database } from '../../../../platform/database';
import {
  listAll,
  listPage,
  type ListDefinition,
  type ListParameters,
  type PageOf,
} from '../../../../platform/list';
import { Problem } from '../../../../platform/problem';
import type { ItemDetailDto, ItemDto } from '../dto/item.dto';
import { LINE_SELECT } from '../files/file.queries';
import { CLAIMS_TAKEN_BACK, claimsOn } from '../matching/claims-taken-back';
import { movementAmount, MOVEMENT_NAME, MOVEMENT_REFERENCE } from '../matching/movement-sources';
import { ITEM_DETAILS, ITEM_FROM, ITEM_LIST, ITEM_SELECT, type ItemRow } from './item.list';

@Injectable()
export class ItemQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  page(parameters: ListParameters): Promise<PageOf<ItemDto>> {
    return listPage(this.database, this.list(), parameters);
  }

  all(parameters: ListParameters): AsyncGenerator<ItemDto> {
    return listAll(this.database, this.list(), parameters);
  }

  /** With our posting, the signed request and the line of the file. @throws Problem reconciliation.item_not_found */
  async one(id: number): Promise<ItemDetailDto> {
    const [row] = await this.database.screen<
      ItemRow &
        Pick<ItemDetailDto, 'call' | 'note' | 'letter_number' | 'made_by' | 'decided_by'> & {
          readonly decided: Date | null;
          readonly candidates: number[];
          readonly reversal_id: number | null;
          readonly posted_id: number | null;
          readonly reversal_line_id: number | null;
          readonly reversal_movement_id: number | null;
        } & object
    >(
      `SELECT ${ITEM_SELECT}, $2::date - r.settlement_date AS age, d.call, d.note, d.letter_number, m.name AS made_by, u.name AS decided_by,
         d.decided_at AS decided, d.candidates, d.reversal_id, d.posted_id, d.reversal_line_id, d.reversal_movement_id
       FROM ${ITEM_FROM} ${ITEM_DETAILS} LEFT JOIN orang m ON m.id = d.made_by LEFT JOIN orang u ON u.id = d.decided_by WHERE d.id = $1`,
      [id, this.clock.businessDate()],
    );
    if (row === undefined) throw new Problem('reconciliation.item_not_found');
    const {
      decided,
      candidates,
      reversal_id: reversalId,
      posted_id: postedId,
      reversal_line_id: backLine,
      reversal_movement_id: backMovement,
      ...rest
    } = row;
    const payments = await this.payments([
      row.payment_id,
      reversalId,
      postedId,
      ...candidates.filter((candidate) => journalOf(candidate) === null),
    ]);
    const movements = await this.movements(row.statement, [
      row.movement_id,
      backMovement,
      ...candidates.map(journalOf),
    ]);
    const lines = await this.lines([row.line_id, backLine]);
    const own = lines.get(row.line_id ?? 0) ?? null;
    return {
      ...this.toDto(rest),
      payment: payments.get(row.payment_id ?? 0) ?? null,
      reversal: payments.get(reversalId ?? 0) ?? null,
      posted: payments.get(postedId ?? 0) ?? null,
      movement: movements.get(row.movement_id ?? 0) ?? null,
      movement_reversal: movements.get(backMovement ?? 0) ?? null,
      counter_movement: await this.counterMovement(row, backMovement),
      sale: await this.sale(row, own?.reference ?? own?.bank_reference ?? null),
      file_line: own,
      reversal_line: lines.get(backLine ?? 0) ?? null,
      // A supplier is asked, and asks nothing.
      calls: await this.calls(row.bank_id, [row.reference, own?.bank_reference], own?.request_id ?? null),
      call: row.call,
      // Of a line the candidates are payments; of a payment they are lines.
      candidate_payments:
        row.line_id === null ? [] : candidates.flatMap((candidate) => payments.get(candidate) ?? []),
      candidate_movements:
        row.line_id === null
          ? []
          : candidates.flatMap((candidate) => movements.get(journalOf(candidate) ?? 0) ?? []),
      open_claims: await this.openClaims(row),
      note: row.note,
      letter_number: row.letter_number,
      withdrawable: row.day_state === 'OPEN' && row.action !== null && leavesNothingPosted(row.action),
      made_by: row.made_by,
      decided_by: row.decided_by,
      decided_at: this.clock.textOf(decided),
    };
  }

  /** Those a line could pay: on the same, and not smaller than what came. Those that end with what takes them back. */
  private async openClaims(item: ItemRow): Promise<ItemDetailDto['open_claims']> {
    const pays = item.type === 'AT_BANK_NOT_HERE' && item.bank_amount > 0;
    if (item.state !== 'OPEN' || (!pays && !item.takes_back_claim)) return [];
    return this.database.screen<ItemDetailDto['open_claims'][number] & object>(
      `SELECT k.id AS item_id, k.letter_number, q.settlement_date, k.claimed - paid.amount AS left
       FROM ${claimsOn('$1')} AND k.claimed - paid.amount >= $2 AND ($3 OR k.id IN (
         SELECT x.id FROM rekonsiliasi_detail d JOIN rekonsiliasi r ON r.id = d.reconciliation_id
         CROSS JOIN LATERAL (${CLAIMS_TAKEN_BACK}) x WHERE d.id = $4)) ORDER BY q.settlement_date, k.id LIMIT 50`,
      [item.bank_id, item.difference, pays, item.id],
    );
  }

  private async payments(
    ids: readonly (number | null)[],
  ): Promise<Map<number, NonNullable<ItemDetailDto['payment']>>> {
    const rows = await this.database.screen<
      Omit<NonNullable<ItemDetailDto['payment']>, 'paid_at' | 'posted_at'> & {
        paid: Date;
        posted: Date;
      } & object
    >(
      `SELECT p.id, p.kind, w.receipt_number, p.bank_reference, k.customer_number, k.name AS customer_name, p.channel, p.amount, p.admin_fee,
         p.paid_at AS paid, p.posted_at AS posted, p.business_date
       FROM pembayaran p LEFT JOIN kwitansi w ON w.payment_id = p.id LEFT JOIN pelanggan k ON k.id = p.customer_id WHERE p.id = ANY ($1::bigint[])`,
      [ids.filter((id) => id !== null)],
    );
    return new Map(
      rows.map(({ paid, posted, ...payment }) => [
        payment.id,
        { ...payment, paid_at: this.clock.textOf(paid), posted_at: this.clock.textOf(posted) },
      ]),
    );
  }

  /** The PPOB sale an item is about, by our movement or by what the line calls it, with what the supplier said to it. */
  private async sale(item: ItemRow, reference: string | null): Promise<ItemDetailDto['sale']> {
    if (item.statement === 'BANK') return null;
    const [sale] = await this.database.screen<
      Omit<NonNullable<ItemDetailDto['sale']>, 'answers' | 'status'> & {
        readonly status: PurchaseState;
      } & object
    >(
      `SELECT t.id, v.name AS service, t.status, t.customer_name, t.principal, t.admin_fee, t.cost, t.ref_id, t.supplier_ref, s.name AS seller, t.message
       FROM transactions t JOIN services v ON v.id = t.service_id JOIN penerima s ON s.id = t.collector_id
       WHERE t.id IN (
         SELECT m.sale_id FROM mutasi_pemasok m WHERE m.journal_id = $1
         UNION ALL SELECT j.entity_id FROM jurnal j WHERE j.id = $1 AND j.entity_type = 'transactions'
         UNION ALL SELECT x.id FROM jurnal j JOIN pembayaran p ON p.id = j.entity_id JOIN transactions x ON x.payment_id = coalesce(p.reversal_of, p.id)
           WHERE j.id = $1 AND j.entity_type = 'pembayaran'
         UNION ALL SELECT x.id FROM penyedia y JOIN transactions x ON x.supplier_id = y.id WHERE y.collector_id = $2 AND x.supplier_ref = $3
         UNION ALL SELECT x.id FROM transactions x WHERE x.collector_id = $2 AND (x.ref_id = $3 OR x.supplier_ref = $3))
       ORDER BY t.id LIMIT 1`,
      [item.movement_id, item.bank_id, reference],
    );
    if (sale === undefined) return null;
    const answers = await this.database.screen<
      Omit<NonNullable<ItemDetailDto['sale']>['answers'][number], 'at'> & { readonly at: Date } & object
    >(
      'SELECT s.status, s.at, s.message FROM transaction_states s WHERE s.transaction_id = $1 ORDER BY s.id',
      [sale.id],
    );
    return {
      ...sale,
      status: publicPurchaseState(sale.status),
      answers: answers.map((answer) => ({ ...answer, at: this.clock.textOf(answer.at) })),
    };
  }

  /**
   * A payment to a supplier, or stamp duty that was handed over, was taken back, or takes one back: by the other of the two a
   * reader sees that both differences are one mistake, whichever days they are of. Nothing where the item has both.
   */
  private async counterMovement(
    item: ItemRow,
    backMovement: number | null,
  ): Promise<ItemDetailDto['counter_movement']> {
    if (item.movement_id === null || backMovement !== null) return null;
    const [counter] = await this.database.screen<
      Omit<NonNullable<ItemDetailDto['counter_movement']>, 'movement'> & {
        readonly journal_id: number;
      } & object
    >(
      `SELECT c.journal_id, c.relation, i.id AS item_id, i.settlement_date, i.action
       FROM (SELECT o.journal_id, 'TAKES_BACK' AS relation FROM mutasi_pemasok m JOIN mutasi_pemasok o ON o.id = m.reverses_id WHERE m.journal_id = $1
         UNION ALL SELECT v.journal_id, 'TAKEN_BACK_BY' FROM mutasi_pemasok m JOIN mutasi_pemasok v ON v.reverses_id = m.id WHERE m.journal_id = $1
         UNION ALL SELECT o.journal_id, 'TAKES_BACK' FROM setoran_meterai m JOIN setoran_meterai o ON o.id = m.reverses_id WHERE m.journal_id = $1
         UNION ALL SELECT v.journal_id, 'TAKEN_BACK_BY' FROM setoran_meterai m JOIN setoran_meterai v ON v.reverses_id = m.id WHERE m.journal_id = $1) c
       LEFT JOIN LATERAL (SELECT d.id, r.settlement_date, d.action FROM (
           SELECT x.id, x.reconciliation_id, x.action FROM rekonsiliasi_detail x WHERE x.movement_id = c.journal_id AND x.statement = $2
           UNION ALL SELECT x.id, x.reconciliation_id, x.action FROM rekonsiliasi_detail x
             WHERE x.reversal_movement_id = c.journal_id AND x.statement = $2) d
         JOIN rekonsiliasi r ON r.id = d.reconciliation_id ORDER BY d.id DESC LIMIT 1) i ON true`,
      [item.movement_id, item.statement],
    );
    if (counter === undefined) return null;
    const { journal_id: journalId, ...rest } = counter;
    const movement = (await this.movements(item.statement, [journalId])).get(journalId);
    return movement === undefined ? null : { ...rest, movement };
  }

  private async movements(
    statement: StatementKind,
    ids: readonly (number | null)[],
  ): Promise<Map<number, NonNullable<ItemDetailDto['movement']>>> {
    const rows = await this.database.screen<
      Omit<NonNullable<ItemDetailDto['movement']>, 'posted_at'> & { posted: Date } & object
    >(
      `SELECT j.id, j.event, ${MOVEMENT_NAME} AS name, ${MOVEMENT_REFERENCE} AS bank_reference, j.posted_at AS posted, j.business_date,
         ${movementAmount('d.statement')} AS amount
       FROM (SELECT $2::text AS statement) d, jurnal j WHERE j.id = ANY ($1::bigint[])`,
      [ids.filter((id) => id !== null), statement],
    );
    return new Map(
      rows.map(({ posted, ...movement }) => [
        movement.id,
        { ...movement, posted_at: this.clock.textOf(posted) },
      ]),
    );
  }

  private async lines(
    ids: readonly (number | null)[],
  ): Promise<Map<number, NonNullable<ItemDetailDto['file_line']>>> {
    const rows = await this.database.screen<NonNullable<ItemDetailDto['file_line']> & object>(
      `SELECT ${LINE_SELECT} FROM berkas_rekonsiliasi_baris l WHERE l.id = ANY ($1::bigint[])`,
      [ids.filter((id) => id !== null)],
    );
    return new Map(rows.map((line) => [line.id, line]));
  }

  private async calls(
    bankId: number,
    references: readonly (string | null | undefined)[],
    requestId: string | null,
  ): Promise<ItemDetailDto['calls']> {
    const rows = await this.database.screen<
      Omit<ItemDetailDto['calls'][number], 'received_at'> & { at: Date } & object
    >(
      `SELECT t.id, t.received_at AS at, t.request_target, t.request_id, t.http_status, t.code, t.bank_reference, t.request_body, t.response_body
       FROM payment_transaction t WHERE t.bank_id = $1 AND (t.bank_reference = ANY ($2::text[]) OR t.request_id = $3)
       ORDER BY t.received_at DESC, t.id DESC LIMIT 20`,
      [bankId, references.filter((reference) => typeof reference === 'string'), requestId],
    );
    return rows.map(({ at, ...call }) => ({ ...call, received_at: this.clock.textOf(at) }));
  }

  private list(): ListDefinition<ItemRow, ItemDto> {
    const today = this.clock.businessDate();
    return {
      ...ITEM_LIST,
      select: `${ITEM_SELECT}, '${today}'::date - r.settlement_date AS age`,
      map: (row) => this.toDto(row),
    };
  }

  private toDto({ day_state: dayState, takes_back_claim: takesBackClaim, age, ...row }: ItemRow): ItemDto {
    const sides = {
      type: row.type,
      ours: row.movement_id === null ? row.payment_id : movementOf(row.movement_id),
      line: row.line_id,
      ourAmount: row.our_amount,
      bankAmount: row.bank_amount,
      sen: row.sen,
      fee: row.fee,
      underWay: row.under_way,
      takesBackClaim,
    };
    const open = row.state === 'OPEN' && dayState === 'OPEN';
    return {
      ...row,
      age_days: open ? Math.max(0, age) : 0,
      actions: open && !row.pending ? actionsFor(sides, row.statement) : [],
    };
  }
}
