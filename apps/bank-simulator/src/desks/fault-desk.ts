import { faultOrder } from '../control/control-schemas';
import { CounterRefusal } from '../drills/payment-target';
import { faultPage } from '../pages/fault-page';
import type { Sandbox } from '../sandbox';
import type { Desk } from './desk';

const SHOWN_CALLS = 100;

/** The panel of faults. */
export class FaultDesk implements Desk {
  constructor(private readonly sandbox: Sandbox) {}

  page(path: string): string | null {
    if (path !== '/gangguan') return null;
    const { apiUrl, calls, faults } = this.sandbox;
    const incoming = calls.recent(SHOWN_CALLS).filter(({ direction }) => direction === 'IN');
    return faultPage({ apiUrl, faults: faults.all(), incoming });
  }

  act(action: string, form: URLSearchParams): Promise<string | null> {
    const { faults } = this.sandbox;
    const field = (name: string): string => form.get(name)?.trim() ?? '';
    if (action === '/gangguan/clear') faults.clear(field('id'));
    else if (action === '/gangguan/set') {
      const order = faultOrder.safeParse({
        kind: field('kind'),
        services: field('service') === '' ? null : [field('service')],
        times: field('times') === '' ? null : Number(field('times')),
      });
      if (!order.success) throw new CounterRefusal('Gangguan itu tidak dikenal.');
      const { kind, services, times } = order.data;
      faults.set({ kind, services, left: times });
    } else return Promise.resolve(null);
    return Promise.resolve('/gangguan');
  }
}
