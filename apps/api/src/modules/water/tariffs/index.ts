export { QuoteDto } from './dto/quote.dto';
export { Tariff } from './entities/tariff.entity';
export { type MissingPrice, PricedMeters } from './priced-meters.service';
export { QuoteTariff } from './quote-tariff.service';
export { type CataloguedVersion, TariffCatalogue } from './tariff-catalogue';
export { TariffBills, TariffCustomers, type SizeInUse } from './tariff-use';
export { TariffsModule } from './tariffs.module';
export { tariffs } from './tariffs.parts';
