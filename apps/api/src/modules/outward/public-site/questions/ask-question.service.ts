import { Injectable } from '@nestjs/common';
import { keyForm } from '@tirtapay/domain';
import { createHash, randomInt } from 'node:crypto';
import { Clock } from '../../../../platform/clock';
import { Database, type RowOf } from '../../../../platform/database';
import { casesOf } from '../../../ground/cases';
import { publicSiteManifest } from '../public-site.manifest';
import type { Question } from '../entities/question.entity';
import type { QuestionAskedDto, QuestionBody } from './question.dto';
import { QuestionLimits } from './question-limits';

const CASES = casesOf(publicSiteManifest);

/** Read out over a telephone: nothing that looks or sounds like something else. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LENGTH = 8;

/** A question from the public pages becomes a case of the office. */
@Injectable()
export class AskQuestion {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly limits: QuestionLimits,
  ) {}

  /**
   * The customer number is only what the asker says: it is not looked up, so nothing here tells which ones there are.
   * @returns the code to quote; the same one for the same question of the same day
   * @throws Problem public.question_limit with Retry-After
   */
  async execute({
    name,
    contact,
    customer_number: number,
    question,
  }: QuestionBody): Promise<QuestionAskedDto> {
    await this.limits.consume(keyForm(contact));
    const at = this.clock.date();
    const said = { name, contact, question, ...(number != null && { customer_number: number }) };
    const fingerprint = createHash('sha256')
      .update(JSON.stringify([said, this.clock.businessDate()]))
      .digest();
    return this.database.transaction(async (tx) => {
      const [asked] = await tx.query<RowOf<Question, 'id' | 'code'>>(
        `INSERT INTO pertanyaan (code, fingerprint, asked_at) VALUES ($1, $2, $3)
         ON CONFLICT (fingerprint) DO NOTHING RETURNING id, code`,
        [newCode(), fingerprint, at],
      );
      if (asked === undefined)
        return tx.one<RowOf<Question, 'code'>>('SELECT code FROM pertanyaan WHERE fingerprint = $1', [
          fingerprint,
        ]);
      await CASES.open(tx, {
        kind: 'QUESTION',
        subjectId: asked.id,
        detail: { code: asked.code, ...said },
        openedAt: at,
      });
      return { code: asked.code };
    });
  }
}

function newCode(): string {
  return Array.from({ length: CODE_LENGTH }, () => LETTERS.charAt(randomInt(LETTERS.length))).join('');
}
