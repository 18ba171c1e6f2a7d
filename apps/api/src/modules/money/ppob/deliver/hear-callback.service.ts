import { Injectable } from '@nestjs/common';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { Database } from '../../../../platform/database';
import { Problem } from '../../../../platform/problem';
import { Suppliers } from '../supplier/suppliers';
import { SettleSale } from './settle-sale.service';

/** What a supplier tells by itself: believed by its signature, applied like any other word of it. */
@Injectable()
export class HearCallback {
  constructor(
    private readonly database: Database,
    private readonly suppliers: Suppliers,
    private readonly settle: SettleSale,
  ) {}

  /**
   * @param signature X-Hub-Signature: `sha1=` and the HMAC-SHA1 of the body in hex, as the aggregators sign
   * @throws Problem auth.signature_invalid, ppob.not_found
   */
  async hear(code: string, rawBody: Buffer, signature: string, body: unknown): Promise<void> {
    const supplier = await this.suppliers.byCode(code);
    const wanted = `sha1=${createHmac('sha1', supplier?.callbackSecret ?? 'nobody')
      .update(rawBody)
      .digest('hex')}`;
    if (supplier === null || !sameText(wanted, signature)) throw new Problem('auth.signature_invalid');
    const said = supplier.adapter.heard(body);
    if (said === null) throw new Problem('ppob.not_found');
    const [sale] = await this.database.read<{ id: number }>(
      'SELECT id FROM transactions WHERE supplier_ref = $1 AND supplier_id = $2',
      [said.ref, supplier.id],
    );
    if (sale === undefined) throw new Problem('ppob.not_found');
    await this.settle.settle(sale.id, said.answer);
  }
}

function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
