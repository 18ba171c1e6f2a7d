import { UNDER_WAY } from '@tirtapay/domain';

/**
 * What the supplier's line is about is an order of ours whose end it has not told, or told after the day was matched (while it waits
 * to be matched again, whenever it told it): what we
 * booked of it is for the next matching, and claimed as well it would be booked twice. Of a day `r`, an item `d` with its line `l`;
 * as it is now, and not as it was when the item was found.
 */
export const ORDER_UNDER_WAY = `(d.statement = 'SUPPLIER' AND d.movement_id IS NULL AND EXISTS (
    SELECT FROM penyedia y JOIN transactions t ON t.supplier_id = y.id WHERE y.collector_id = r.collector_id
      AND t.supplier_ref IN (l.reference, l.bank_reference) AND (t.status IN ('${UNDER_WAY.join("', '")}')
        OR EXISTS (SELECT FROM mutasi_pemasok s WHERE s.sale_id = t.id AND s.at >= coalesce(r.run_at, '-infinity')))))`;
