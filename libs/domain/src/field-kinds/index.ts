export {
  CHARGE_CODE,
  CONTACT,
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
