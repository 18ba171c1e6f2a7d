export {
  CHARGE_CODE,
  isPrintable,
  isSingleLine,
  METER_SERIAL,
  NIK,
  COORDINATES,
  PHONE,
  singleLine,
  TARIFF_CODE,
  USERNAME,
  type FieldKind,
} from './field-kinds';
