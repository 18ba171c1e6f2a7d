import { ApiProperty } from '@nestjs/swagger';
import { PHOTO_MEDIA_TYPES } from '../../../../platform/http';

export class PhotoStoredDto {
  @ApiProperty({ description: 'Of the bytes received, hex: the sender may now forget its copy' })
  sha256: string;
  @ApiProperty({ enum: PHOTO_MEDIA_TYPES }) media_type: string;
  @ApiProperty({
    description: 'Of the photo as it is kept: drawn anew, without what the camera wrote into it',
  })
  size_bytes: number;
  @ApiProperty({ description: 'False when this very photo was there already' }) created: boolean;
}
