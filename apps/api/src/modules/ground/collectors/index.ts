export { CollectorsModule } from './collectors.module';
export { Collectors, type CollectorKey } from './collectors.service';
export { Deposits } from './deposits.service';
export { Drawers } from './drawers.service';
export { Shifts, type ShiftKey, type ShiftRow } from './shifts.service';
export { Collector } from './entities/collector.entity';
export type { DrawerMove } from './entities/drawer.entity';
export { collectors } from './collectors.parts';
