import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Notice } from './notice.entity';

/** Who has read which notice. */
@Entity('notifikasi_dibaca')
export class NoticeReading {
  @PrimaryColumn('bigint') noticeId: number;
  @ManyToOne(() => Notice)
  @JoinColumn({ name: 'notice_id' })
  notice: Notice;
  @PrimaryColumn('bigint') userId: number;
  @Column('timestamptz') readAt: Date;
}
