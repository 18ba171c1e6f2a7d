import { Body, Controller, Get, HttpCode, Inject, Post, Redirect, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import {
  formatDateLong,
  customerKey,
  SERIAL_ENDING_LENGTH,
  zoneLabel,
  type Language,
} from '@tirtapay/domain';
import type { FastifyReply } from 'fastify';
import { Public } from '../../../../platform/access';
import { Clock } from '../../../../platform/clock';
import { CONFIG, type Config } from '../../../../platform/config';
import { Letterhead } from '../../../../platform/letterhead';
import { currentContext, currentLanguage } from '../../../../platform/context';
import { FormBody } from '../../../../platform/http';
import { Problem } from '../../../../platform/problem';
import { PublicBills } from '../public-bills.queries';
import { PublicLimits } from '../public-limits';
import { PublicMethods } from '../public-methods.service';
import { plainBills } from './plain-bills';
import { PLAIN_ADDRESS, PLAIN_POLICY, plainForm, plainPage } from './plain-html';
import { plainRefusal } from './plain-refusal';
import { PLAIN_WORDS } from './plain-words';

/** Longer than any number with spaces and dashes. */
const MAX_TYPED = 40;

interface Asked {
  readonly number: string;
  /** What was typed of the meter number, letters and spaces left out; undefined when nothing was. */
  readonly digits: string | undefined;
  readonly language: Language;
}

function typed(form: unknown, name: string): string {
  const value: unknown = typeof form === 'object' && form !== null ? Reflect.get(form, name) : undefined;
  return typeof value === 'string' ? value.trim().slice(0, MAX_TYPED) : '';
}

function askedOf(form: unknown): Asked {
  const language = typed(form, 'bahasa');
  const digits = typed(form, 'angka');
  return {
    number: typed(form, 'nomor'),
    digits: digits === '' ? undefined : digits.replaceAll(/\D/g, '').slice(-SERIAL_ENDING_LENGTH),
    language: language === 'id' || language === 'en' ? language : currentLanguage(),
  };
}

/**
 * The bills for a browser that runs no scripts, or did not get ours: the form of the first page leads here. The same look-up
 * with the same limits, the same second factor and the same masks as `inquirePublicBills`.
 */
@ApiExcludeController()
@Controller(PLAIN_ADDRESS)
export class PlainPageController {
  constructor(
    private readonly bills: PublicBills,
    private readonly methods: PublicMethods,
    private readonly limits: PublicLimits,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    private readonly letterhead: Letterhead,
  ) {}

  /** Reloaded, or typed by hand: nothing was asked. */
  @Get()
  @Public()
  @Redirect('/', 303)
  start(): void {
    return;
  }

  @Post()
  @HttpCode(200)
  @Public()
  @FormBody()
  async show(@Body() form: unknown, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    void reply
      .header('Content-Type', 'text/html; charset=utf-8')
      .header('Content-Security-Policy', PLAIN_POLICY);
    const asked = askedOf(form);
    return plainPage(
      { language: asked.language, sandbox: this.config.demo, number: asked.number },
      await this.answer(asked, reply),
    );
  }

  private async answer(asked: Asked, reply: FastifyReply): Promise<string> {
    const { language, number, digits } = asked;
    const words = PLAIN_WORDS[language];
    try {
      const key = customerKey(number);
      if (key.kind === 'NEITHER' || (digits !== undefined && digits.length !== SERIAL_ENDING_LENGTH)) {
        await this.limits.look();
        void reply.code(400);
        return plainForm(language, {
          number,
          guarded: digits !== undefined,
          numberTrouble: key.kind === 'NEITHER' ? words.wrong[key.reason] : undefined,
          digitsTrouble: key.kind === 'NEITHER' ? undefined : words.wrong.DIGITS,
        });
      }
      const inquiry = await this.bills.inquire(number, digits);
      return plainBills({
        language,
        inquiry,
        methods: await this.methods.methods(inquiry.token),
        utility: this.letterhead.current,
        moment: this.moment(language),
      });
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      void reply.code(problem.status);
      if (problem.extras.retryAfter !== undefined)
        void reply.header('Retry-After', String(problem.extras.retryAfter));
      return plainRefusal({ problem, number, language, requestId: currentContext()?.requestId ?? '' });
    }
  }

  private moment(language: Language): string {
    const now = this.clock.now();
    const time = this.clock.text(now).slice(11, 16);
    return `${formatDateLong(this.clock.businessDate(), language)} ${language === 'id' ? time.replace(':', '.') : time} ${zoneLabel(now, this.clock.zone)}`;
  }
}
