export { QuoteResponse } from './dto/quote.response';
export { FixedChargeRow, TariffBlockRow } from './entities/tariff-parts.entity';
export { TariffVersionRow } from './entities/tariff-version.entity';
export { Tariff } from './entities/tariff.entity';
export { QuoteTariff } from './quote-tariff.service';
export { type CataloguedVersion, TariffCatalogue } from './tariff-catalogue';
export { TariffsModule } from './tariffs.module';
