import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { createHash } from 'node:crypto';
import { Database } from '../../../../platform/database';
import { FileStore } from '../../../../platform/files';
import { redrawPhoto, sendPhoto } from '../../../../platform/http';
import { Problem } from '../../../../platform/problem';
import type { PhotoStoredDto } from '../dto/photo.dto';
import { LooseFiles } from '../photos/loose-files';
import { lockOpenCheck } from './meter-checks.service';

/** The photo of what a meter showed when it was checked: drawn anew, like every other. */
@Injectable()
export class CheckPhotos {
  constructor(
    private readonly database: Database,
    private readonly files: FileStore,
    private readonly loose: LooseFiles,
  ) {}

  /** The same photo again is the same answer. @throws Problem photo.invalid, meter_check.not_found, meter_check.closed */
  async store(id: number, content: unknown): Promise<PhotoStoredDto> {
    if (!Buffer.isBuffer(content) || content.length === 0) throw new Problem('photo.invalid');
    const photo = await redrawPhoto(content);
    const sha256 = createHash('sha256').update(content).digest();
    // The file first: no row ever names one that is not there. Without its row it is cleared away.
    const file = await this.files.put(await this.loose.expect(), photo.content);
    const created = await this.database.transaction(async (tx) => {
      const check = await lockOpenCheck(tx, id);
      if (check.sha256?.equals(sha256) === true) return false;
      await tx.query(
        'UPDATE periksa_meter SET media_type = $2, sha256 = $3, file_key = $4, file_sha256 = $5, size_bytes = $6 WHERE id = $1',
        [id, photo.mediaType, sha256, file.key, file.sha256, file.sizeBytes],
      );
      await this.loose.take(tx, file.key);
      if (check.file_key !== null) await this.loose.leave(tx, check.file_key);
      return true;
    });
    return {
      sha256: sha256.toString('hex'),
      media_type: photo.mediaType,
      size_bytes: photo.content.length,
      created,
    };
  }

  /** @throws Problem photo.not_found, photo.lost */
  async of(reply: FastifyReply, id: number): Promise<Buffer> {
    const [photo] = await this.database.screen<{
      media_type: string;
      content: null;
      redrawn: boolean;
      file_key: string | null;
      file_sha256: Buffer | null;
      size_bytes: number | null;
    }>(
      `SELECT media_type, NULL::bytea AS content, true AS redrawn, file_key, file_sha256, size_bytes
       FROM periksa_meter WHERE id = $1 AND file_key IS NOT NULL`,
      [id],
    );
    return sendPhoto(reply, this.files, photo);
  }
}
