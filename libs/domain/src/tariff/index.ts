export { TARIFF_GROUPS } from './tariff-group';
export type { TariffGroup } from './tariff-group';
export { MINIMUM_KINDS } from './tariff-version';
export type {
  TariffBlock,
  FixedCharge,
  MinimumCharge,
  MinimumKind,
  TariffVersion,
  WaterLine,
  WaterPrice,
} from './tariff-version';
export { validateBlocks } from './validate-blocks';
export type { BlockProblem, BlockProblemCode } from './validate-blocks';
export { priceWater } from './price-water';
export { selectVersion } from './select-version';
