import { Inject, Injectable } from '@nestjs/common';
import { writeAudit } from '../../../../platform/audit';
import { CONFIG, type Config } from '../../../../platform/config';
import { Database } from '../../../../platform/database';
import { Problem } from '../../../../platform/problem';
import type {
  SetSupplierFaultBody,
  SupplierFaultDto,
  SupplierSandboxDto,
  TopUpSandboxSupplierBody,
} from './supplier.dto';

const TIMEOUT_MILLISECONDS = 5_000;

/** Tells the sandbox supplier, which lives beside the sandbox bank, how to treat the next orders. Demonstrations only. */
@Injectable()
export class SupplierSandbox {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
  ) {}

  async state(): Promise<SupplierSandboxDto> {
    if (this.config.sandboxBankUrl === null) return { available: false, reachable: false, faults: [] };
    try {
      const { faults } = (await this.send('GET', '', null)) as { faults: SupplierFaultDto[] };
      return { available: true, reachable: true, faults };
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return { available: true, reachable: false, faults: [] };
    }
  }

  /** @throws Problem sandbox.not_here, bank.unreachable */
  async setFault({ kind, times, customer_no }: SetSupplierFaultBody): Promise<void> {
    const fault = { kind, times: times ?? null, customer_no: customer_no ?? null };
    await this.send('POST', '/faults', fault);
    await this.recorded('sandbox_supplier.fault_set', fault);
  }

  /** As if our transfer had reached the supplier. @throws Problem sandbox.not_here, bank.unreachable */
  async topUp({ amount }: TopUpSandboxSupplierBody): Promise<void> {
    await this.send('POST', '/deposit', { amount });
    await this.recorded('sandbox_supplier.topped_up', { amount });
  }

  /** @throws Problem sandbox.not_here, bank.unreachable */
  async clearFaults(): Promise<void> {
    await this.send('DELETE', '/faults', null);
    await this.recorded('sandbox_supplier.faults_cleared', {});
  }

  private async send(method: string, path: string, body: object | null): Promise<unknown> {
    const url = this.config.sandboxBankUrl;
    if (url === null) throw new Problem('sandbox.not_here');
    const answer = await fetch(`${url}/control/supplier${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body === null ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS),
    }).catch(() => null);
    if (answer?.ok !== true) throw new Problem('bank.unreachable');
    return answer.json();
  }

  private recorded(action: string, after: Readonly<Record<string, unknown>>): Promise<void> {
    return this.database.transaction((tx) =>
      writeAudit(tx, { action, entityType: 'penyedia', entityId: null, after }),
    );
  }
}
