import { Injectable } from '@nestjs/common';
import { SNAP_SERVICES, snapAnswer } from '@tirtapay/bank-protocol';
import { SNAP_TOKEN_SECONDS, SnapRefusal, SnapTokens, type SnapCall } from '../../../bank-gateway/security';
import { SnapFields } from './snap-fields';

/** Service 73. */
@Injectable()
export class IssueSnapToken {
  constructor(private readonly tokens: SnapTokens) {}

  /** @throws SnapRefusal 40073xx for the body, 4037301 for a partner whose agreed mode has no token */
  async issue({ partner }: SnapCall, body: unknown): Promise<Record<string, unknown>> {
    const fields = new SnapFields(body);
    // Versions before 1.0.2 wrote it in lower case.
    const name = fields.isAbsent('grantType') && !fields.isAbsent('granttype') ? 'granttype' : 'grantType';
    fields.require(name).text(name, { max: 32, form: /^client_credentials$/ });
    if (partner.mode !== 'SYMMETRIC')
      throw new SnapRefusal('featureNotAllowed', { detail: 'Signature Without Token' });
    const { responseCode, responseMessage } = snapAnswer('successful', SNAP_SERVICES.accessTokenB2b);
    return {
      responseCode,
      responseMessage,
      accessToken: await this.tokens.issue(partner),
      tokenType: 'Bearer',
      expiresIn: String(SNAP_TOKEN_SECONDS),
      additionalInfo: {},
    };
  }
}
