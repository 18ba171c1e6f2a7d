import { Injectable } from '@nestjs/common';
import { changedMeanwhile, writeAudit } from '../../../platform/audit';
import { Database } from '../../../platform/database';
import { Letterhead } from '../../../platform/letterhead';
import type { LetterheadBody } from './dto/settings.dto';

@Injectable()
export class ChangeLetterhead {
  constructor(
    private readonly database: Database,
    private readonly letterhead: Letterhead,
  ) {}

  /** Who we are and where to ask: no money follows from it, so one person says it. @throws Problem version.conflict */
  async execute({ version, ...text }: LetterheadBody): Promise<void> {
    await this.database.transaction(async (tx) => {
      const kept = await this.letterhead.locked(tx);
      if (kept.version !== version)
        throw await changedMeanwhile(tx, 'app_setting', {}, kept.version, { fields: Object.keys(text) });
      await this.letterhead.write(tx, { text, version: version + 1 });
      await writeAudit(tx, {
        action: 'letterhead.changed',
        entityType: 'app_setting',
        entityId: null,
        before: kept.text,
        after: text,
      });
    });
    await this.letterhead.refresh();
  }
}
