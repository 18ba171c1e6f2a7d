import type { ModuleParts } from '../../../platform/manifest';
import { BankOutboundRow, OutboundCall } from './entities/bank-outbound.entity';
import { OutboundModule } from './outbound.module';
import { outboundManifest } from './outbound.manifest';

export const outbound: ModuleParts = {
  manifest: outboundManifest,
  module: OutboundModule,
  entities: [BankOutboundRow, OutboundCall],
  laws: [],
};
