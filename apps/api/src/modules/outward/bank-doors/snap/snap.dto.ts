import { ApiProperty } from '@nestjs/swagger';

/*
 * The fields a reader of the API documentation needs. The bodies themselves are read leniently by SnapFields, because a
 * bank may send more than ASPI lists, and sends some of it in another form.
 */

export class SnapAmountDto {
  @ApiProperty({ example: '70000.00' }) value: string;
  @ApiProperty({ example: 'IDR' }) currency: string;
}

export class SnapTextDto {
  @ApiProperty() english: string;
  @ApiProperty() indonesia: string;
}

export class SnapTokenBody {
  @ApiProperty({ example: 'client_credentials' }) grantType: string;
}

class SnapAccountDto {
  @ApiProperty({ example: '   13501' }) partnerServiceId: string;
  @ApiProperty({ example: '010203000046' }) customerNo: string;
  @ApiProperty({ example: '   13501010203000046' }) virtualAccountNo: string;
}

export class SnapInquiryBody extends SnapAccountDto {
  @ApiProperty({ description: '1 to 128 printable ASCII characters without outer spaces' })
  inquiryRequestId: string;
}

export class SnapPaymentBody extends SnapAccountDto {
  @ApiProperty({
    description: 'Our bank_reference: 1 to 128 printable ASCII characters without outer spaces',
  })
  paymentRequestId: string;
  @ApiProperty({ description: 'Bills and stamp duty, without the fee' }) paidAmount: SnapAmountDto;
  @ApiProperty({ required: false }) trxDateTime?: string;
  @ApiProperty({ required: false, description: 'Y: a repetition' }) flagAdvise?: string;
}

export class SnapStatusBody extends SnapAccountDto {
  @ApiProperty({ required: false }) inquiryRequestId?: string;
  @ApiProperty({ required: false }) paymentRequestId?: string;
}

export class SnapQrNotificationBody {
  @ApiProperty() originalReferenceNo: string;
  @ApiProperty({ required: false }) originalPartnerReferenceNo?: string;
  @ApiProperty({ example: '00' }) latestTransactionStatus: string;
  @ApiProperty({ required: false }) amount?: SnapAmountDto;
}

export class SnapAnswerDto {
  @ApiProperty({ example: '2002400', description: 'HTTP status, service code, case code' })
  responseCode: string;
  @ApiProperty({ example: 'Successful' }) responseMessage: string;
}

export class SnapTokenAnswerDto extends SnapAnswerDto {
  @ApiProperty() accessToken: string;
  @ApiProperty({ example: 'Bearer' }) tokenType: string;
  @ApiProperty({ example: '900' }) expiresIn: string;
}

export class SnapBillDto {
  @ApiProperty() billCode: string;
  @ApiProperty() billNo: string;
  @ApiProperty() billName: string;
  @ApiProperty() billShortName: string;
  @ApiProperty() billAmount: SnapAmountDto;
}

class SnapInquiryDataDto extends SnapAccountDto {
  @ApiProperty() inquiryStatus: string;
  @ApiProperty() inquiryReason: SnapTextDto;
  @ApiProperty() virtualAccountName: string;
  @ApiProperty() inquiryRequestId: string;
  @ApiProperty() totalAmount: SnapAmountDto;
  @ApiProperty() feeAmount: SnapAmountDto;
  @ApiProperty({ type: [SnapBillDto] }) billDetails: SnapBillDto[];
}

export class SnapInquiryAnswerDto extends SnapAnswerDto {
  @ApiProperty() virtualAccountData: SnapInquiryDataDto;
}

class SnapPaymentDataDto extends SnapAccountDto {
  @ApiProperty() paymentFlagStatus: string;
  @ApiProperty() paymentFlagReason: SnapTextDto;
  @ApiProperty() virtualAccountName: string;
  @ApiProperty() paymentRequestId: string;
  @ApiProperty() paidAmount: SnapAmountDto;
  @ApiProperty() totalAmount: SnapAmountDto;
  @ApiProperty({ type: [SnapBillDto] }) billDetails: SnapBillDto[];
}

export class SnapPaymentAnswerDto extends SnapAnswerDto {
  @ApiProperty() virtualAccountData: SnapPaymentDataDto;
}
