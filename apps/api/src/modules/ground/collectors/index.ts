export { CollectorsModule } from './collectors.module';
export { Collectors, type CollectorKey } from './collectors.service';
export { Deposits } from './deposits.service';
export { Collector } from './entities/collector.entity';
export { collectors } from './collectors.parts';
