import { Injectable } from '@nestjs/common';
import { writeAudit } from '../../../platform/audit';
import { Clock } from '../../../platform/clock';
import { currentStaff } from '../../../platform/context';
import { Database, type Tx } from '../../../platform/database';
import { Problem } from '../../../platform/problem';
import { Vault } from '../../../platform/security';
import type { CodeHalfDto } from './dto/code.dto';
import { grouped, type OneTimeCode } from './one-time-code';

interface Kept {
  readonly id: number;
  readonly username: string;
  readonly made_by: number;
  readonly maker_half_enc: string | null;
  readonly checker_half_enc: string | null;
}

/** The first half goes to whoever asked, the second to whoever agreed: each sees one, once. */
@Injectable()
export class CodeHalves {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /** Sealed until they are fetched. */
  async keep(tx: Tx, id: number, { first, second }: OneTimeCode): Promise<void> {
    await tx.query('UPDATE kode_sekali SET maker_half_enc = $2, checker_half_enc = $3 WHERE id = $1', [
      id,
      this.vault.seal(first, { table: 'kode_sekali', column: 'maker_half_enc', id }),
      this.vault.seal(second, { table: 'kode_sekali', column: 'checker_half_enc', id }),
    ]);
  }

  /** @throws Problem user.code_gone for anybody else, twice, or when the code is no use any more */
  async show(approvalId: number): Promise<CodeHalfDto> {
    const reader = currentStaff();
    return this.database.transaction(async (tx) => {
      const [kept] = await tx.query<Kept & Record<string, unknown>>(
        `SELECT k.id, u.username, a.made_by, k.maker_half_enc, k.checker_half_enc
         FROM kode_sekali k JOIN pengguna u ON u.id = k.user_id JOIN persetujuan a ON a.id = k.approval_id
         WHERE k.approval_id = $1 AND $2 IN (a.made_by, a.decided_by) AND k.expires_at > $3
           AND k.redeemed_at IS NULL AND k.voided_at IS NULL FOR UPDATE OF k`,
        [approvalId, reader.id, this.clock.date()],
      );
      const column = kept?.made_by === reader.id ? 'maker_half_enc' : 'checker_half_enc';
      const sealed = kept?.[column] ?? null;
      if (kept === undefined || sealed === null) throw new Problem('user.code_gone');
      await tx.query(`UPDATE kode_sekali SET ${column} = NULL WHERE id = $1`, [kept.id]);
      await writeAudit(tx, {
        action: 'security.code_half_shown',
        entityType: 'kode_sekali',
        entityId: kept.id,
        after: { half: column === 'maker_half_enc' ? 1 : 2 },
      });
      return {
        username: kept.username,
        half: column === 'maker_half_enc' ? 1 : 2,
        code: grouped(this.vault.open(sealed, { table: 'kode_sekali', column, id: kept.id })),
      };
    });
  }
}
