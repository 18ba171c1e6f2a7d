import { changePayPoint as change, createPayPoint as create } from '@tirtapay/api-client';
import type { ChangePayPointBody, CreatePayPointBody } from '@tirtapay/api-client';
import { answerOf } from '../../../../lib/api';

export const createPayPoint = (body: CreatePayPointBody) => answerOf(create({ body, throwOnError: true }));

export const changePayPoint = ({ id, ...body }: ChangePayPointBody & { id: number }) =>
  answerOf(change({ path: { id }, body, throwOnError: true }));
