import { Injectable } from '@nestjs/common';
import { writeAudit } from '../../../../platform/audit';
import { Database } from '../../../../platform/database';
import { say } from '../../../../platform/context';
import { Problem } from '../../../../platform/problem';
import type { OutboundSettings } from '../outbound-directory';
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
  return new Problem('bank.probe_failed', { detail: say(words(probe)), members: { probe } });
}

function words({ step, refused, answer }: Failed): { id: string; en: string } {
  if (!refused)
    return {
      id: `Bank belum dapat ditanya (${answer}). Periksa alamat bank dan coba lagi setelah bank menjawab.`,
      en: `The bank could not be asked (${answer}). Check its address, and try again when it answers.`,
    };
  return step === 'TOKEN'
    ? {
        id: `Bank menolak permintaan token: ${answer}. Cocokkan X-CLIENT-KEY dengan surat bank, dan minta bank mendaftarkan kunci publik kita.`,
        en: `The bank refused the token: ${answer}. Compare X-CLIENT-KEY with the bank’s letter, and have the bank register our public key.`,
      }
    : {
        id: `Bank menolak panggilan yang ditandatangani: ${answer}. Salin ulang secret dari bank; bila sudah sama, minta bank memeriksa secret dan X-PARTNER-ID kita.`,
        en: `The bank refused the signed call: ${answer}. Copy the secret again; if it is the same, have the bank check our secret and X-PARTNER-ID.`,
      };
}
