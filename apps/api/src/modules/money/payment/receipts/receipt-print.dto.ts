import { ApiProperty } from '@nestjs/swagger';
import { ChoiceField } from '../../../../platform/validation';
import { RECEIPT_PAPERS, type ReceiptPaper } from './receipt-files.service';

export class PrintReceiptQuery {
  @ChoiceField(RECEIPT_PAPERS, {
    optional: true,
    description: 'A5 unless asked otherwise; 80 and 58 mm are rolls',
  })
  paper?: ReceiptPaper;
}

export class PrintSlipBody {
  @ChoiceField(['58', '80'], { description: 'Width of the roll in mm: lines of 32 or 42 characters' })
  paper: '58' | '80';
}

export class ReceiptSlipDto {
  @ApiProperty() receipt_number: string;
  @ApiProperty({ description: '0 is the original, n is marked "SALINAN ke-n"' }) copy_number: number;
  @ApiProperty({ description: 'ASCII, a line feed after every line' }) text: string;
  @ApiProperty({ description: 'What a QR code under the text holds' }) verification_url: string;
}
