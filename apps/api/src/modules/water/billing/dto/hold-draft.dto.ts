import { NoteField } from '../../../../platform/validation';

export class HoldDraftBody {
  @NoteField({ min: 5, max: 300, description: 'Why; shown beside the draft' }) reason: string;
}
