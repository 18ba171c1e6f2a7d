import { Inject, Injectable } from '@nestjs/common';
import { writeAudit } from '../../../../platform/audit';
import { CONFIG, type Config } from '../../../../platform/config';
import { Database } from '../../../../platform/database';
import { Problem } from '../../../../platform/problem';
import type { SandboxBankDto, SandboxFaultDto, SetSandboxFaultBody } from '../dto/sandbox-bank.dto';
import { SandboxBank } from './sandbox-bank';

/** The fault panel of the sandbox bank, for those who sit at the console and not at its machine. */
@Injectable()
export class SandboxControls {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
  ) {}

  async state(): Promise<SandboxBankDto> {
    const url = this.config.sandboxBankUrl;
    if (url === null) return { available: false, reachable: false, url, faults: [] };
    try {
      return { available: true, reachable: true, url, faults: await new SandboxBank(url).faults() };
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return { available: true, reachable: false, url, faults: [] };
    }
  }

  /** @throws Problem sandbox.not_here, bank.unreachable */
  async setFault({ kind, services = null, times = 1 }: SetSandboxFaultBody): Promise<SandboxFaultDto> {
    const fault = await this.sandbox().setFault({ kind, services, times });
    await this.recorded('sandbox_bank.fault_set', { kind, services, times });
    return fault;
  }

  /** @throws Problem sandbox.not_here, bank.unreachable */
  async clearFaults(): Promise<void> {
    await this.sandbox().clearFaults();
    await this.recorded('sandbox_bank.faults_cleared', {});
  }

  private sandbox(): SandboxBank {
    const url = this.config.sandboxBankUrl;
    if (url === null) throw new Problem('sandbox.not_here');
    return new SandboxBank(url);
  }

  private recorded(action: string, after: Readonly<Record<string, unknown>>): Promise<void> {
    return this.database.transaction((tx) =>
      writeAudit(tx, { action, entityType: 'sandbox_bank', entityId: null, after }),
    );
  }
}
