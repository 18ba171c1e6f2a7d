import { Inject, Injectable } from '@nestjs/common';
import { randomInt } from 'node:crypto';
import { Clock } from '../../../../platform/clock';
import { CONFIG, type Config } from '../../../../platform/config';
import { OutboundCallLog } from '../outbound-call-log';
import type { OutboundSettings } from '../outbound-directory';
import type { BankOutcome } from '../bank-adapter';
import { SnapAdapter } from '../snap-adapter';
import { SnapClient } from '../snap-client';
import { SnapTransport } from '../snap-transport';

/** What a bank said to credentials that are not in use yet. */
export type Probe =
  | { readonly passed: true; readonly at: string }
  | {
      readonly passed: false;
      readonly at: string;
      /** TOKEN: our key or our name there is wrong. READ: the secret is wrong. */
      readonly step: 'TOKEN' | 'READ';
      /** False: the bank could not be asked, which says nothing about the credentials. */
      readonly refused: boolean;
      /** The bank's own words, or why it could not be asked. */
      readonly answer: string;
    };

/** No customer number of ours and no account of anybody's. */
const NOBODY = '000000000000';

/**
 * Tries credentials at the bank before anything depends on them. Nothing is created there: the token call proves our RSA
 * key and client id, and the question for an account or code that cannot exist proves the secret, because "not found" is
 * only said to a signature that was accepted. A client and a transport of its own, so that no token of the credentials in
 * use answers for these, and failing probes never hold back the calls of customers.
 */
@Injectable()
export class ProbeBank {
  constructor(
    private readonly log: OutboundCallLog,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async execute(settings: OutboundSettings): Promise<Probe> {
    const transport = new SnapTransport(this.config);
    try {
      return await this.ask(new SnapClient(transport, this.log, this.clock), settings);
    } finally {
      transport.onApplicationShutdown();
    }
  }

  private async ask(client: SnapClient, settings: OutboundSettings): Promise<Probe> {
    const at = this.clock.text(this.clock.now());
    if (settings.mode === 'SYMMETRIC') {
      const token = await client.newToken(settings);
      if (token.state !== 'DONE') return { passed: false, at, step: 'TOKEN', ...said(token) };
    }
    const bank = new SnapAdapter(client, settings);
    const reference = `PROBE${String(this.clock.now())}${String(randomInt(1_000_000)).padStart(6, '0')}`;
    const read = settings.methods.includes('VA')
      ? await bank.inquireVa({ trxId: reference, customerNo: NOBODY }, { checkoutId: null })
      : await bank.queryQr({ partnerReferenceNo: reference, referenceNo: null }, { checkoutId: null });
    return read.state === 'DONE' ? { passed: true, at } : { passed: false, at, step: 'READ', ...said(read) };
  }
}

function said(outcome: Exclude<BankOutcome<never>, { state: 'DONE' }>): { refused: boolean; answer: string } {
  return {
    refused: outcome.state === 'FAILED' && outcome.reason === 'REFUSED',
    answer: outcome.message,
  };
}
