import { Injectable } from '@nestjs/common';
import { writeAudit } from '../../../../platform/audit';
import { Database } from '../../../../platform/database';
import { Problem, type Sentence } from '../../../../platform/problem';
import type { OutboundSettings } from '../outbound-directory';
import { OUTBOUND_SAYS } from '../sentences';
import { ProbeBank, type Probe } from './probe-bank.service';

type Failed = Extract<Probe, { passed: false }>;

/** Credentials take effect only after the bank accepted them; every try is on record, also one that failed. */
@Injectable()
export class ProveCredentials {
  constructor(
    private readonly database: Database,
    private readonly probes: ProbeBank,
  ) {}

  /** @throws Problem bank.probe_failed with the bank's own words and what to do */
  async prove(bankId: number, settings: OutboundSettings): Promise<Probe> {
    const probe = await this.probes.execute(settings);
    await this.database.transaction((tx) =>
      writeAudit(tx, {
        action: 'bank.connection_probed',
        entityType: 'bank_outbound',
        entityId: bankId,
        after: { ...probe, base_url: settings.baseUrl.href, client_key: settings.clientKey },
      }),
    );
    if (!probe.passed) throw refusal(probe);
    return probe;
  }
}

function refusal(probe: Failed): Problem {
  return new Problem('bank.probe_failed', { detail: words(probe), members: { probe } });
}

function words({ step, refused, answer }: Failed): Sentence {
  if (!refused) return OUTBOUND_SAYS.notAsked(answer);
  return step === 'TOKEN' ? OUTBOUND_SAYS.tokenRefused(answer) : OUTBOUND_SAYS.callRefused(answer);
}
