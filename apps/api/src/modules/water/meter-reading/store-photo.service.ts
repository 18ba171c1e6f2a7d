import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { writeAudit } from '../../../platform/audit';
import { Clock } from '../../../platform/clock';
import { currentUserId } from '../../../platform/context';
import { Database, type Tx } from '../../../platform/database';
import { redrawPhoto, type Photo } from '../../../platform/http';
import { Problem } from '../../../platform/problem';
import type { PhotoStoredDto } from './dto/photo.dto';
import { READING_SAYS } from './sentences';

interface PhotographedReading {
  client_id: string;
  status: string;
  sha256: Buffer | null;
}

/**
 * Keeps the photo of a reading. The bytes are judged by what they are, not by what the sender calls them, and drawn
 * anew: where a household lives is not kept in its picture. Acknowledged is what was sent, by its hash.
 */
@Injectable()
export class StorePhoto {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The same photo again is the same answer. @throws Problem photo.invalid, reading.not_found, reading.locked */
  async store(readingId: number, content: unknown): Promise<PhotoStoredDto> {
    if (!Buffer.isBuffer(content) || content.length === 0) throw new Problem('photo.invalid');
    const photo = await redrawPhoto(content);
    const sha256 = createHash('sha256').update(content).digest();
    const created = await this.database.transaction((tx) => this.write(tx, readingId, { ...photo, sha256 }));
    return {
      sha256: sha256.toString('hex'),
      media_type: photo.mediaType,
      size_bytes: photo.content.length,
      created,
    };
  }

  private async write(
    tx: Tx,
    readingId: number,
    photo: Photo & { readonly sha256: Buffer },
  ): Promise<boolean> {
    const [reading] = await tx.query<PhotographedReading>(
      `SELECT r.client_id, r.status, (SELECT f.sha256 FROM foto_meter f WHERE f.client_id = r.client_id) AS sha256
       FROM meter_reading r WHERE r.id = $1 FOR NO KEY UPDATE`,
      [readingId],
    );
    if (reading === undefined) throw new Problem('reading.not_found');
    if (reading.sha256?.equals(photo.sha256) === true) return false;
    if (reading.sha256 !== null && reading.status === 'VERIFIED')
      throw new Problem('reading.locked', { detail: READING_SAYS.photoKept });
    await tx.query(
      `INSERT INTO foto_meter (client_id, reading_id, media_type, sha256, content, redrawn, stored_by, stored_at)
       VALUES ($1, $2, $3, $4, $5, true, $6, $7)
       ON CONFLICT (client_id) DO UPDATE SET redrawn = true, media_type = excluded.media_type, sha256 = excluded.sha256,
         content = excluded.content, stored_by = excluded.stored_by, stored_at = excluded.stored_at`,
      [
        reading.client_id,
        readingId,
        photo.mediaType,
        photo.sha256,
        photo.content,
        currentUserId(),
        this.clock.date(),
      ],
    );
    await writeAudit(tx, {
      action: 'reading.photographed',
      entityType: 'meter_reading',
      entityId: readingId,
      after: { sha256: photo.sha256.toString('hex'), size_bytes: photo.content.length },
    });
    return true;
  }
}
