import { Injectable } from '@nestjs/common';
import { currentLanguage } from '../../../../platform/context';
import { Database } from '../../../../platform/database';
import type { CheckSignatureBody, SignatureCheckDto } from '../dto/signature-check.dto';
import { DiagnoseCall, type DiagnosedCall } from './diagnose-call.service';
import { firstDifference } from './first-difference';
import { problem, type SignatureProblem } from './signature-problem';

/** Says what is wrong with a signed call somebody pasted; what it would take to sign one is never told. */
@Injectable()
export class CheckSignature {
  constructor(
    private readonly calls: DiagnoseCall,
    private readonly database: Database,
  ) {}

  async check(body: CheckSignatureBody): Promise<SignatureCheckDto> {
    const { owner, diagnosis } = await this.diagnose(body);
    const problems = [...(owner === null ? [await this.missing(body)] : []), ...diagnosis.problems];
    const language = currentLanguage();
    const theirs = body.bank_string_to_sign;
    return {
      verdict: problems.length === 0 ? 'VALID' : 'INVALID',
      problems: problems.map(({ code, message }) => ({ code, message: message[language] })),
      our_string_to_sign: diagnosis.ourStringToSign,
      body_sha256: diagnosis.bodySha256,
      timestamp_skew_seconds: diagnosis.skewSeconds,
      first_difference: theirs === undefined ? null : firstDifference(diagnosis.ourStringToSign, theirs),
    };
  }

  private diagnose(body: CheckSignatureBody): Promise<DiagnosedCall> {
    const { method, request_target: requestTarget, headers } = body;
    const claim = {
      method,
      requestTarget,
      timestamp: headers.timestamp,
      signature: headers.signature,
      rawBody: Buffer.from(body.body, 'utf8'),
      bankStringToSign: body.bank_string_to_sign,
    };
    return body.protocol === 'NATIVE'
      ? this.calls.native(body.key_id ?? '', { ...claim, requestId: headers.request_id ?? '' })
      : this.calls.snap(body.client_key ?? '', { ...claim, accessToken: headers.access_token ?? '' });
  }

  /** A bank is told one thing for both; Admin IT may know which. */
  private async missing({ protocol, key_id, client_key }: CheckSignatureBody): Promise<SignatureProblem> {
    const [table, column, name] =
      protocol === 'NATIVE' ? ['bank_api_key', 'key_id', key_id] : ['snap_partner', 'partner_id', client_key];
    const rows = await this.database.screen(`SELECT FROM ${table} WHERE ${column} = $1`, [
      (name ?? '').replaceAll('\0', ''),
    ]);
    return rows.length === 0
      ? problem('UNKNOWN_KEY', 'Kunci ini tidak terdaftar.', 'This key is not registered.')
      : problem(
          'KEY_REVOKED',
          'Kunci ini sudah dicabut, atau banknya dinonaktifkan.',
          'This key was revoked, or its bank is switched off.',
        );
  }
}
