import { CUSTOMER_STATES, METER_SERIAL, NIK, PHONE, type CustomerState } from '@tirtapay/domain';
import { IsEmail } from 'class-validator';
import {
  ChoiceField,
  DateField,
  IdField,
  IntegerField,
  KindField,
  ObjectField,
  NoteField,
  TextField,
} from '../../../../platform/validation';

export class MeterFactsBody {
  @KindField(METER_SERIAL) serial: string;
  @IntegerField({ min: 4, max: 8 }) digits: number;
  @IntegerField({ min: 10, max: 500 }) size_mm: number;
  @IntegerField({ min: 0, max: 99_999_999 }) installed_stand: number;
}

export class NewMeterBody extends MeterFactsBody {
  @DateField({ optional: true, description: 'Today when left out' }) installed_on?: string;
}

export class RegisterCustomerBody {
  @TextField({ max: 150 }) name: string;
  @TextField({ max: 300, min: 3 }) address: string;
  @KindField(PHONE, { optional: true, nullable: true }) phone?: string | null;
  @TextField({ max: 254, optional: true, nullable: true })
  @IsEmail()
  email?: string | null;
  @KindField(NIK, { optional: true, nullable: true, description: 'Kept encrypted, never shown' })
  nik?: string | null;
  @IdField() region_id: number;
  @IdField() route_id: number;
  @IdField() tariff_id: number;
  @ObjectField(() => NewMeterBody) meter: NewMeterBody;
}

export class ChangeCustomerBody {
  @IntegerField({ min: 1, max: 1_000_000_000 }) version: number;
  @TextField({ max: 150, optional: true }) name?: string;
  @TextField({ max: 300, min: 3, optional: true }) address?: string;
  @KindField(PHONE, { optional: true, nullable: true }) phone?: string | null;
  @TextField({ max: 254, optional: true, nullable: true })
  @IsEmail()
  email?: string | null;
  @KindField(NIK, { optional: true, nullable: true }) nik?: string | null;
  @IdField({ optional: true }) tariff_id?: number;
  @NoteField({ max: 300, optional: true, description: 'Goes into the history of each field' })
  reason?: string;
}

export class ChangeStateBody {
  @ChoiceField(CUSTOMER_STATES, {
    description: 'CALON: a closed connection is taken up again as a candidate',
  })
  state: CustomerState;
  @NoteField({ max: 300, min: 3, description: 'Why' }) reason: string;
  @IntegerField({ min: 1, max: 1_000_000_000 }) version: number;
  @IntegerField({
    min: 0,
    max: 99_999_999,
    optional: true,
    description:
      'At a closing: the stand the meter is taken out with, which is the one verified last. Left out, the meter stays in place',
  })
  final_stand?: number;
}
