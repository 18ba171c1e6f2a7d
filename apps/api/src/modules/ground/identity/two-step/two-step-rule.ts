import { Inject, Injectable } from '@nestjs/common';
import { needsTwoStep, type Role } from '@tirtapay/domain';
import { CONFIG, type Config } from '../../../../platform/config';

/** Who has to sign in in two steps here; a matter of the installation, which nobody who signs in can change. */
@Injectable()
export class TwoStepRule {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  demands(role: Role): boolean {
    return this.config.twoStepRequired && needsTwoStep(role);
  }
}
