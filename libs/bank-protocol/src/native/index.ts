export {
  NATIVE_HEADERS,
  isApiKeyId,
  isBankReference,
  isRequestId,
  isStoredReference,
  readNativeHeaders,
  STORED_REFERENCE,
} from './headers';
export type { NativeHeaders } from './headers';
export {
  nativeStringToSign,
  responseStringToSign,
  signNative,
  signNativeResponse,
  verifyNative,
  verifyNativeResponse,
} from './signature';
export type { NativeRequestParts, NativeResponseParts, Secret } from './signature';
