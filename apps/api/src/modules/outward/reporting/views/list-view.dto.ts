import { ApiProperty } from '@nestjs/swagger';
import { ROLES, type Role } from '@tirtapay/domain';
import { ChoiceField, IntegerField, TextField } from '../../../../platform/validation';

const LIST = {
  max: 50,
  pattern: /^list[A-Z][A-Za-z]{1,40}$/,
  words: { id: 'Bukan nama sebuah daftar.', en: 'Not the name of a list.' },
} as const;
/** What an address and a choice of columns are made of: no markup, no line breaks. */
const PARAMETERS = /^[A-Za-z0-9_.,=&%+*~-]*$/;
const PARAMETER_WORDS = { id: 'Bukan bagian alamat halaman.', en: 'Not a part of an address.' };

export class ListViewQuery {
  @TextField({ ...LIST, description: 'Operation of the list', example: 'listPayments' })
  list: string;
}

class ListViewContent {
  @TextField({ max: 60 }) name: string;
  @TextField({
    max: 2_000,
    min: 0,
    pattern: PARAMETERS,
    words: PARAMETER_WORDS,
    description: 'Filter, search and order as the address of the page has them',
    example: 'status=POSTED&sort=-amount',
  })
  address: string;
  @TextField({
    max: 1_000,
    min: 0,
    pattern: PARAMETERS,
    words: PARAMETER_WORDS,
    description: 'Columns that are hidden or shown against the usual, and the density',
    example: 'hidden=bank&density=dense',
  })
  columns: string;
}

export class SaveListViewBody extends ListViewContent {
  @TextField({ ...LIST, example: 'listPayments' }) list: string;
  @ChoiceField(ROLES, {
    optional: true,
    description: 'The role it is shared with; without one it stays private',
  })
  role?: Role;
}

export class ChangeListViewBody extends ListViewContent {
  @IntegerField({ min: 1, max: 2_147_483_647, description: 'The version that was read' }) version: number;
}

export class ListViewDto extends ListViewContent {
  @ApiProperty({ type: 'integer' }) id: number;
  @ApiProperty({ type: String, nullable: true, description: 'The role it is shared with' })
  role: string | null;
  @ApiProperty() owner: string;
  @ApiProperty({ description: 'Whether the reader made it' }) mine: boolean;
  @ApiProperty({ description: 'Whether the reader may change or remove it' }) can_change: boolean;
  @ApiProperty({ type: 'integer' }) version: number;
}
