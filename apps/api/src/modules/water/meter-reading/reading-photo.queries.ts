import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Database, type RowOf } from '../../../platform/database';
import { sendPhoto } from '../../../platform/http';
import type { MeterPhoto } from './entities/meter-photo.entity';

/** Photos of meters, for those who may see the reading. */
@Injectable()
export class ReadingPhotos {
  constructor(private readonly database: Database) {}

  /** @throws Problem photo.not_found */
  async ofReading(reply: FastifyReply, readingId: number): Promise<Buffer> {
    const [photo] = await this.database.screen<RowOf<MeterPhoto, 'mediaType' | 'content' | 'redrawn'>>(
      `SELECT f.media_type, f.content, f.redrawn FROM meter_reading r JOIN foto_meter f ON f.client_id = r.client_id WHERE r.id = $1`,
      [readingId],
    );
    return sendPhoto(reply, photo);
  }
}
