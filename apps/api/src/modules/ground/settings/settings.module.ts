import { Module } from '@nestjs/common';
import { ApprovalsModule } from '../approvals';
import { ChangeDueRule } from './change-due-rule.service';
import { ChangeLetterhead } from './change-letterhead.service';
import { SettingsController } from './settings.controller';
import { SettingsQueries } from './settings.queries';

@Module({
  imports: [ApprovalsModule],
  controllers: [SettingsController],
  providers: [ChangeDueRule, ChangeLetterhead, SettingsQueries],
})
export class SettingsModule {}
