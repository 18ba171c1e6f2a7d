import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { WaiverProgramme } from './waiver-programme.entity';

/** What a programme sets aside for one bill, at most: its share of the budget. Append-only. */
@Entity('pemutihan_jatah')
export class WaiverShare {
  @PrimaryColumn('bigint') programmeId: number;
  @ManyToOne(() => WaiverProgramme) @JoinColumn({ name: 'programme_id' }) programme: WaiverProgramme;
  @PrimaryColumn('bigint') billId: number;
  @Column('bigint') reserved: number;
}
