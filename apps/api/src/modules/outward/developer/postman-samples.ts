import { AFTER_INQUIRY, AFTER_VERIFY } from './postman-scripts';

/** How an operation is called from Postman; `{{…}}` are variables of the collection. */
export interface PostmanSample {
  readonly body?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly after?: string;
}

const ACCOUNT = `"partnerServiceId": "   13501",
  "customerNo": "{{customer_number}}",
  "virtualAccountNo": "   13501{{customer_number}}"`;
const AMOUNT = '{ "value": "{{snap_amount}}", "currency": "IDR" }';

/** Calls of banks, by operation id; the operations themselves come from the OpenAPI document. */
export const POSTMAN_SAMPLES: Readonly<Record<string, PostmanSample>> = {
  verifyBills: { body: '{ "customer_number": "{{customer_number}}" }', after: AFTER_VERIFY },
  processPayment: {
    body: `{
  "bank_reference": "{{bank_reference}}",
  "inquiry_id": "{{inquiry_id}}",
  "amount": {{total_amount}},
  "paid_at": "{{paid_at}}",
  "channel": "TELLER"
}`,
  },
  getPaymentStatus: { query: { bank_reference: '{{bank_reference}}' } },
  getPaymentReceipt: { query: { bank_reference: '{{bank_reference}}' } },
  reversePayment: {
    body: `{
  "bank_reference": "{{bank_reference}}",
  "reversal_reference": "{{bank_reference}}-R",
  "reason": "Percobaan dari Postman"
}`,
  },
  receivePaymentNotification: {
    body: `{
  "event_id": "{{bank_reference}}-E",
  "event": "payment.paid",
  "method": "VA",
  "virtual_account_number": "13501{{customer_number}}",
  "bank_reference": "{{bank_reference}}",
  "amount": {{total_amount}},
  "paid_at": "{{paid_at}}"
}`,
  },
  snapInquireVa: {
    body: `{
  ${ACCOUNT},
  "inquiryRequestId": "{{snap_payment_id}}"
}`,
    after: AFTER_INQUIRY,
  },
  snapPayVa: {
    body: `{
  ${ACCOUNT},
  "paymentRequestId": "{{snap_payment_id}}",
  "paidAmount": ${AMOUNT},
  "totalAmount": ${AMOUNT},
  "trxDateTime": "{{snap_paid_at}}",
  "flagAdvise": "N"
}`,
  },
  snapGetVaStatus: {
    body: `{
  ${ACCOUNT},
  "inquiryRequestId": "{{snap_payment_id}}",
  "paymentRequestId": "{{snap_payment_id}}"
}`,
  },
};

/** Starting values: the demonstration bank. Real keys are typed into Postman, never into this file. */
export const POSTMAN_VARIABLES: Readonly<Record<string, string>> = {
  base_url: 'http://localhost:3000',
  api_key: 'demo-bank-sultra',
  api_secret: 'demo-secret-sultra-do-not-use-in-production',
  customer_number: '010203000046',
  inquiry_id: '',
  total_amount: '0',
  bank_reference: '',
  paid_at: '',
  snap_partner_id: 'demo-snap-sultra',
  snap_channel_id: '95231',
  snap_secret: 'demo-snap-secret-do-not-use-in-production',
  snap_access_token: '',
  snap_amount: '0.00',
  snap_payment_id: '1',
  snap_paid_at: '',
};
