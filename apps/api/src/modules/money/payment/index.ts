export {
  CaseDetailDto,
  type CaseDto,
  type CaseMovementDto,
  CasePageDto,
  type CaseResolution,
  type CaseSource,
  type CaseSourceDto,
} from './credit/case.dto';
export { CaseReader } from './credit/case-reader';
export { CreditFromCorrection } from './credit/credit-from-correction.service';
export { UseCredit } from './credit/use-credit.service';
export { CreditQueries } from './credit/credit.queries';
export { heldAs, mayBePutRight, PAY_OUT_APPROVAL, REMAINING, TOLD_MONEY_APPROVAL } from './credit/held-money';
export { InquireBills, type InquiredBill } from './inquiry/inquire-bills.service';
export { knownCustomer } from './inquiry/known-customer';
export type { InquiryPromise } from './inquiry/inquiry-token';
export { openToken, sealToken } from './inquiry/signed-token';
export { PaymentModule } from './payment.module';
export { type PaidAt, paidAt } from './posting/paid-at';
export { lockReference } from './posting/lock-postings';
export type { PostedBeside } from './posting/payment-command';
export { issueSaleReceipt } from './posting/sale-receipts';
export { PaymentLookup, type ReferenceState } from './posting/payment-lookup.service';
export { PostBasket, type BasketPayment } from './posting/post-basket.service';
export { PostHistory } from './posting/post-history.service';
export { PostPayment, type PostedPayment } from './posting/post-payment.service';
export { PrintReceipt } from './receipts/print-receipt.service';
export { ReceiptFiles } from './receipts/receipt-files.service';
export { ReceiptBankDto, ReceiptDto, ReceiptVerificationDto, receiptDto } from './receipts/receipt.dto';
export { ReceiptQueries, type StoredReceipt, maskedForPublic } from './receipts/receipt.queries';
export { type MeantCheckout, MeantCheckouts } from './receiving/meant-checkouts';
export { BookFoundMoney } from './receiving/book-found-money.service';
export { markedReference, ownReference } from './receiving/found-reference';
export type { MoneyReceived, MoneyTarget } from './receiving/money-received';
export { ReceiveMoney } from './receiving/receive-money.service';
export { ReversalRequestDto } from './reversal/reversal-request.dto';
export { ReversePayment } from './reversal/reverse-payment.service';
export { PaymentBankDto, PaymentCustomerDto } from './payment-parties.dto';
export { payment } from './payment.parts';
