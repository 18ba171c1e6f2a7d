import type { ModuleParts } from '../../../platform/manifest';
import { Question } from './entities/question.entity';
import { PublicSiteModule } from './public-site.module';
import { publicSiteManifest } from './public-site.manifest';
import { PublicGuesses0029 } from './schema/0029-public-guesses';
import { KnownWalks0058 } from './schema/0058-known-walks';
import { PublicQuestions0101 } from './schema/0101-public-questions';

export const publicSite: ModuleParts = {
  manifest: publicSiteManifest,
  module: PublicSiteModule,
  entities: [Question],
  schema: [PublicGuesses0029, KnownWalks0058, PublicQuestions0101],
  laws: [],
};
