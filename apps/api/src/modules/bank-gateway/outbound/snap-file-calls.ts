import type { BankOutcome, DayFile } from './bank-adapter';
import type { OutboundSettings } from './outbound-directory';
import type { SnapClient } from './snap-client';
import { SNAP_ENDPOINTS } from './snap-services';

/** The file of a day from a bank's host: not of the standard, and signed like everything that is. */
export class SnapFileCalls {
  constructor(
    private readonly client: SnapClient,
    private readonly settings: OutboundSettings,
  ) {}

  async dayFile(day: string): Promise<BankOutcome<DayFile>> {
    const body = { partnerServiceId: this.settings.partnerServiceId, settlementDate: day };
    const outcome = await this.client.call(this.settings, SNAP_ENDPOINTS.settlementFile, body, null);
    if (outcome.state !== 'DONE') return outcome;
    const [name, content, sha256, date] = ['fileName', 'content', 'sha256', 'settlementDate'].map((field) =>
      outcome.value.text(field),
    );
    // Taken for an empty file, it would say that nobody paid.
    if (
      name == null ||
      content == null ||
      content === '' ||
      !/^[0-9a-f]{64}$/.test(sha256 ?? '') ||
      date !== day
    )
      return {
        state: 'FAILED',
        reason: 'UNREACHABLE',
        responseCode: outcome.value.code,
        message: 'the answer has no file of that day',
      };
    return {
      state: 'DONE',
      value: {
        name: name.replace(/[^A-Za-z0-9._ -]/g, '_').slice(0, 120),
        sha256: sha256 ?? '',
        packed: Buffer.from(content, 'base64'),
      },
    };
  }
}
