import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { CONFIG, ConfigError, type Config } from '../config';
import { Database } from '../database';
import { missingDataKeys } from './rotate-envelopes';
import { SEALED_COLUMNS, type SealedColumn } from './sealed-columns';

/**
 * A key of DATA_KEYS that was lost or left out is found at start, not at the first call of a bank. Customers are not
 * looked through: there are many, and nothing the product does every day needs to open their NIK.
 */
@Injectable()
export class DataKeyCheck implements OnApplicationBootstrap {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    @Inject(SEALED_COLUMNS) private readonly sealed: readonly SealedColumn[],
  ) {}

  /** @throws ConfigError naming the keys that are missing */
  async onApplicationBootstrap(): Promise<void> {
    const columns = this.sealed.filter(({ indexColumn }) => indexColumn === undefined);
    const missing = await missingDataKeys(
      this.database,
      this.config.dataKeys.map(({ id }) => id),
      columns,
    );
    if (missing.length > 0)
      throw new ConfigError(
        missing.map(
          (id) =>
            `DATA_KEYS lacks key ${String(id)}, which sealed secrets of banks: add it (it may stand last) and start again`,
        ),
      );
  }
}
