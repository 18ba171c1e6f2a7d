import { Injectable } from '@nestjs/common';
import type { BankAdapter } from './bank-adapter';
import { OutboundDirectory, type OutboundSettings } from './outbound-directory';
import { SnapAdapter } from './snap-adapter';
import { SnapClient } from './snap-client';

/** The adapter of each bank we can call. */
@Injectable()
export class BankAdapters {
  constructor(
    private readonly directory: OutboundDirectory,
    private readonly client: SnapClient,
  ) {}

  /** Null for a bank that is not set up, or switched off. */
  async ofBank(bankId: number): Promise<BankAdapter | null> {
    const settings = await this.directory.ofBank(bankId);
    return settings === null ? null : this.speaking(settings);
  }

  private speaking(settings: OutboundSettings): BankAdapter {
    return new SnapAdapter(this.client, settings);
  }
}
