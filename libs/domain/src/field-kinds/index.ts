export {
  CHARGE_CODE,
  isPrintable,
  isSingleLine,
  METER_SERIAL,
  NIK,
  PHONE,
  singleLine,
  TARIFF_CODE,
  USERNAME,
  type FieldKind,
} from './field-kinds';
