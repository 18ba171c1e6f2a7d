export type {
  TariffBlock,
  FixedCharge,
  MinimumCharge,
  TariffVersion,
  WaterLine,
  WaterPrice,
} from './tariff-version';
export { validateBlocks } from './validate-blocks';
export type { BlockProblem, BlockProblemCode } from './validate-blocks';
export { priceWater } from './price-water';
export { selectVersion } from './select-version';
