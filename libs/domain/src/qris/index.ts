export { crc16 } from './crc16';
export { encodeTlv, decodeTlv } from './tlv';
export type { TlvField } from './tlv';
export { buildDynamicQris, withAmount } from './build-qris';
export type { DynamicQris, QrisCriteria } from './build-qris';
export { parseQris } from './parse-qris';
export type { ParsedQris, QrisParseResult } from './parse-qris';
export { validateQris } from './validate-qris';
export type { QrisProblem, QrisProblemCode } from './qris-problem';
