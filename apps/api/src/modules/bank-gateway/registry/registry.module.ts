import { Module } from '@nestjs/common';
import { ApprovalsModule } from '../../ground/approvals';
import { CollectorsModule } from '../../ground/collectors';
import { AdministerBanks } from './administer-banks.service';
import { AdministerSnapPartners } from './administer-snap-partners.service';
import { BankDirectory } from './bank-directory';
import { BankQueries } from './bank.queries';
import { BanksController } from './banks.controller';
import { ChangeBankKeys } from './change-bank-keys.service';
import { ChangeBankSettings } from './change-bank-settings.service';
import { ChangeSnapPartners } from './change-snap-partners.service';
import { CreateBank } from './create-bank.service';
import { ChangePartner } from './change-partner.service';
import { CreatePartner } from './create-partner.service';
import { PartnerQueries } from './partner.queries';
import { PartnersController } from './partners.controller';

import { SnapPartnersController } from './snap-partners.controller';

@Module({
  imports: [ApprovalsModule, CollectorsModule],
  controllers: [BanksController, PartnersController, SnapPartnersController],
  providers: [
    BankDirectory,
    BankQueries,
    ChangeBankKeys,
    ChangeBankSettings,
    AdministerBanks,
    CreateBank,
    ChangePartner,
    CreatePartner,
    PartnerQueries,
    ChangeSnapPartners,
    AdministerSnapPartners,
  ],
  exports: [BankDirectory],
})
export class RegistryModule {}
