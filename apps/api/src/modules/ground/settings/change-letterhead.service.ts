import { Injectable } from '@nestjs/common';
import { writeAudit } from '../../../platform/audit';
import { Database } from '../../../platform/database';
import { Letterhead } from '../../../platform/letterhead';
import type { LetterheadBody } from './dto/settings.dto';

@Injectable()
export class ChangeLetterhead {
  constructor(
    private readonly database: Database,
    private readonly letterhead: Letterhead,
  ) {}

  /** Who we are and where to ask: no money follows from it, so one person says it. */
  async execute({ name, address, phone, hours, whatsapp, email }: LetterheadBody): Promise<void> {
    const text = { name, address, phone, hours, whatsapp, email };
    await this.database.transaction(async (tx) => {
      await this.letterhead.write(tx, text);
      await writeAudit(tx, {
        action: 'letterhead.changed',
        entityType: 'app_setting',
        entityId: null,
        before: this.letterhead.current,
        after: text,
      });
    });
    await this.letterhead.refresh();
  }
}
