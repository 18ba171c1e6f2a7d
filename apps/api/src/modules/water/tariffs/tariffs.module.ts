import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ApprovalsModule } from '../../ground/approvals';
import { ActivateVersion } from './activate-version';
import { ChangeTariff } from './change-tariff.service';
import { ChangeThresholds } from './change-thresholds.service';
import { CreateTariff } from './create-tariff.service';
import { Tariff } from './entities/tariff.entity';
import { PricedMeters } from './priced-meters.service';
import { ProposeVersion } from './propose-version.service';
import { PublicTariffs } from './public-tariffs';
import { PublicTariffsController } from './public-tariffs.controller';
import { QuoteTariff } from './quote-tariff.service';
import { TariffCatalogue } from './tariff-catalogue';
import { TariffsController } from './tariffs.controller';
import { TariffQueries } from './tariffs.queries';

@Module({
  imports: [TypeOrmModule.forFeature([Tariff]), ApprovalsModule],
  controllers: [TariffsController, PublicTariffsController],
  providers: [
    ActivateVersion,
    ChangeTariff,
    ChangeThresholds,
    CreateTariff,
    PricedMeters,
    ProposeVersion,
    PublicTariffs,
    QuoteTariff,
    TariffCatalogue,
    TariffQueries,
  ],
  exports: [PricedMeters, QuoteTariff, TariffCatalogue],
})
export class TariffsModule {}
