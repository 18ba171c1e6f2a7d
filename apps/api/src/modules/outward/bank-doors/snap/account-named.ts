import { padPartnerServiceId, snapVirtualAccountNo } from '@tirtapay/domain';
import { SnapRefusal, type SnapPartner } from '../../../bank-gateway/security';
import type { SnapFields } from './snap-fields';

/** The identity triple of a virtual account, as it is emitted: padded. */
export interface AccountNamed {
  readonly partnerServiceId: string;
  readonly customerNo: string;
  readonly virtualAccountNo: string;
}

const CUSTOMER_NUMBER_DIGITS = 12;

/**
 * Reads the triple, padded or not, and holds its parts against each other and against the partner.
 * @throws SnapRefusal 400xx01 for a wrong form or parts that disagree, 404xx12 for a prefix that is not the partner's
 */
export function accountNamed(fields: SnapFields, partner: SnapPartner): AccountNamed {
  const service = fields.text('partnerServiceId', { max: 8, form: /^\d{1,8}$/ }) ?? '';
  const customer = fields.text('customerNo', { max: 20, form: /^\d{1,20}$/ }) ?? '';
  const account = fields.text('virtualAccountNo', { max: 28, form: /^[\d ]{1,28}$/ }) ?? '';
  const partnerServiceId = padPartnerServiceId(service);
  const customerNo = account.replaceAll(' ', '') === service + customer ? customer : widened(customer);
  if (account.replaceAll(' ', '') !== service + customerNo) throw fields.malformed('virtualAccountNo');
  if (partnerServiceId !== partner.partnerServiceId)
    throw new SnapRefusal('invalidBill', { detail: 'Not Found' });
  return { partnerServiceId, customerNo, virtualAccountNo: snapVirtualAccountNo(service, customerNo) };
}

/** A customer number sent as a bare JSON number has lost its leading zeros; the account number still has them. */
function widened(customerNo: string): string {
  return customerNo.padStart(CUSTOMER_NUMBER_DIGITS, '0');
}
