import type { ModuleParts } from '../../../platform/manifest';
import { BankOutboundRow, OutboundCall } from './entities/bank-outbound.entity';
import { OutboundModule } from './outbound.module';
import { OwnKey0049 } from './schema/0049-own-key';
import { outboundManifest } from './outbound.manifest';

export const outbound: ModuleParts = {
  manifest: outboundManifest,
  module: OutboundModule,
  entities: [BankOutboundRow, OutboundCall],
  schema: [OwnKey0049],
  laws: [],
};
