export { CollectorsModule } from './collectors.module';
export { Collectors, type CollectorKey } from './collectors.service';
export { collectors } from './collectors.parts';
