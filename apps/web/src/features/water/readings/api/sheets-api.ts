import { recordReadingSheet } from '@tirtapay/api-client';
import type { RecordSheetBody } from '@tirtapay/api-client';
import { answerOf } from '../../../../lib/api';

export const recordSheet = (body: RecordSheetBody) =>
  answerOf(recordReadingSheet({ body, throwOnError: true }));
