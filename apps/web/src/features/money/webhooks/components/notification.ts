/** What a bank told, as it is kept: the same fields whether it came through our API or SNAP BI. */
export interface Notification {
  event: string | undefined;
  method: string | undefined;
  number: string | undefined;
  reference: string | undefined;
  amount: number | undefined;
  paidAt: string | undefined;
}

export function notificationOf(payload: Record<string, unknown>): Notification {
  const text = (name: string) => {
    const value = payload[name];
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
  };
  return {
    event: text('event'),
    method: text('method'),
    number: text('virtual_account_number') ?? text('qris_reference'),
    reference: text('bank_reference'),
    amount: typeof payload.amount === 'number' ? payload.amount : undefined,
    paidAt: text('paid_at'),
  };
}
