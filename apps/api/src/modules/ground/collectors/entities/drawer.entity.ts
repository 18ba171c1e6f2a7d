import type { CountedPieces, DrawerMoveKind, ShiftState } from '@tirtapay/domain';
import { Column, Entity, JoinColumn, ManyToOne, OneToOne, PrimaryColumn } from 'typeorm';
import { Collector } from './collector.entity';

/** A drawer of cash at a counter; a collector under the same id. */
@Entity('loket_kas')
export class Drawer {
  @PrimaryColumn('bigint') id: number;
  @OneToOne(() => Collector) @JoinColumn({ name: 'id' }) collector: Collector;
  @Column('text') code: string;
  @Column('text') name: string;
  @Column('bigint', { nullable: true }) payPointId: number | null;
  @Column('boolean') active: boolean;
  @Column('int') version: number;
}

/** A cashier's time at a drawer, from count to count. */
@Entity('shift_kas')
export class Shift {
  @PrimaryColumn('bigint') id: number;
  @Column('bigint') drawerId: number;
  @ManyToOne(() => Drawer) @JoinColumn({ name: 'drawer_id' }) drawer: Drawer;
  @Column('bigint') cashierId: number;
  @Column('text') state: ShiftState;
  @Column('date') businessDate: string;
  @Column('timestamptz') openedAt: Date;
  @Column('bigint') openingCount: number;
  @Column('jsonb') openingPieces: CountedPieces[];
  @Column('bigint', { nullable: true }) closingCount: number | null;
  @Column('jsonb', { nullable: true }) closingPieces: CountedPieces[] | null;
  @Column('bigint', { nullable: true }) expected: number | null;
  /** Counted − expected. */
  @Column('bigint', { nullable: true }) difference: number | null;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('timestamptz', { nullable: true }) countedAt: Date | null;
  @Column('timestamptz', { nullable: true }) closedAt: Date | null;
  @Column('bigint', { nullable: true }) decidedBy: number | null;
  @Column('bigint', { nullable: true }) handedTo: number | null;
}

/** What was put into a drawer or taken out beside sales. */
@Entity('mutasi_loket')
export class DrawerMove {
  @PrimaryColumn('bigint') id: number;
  @Column('bigint') drawerId: number;
  @ManyToOne(() => Drawer) @JoinColumn({ name: 'drawer_id' }) drawer: Drawer;
  @Column('bigint', { nullable: true }) shiftId: number | null;
  @Column('bigint', { nullable: true }) afterShiftId: number | null;
  @Column('text') kind: DrawerMoveKind;
  /** Above zero: into the drawer. */
  @Column('bigint') amount: number;
  @Column('text', { nullable: true }) bankReference: string | null;
  @Column('text', { nullable: true }) note: string | null;
  @Column('bigint') madeBy: number;
  @Column('bigint', { nullable: true }) decidedBy: number | null;
  /** The move it takes back. */
  @Column('bigint', { nullable: true }) reversesId: number | null;
  /** Sent again under it, a float or deposit is the same one. */
  @Column('uuid', { nullable: true }) requestId: string | null;
  @Column('date') businessDate: string;
  @Column('timestamptz') movedAt: Date;
}
