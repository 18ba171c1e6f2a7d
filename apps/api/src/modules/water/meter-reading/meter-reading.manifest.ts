import type { Manifest } from '../../../platform/manifest';

export const meterReadingManifest: Manifest = {
  name: 'water/meter-reading',
  mayKnow: ['water/customers', 'water/tariffs', 'ground/approvals'],
  tables: [
    'meter_reading',
    'foto_meter',
    'foto_lepas',
    'verification',
    'pemakaian_golongan',
    'periksa_meter',
    'urutan_rute',
  ],
  appendOnly: ['verification'],
  neverDeleted: ['meter_reading', 'foto_meter', 'periksa_meter'],
  events: ['reading.verified', 'reading.settled'],
  addresses: { photos: ['/api/v1/meter-readings/:id/photo', '/api/v1/meter-checks/:id/photo'] },
};
