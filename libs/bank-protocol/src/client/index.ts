export { NATIVE_PATHS, NativeBankClient } from './native-bank-client';
export type {
  AnswerVerdict,
  CallOptions,
  NativeAnswer,
  NativeBankClientOptions,
  SentRequest,
} from './native-bank-client';
export type { NotificationBody, ProcessBody, ReversalBody, VerifyBody } from './request-bodies';
