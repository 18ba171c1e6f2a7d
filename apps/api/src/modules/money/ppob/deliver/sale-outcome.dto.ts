import { SALE_OUTCOMES, type SaleOutcome } from '@tirtapay/domain';
import { ChoiceField, NoteField, RupiahField, TextField } from '../../../../platform/validation';

export class SaleOutcomeBody {
  @ChoiceField(SALE_OUTCOMES, {
    description:
      'SUCCESS: the supplier delivered it. FAILED: it did not and will not, and the money goes back',
  })
  outcome: SaleOutcome;
  @RupiahField({ optional: true, min: 0, description: 'What it took, of a success; as listed unless said' })
  cost?: number;
  @TextField({ optional: true, max: 100, description: 'The token or voucher it handed over, of a success' })
  code?: string;
  @NoteField({ max: 200, description: 'What the supplier says and where it is written; the seller reads it' })
  reason: string;
}
