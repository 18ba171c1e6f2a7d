import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Database } from '../../../platform/database';
import { sendPhoto } from '../../../platform/http';
import { Problem } from '../../../platform/problem';

interface PhotoRow {
  media_type: string;
  content: Buffer;
}

/** Photos of meters, for those who may see the reading. */
@Injectable()
export class ReadingPhotos {
  constructor(private readonly database: Database) {}

  /** @throws Problem photo.not_found */
  async ofReading(reply: FastifyReply, readingId: number): Promise<Buffer> {
    const [photo] = await this.database.screen<PhotoRow>(
      `SELECT f.media_type, f.content FROM meter_reading r JOIN foto_meter f ON f.client_id = r.client_id WHERE r.id = $1`,
      [readingId],
    );
    if (photo === undefined) throw new Problem('photo.not_found');
    return sendPhoto(reply, photo.media_type, photo.content);
  }
}
