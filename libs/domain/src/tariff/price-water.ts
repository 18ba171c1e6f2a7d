import type { TariffBlock, WaterPrice } from './tariff-version';

export declare function priceWater(
  version: { readonly blocks: readonly TariffBlock[] },
  usage: number,
): WaterPrice;
