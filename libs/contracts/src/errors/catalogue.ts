import type { ErrorCode } from './error-code';
import type { ErrorEntry } from './error-entry';

export declare const ERROR_CATALOGUE: Readonly<Record<ErrorCode, ErrorEntry>>;
