import type { Manifest } from '../../../platform/manifest';

export const meterReadingManifest: Manifest = {
  name: 'water/meter-reading',
  mayKnow: ['water/customers', 'water/tariffs', 'ground/approvals'],
  tables: ['meter_reading', 'foto_meter', 'foto_lepas', 'verification', 'pemakaian_golongan'],
  appendOnly: ['verification'],
  neverDeleted: ['meter_reading', 'foto_meter'],
  events: ['reading.verified', 'reading.settled'],
  addresses: { photos: ['/api/v1/meter-readings/:id/photo'] },
};
