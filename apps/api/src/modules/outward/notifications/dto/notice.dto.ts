import { ApiProperty } from '@nestjs/swagger';
import { PageDto } from '../../../../platform/list';

export class NoticeDto {
  @ApiProperty({ type: 'integer' }) id: number;
  @ApiProperty({ example: 'bill_run.finished' }) kind: string;
  @ApiProperty() title: string;
  @ApiProperty() body: string;
  @ApiProperty({ type: String, nullable: true, description: 'Page of the application' }) link: string | null;
  @ApiProperty({ format: 'date-time' }) created_at: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) read_at: string | null;
}

export class NoticePageDto extends PageDto(NoticeDto) {}
