export { CustomerSequence } from './customer-sequence';
export { type RegionDto, RegionPageDto, RouteDto } from './dto/region.dto';
export { Region } from './entities/region.entity';
export { Route } from './entities/route.entity';
export { RegionReader } from './region-reader';
export { RegionUse } from './region-use';
export { RoutePlaces, type RoutePlace } from './route-places';
export { RegionsModule } from './regions.module';
export { regions } from './regions.parts';
