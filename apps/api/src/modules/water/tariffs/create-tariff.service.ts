import { Injectable } from '@nestjs/common';
import { writeAudit } from '../../../platform/audit';
import { Database, violatedConstraint } from '../../../platform/database';
import { Problem } from '../../../platform/problem';
import type { CreateTariffBody } from './dto/tariff.request';

@Injectable()
export class CreateTariff {
  constructor(private readonly database: Database) {}

  /** A category without a price; the first approved version gives it one. @throws Problem tariff.duplicate */
  execute(tariff: CreateTariffBody): Promise<number> {
    return this.database.transaction(async (tx) => {
      const row = await tx
        .one<{ id: number }>('INSERT INTO tarif (code, name, kelompok) VALUES ($1, $2, $3) RETURNING id', [
          tariff.code,
          tariff.name,
          tariff.kelompok,
        ])
        .catch((error: unknown) => {
          if (violatedConstraint(error) === 'tarif_code_key') throw new Problem('tariff.duplicate');
          throw error;
        });
      await writeAudit(tx, {
        action: 'tariff.created',
        entityType: 'tarif',
        entityId: row.id,
        after: { code: tariff.code, name: tariff.name, kelompok: tariff.kelompok },
      });
      return row.id;
    });
  }
}
