/** Aliases: `r` a reading. What stands for the water of its month: its bill, or a balance the system before had billed. */
export const BILLED = `SELECT FROM tagihan b WHERE b.customer_id = r.customer_id AND b.period = r.period AND b.state <> 'CANCELLED'
      AND b.kind IN ('WATER', 'OPENING')`;

/**
 * Verified readings whose month has no bill of water, though the customer has been billed by then: for that month or one
 * before it. Readings from before the first bill of all are history that was brought along.
 */
export const UNBILLED = `FROM meter_reading r WHERE r.status = 'VERIFIED'
    AND NOT EXISTS (${BILLED})
    AND EXISTS (SELECT FROM tagihan x WHERE x.customer_id = r.customer_id AND x.period <= r.period AND x.state <> 'CANCELLED')`;
