import type { ModuleParts } from '../../../platform/manifest';
import { CORRECTION_LAWS } from './correction.laws';
import { correctionManifest } from './correction.manifest';
import { CorrectionModule } from './correction.module';

export const correction: ModuleParts = {
  manifest: correctionManifest,
  module: CorrectionModule,
  entities: [],
  laws: CORRECTION_LAWS,
};
