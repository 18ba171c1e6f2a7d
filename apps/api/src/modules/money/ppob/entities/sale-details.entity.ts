import type { PpobServiceCode } from '@tirtapay/domain';
import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn } from 'typeorm';
import { Sale } from './sale.entity';

/* What each service asks for besides the name, in the tables the specification names. */

abstract class SaleDetail {
  @PrimaryColumn('bigint') transactionId: number;
  @OneToOne(() => Sale) @JoinColumn({ name: 'transaction_id' }) sale: Sale;
}

@Entity('transaction_details_pajak')
export class SaleOfTax extends SaleDetail {
  @Column('text') customerAddress: string;
  @Column('text') nop: string;
}

@Entity('transaction_details_pln')
export class SaleOfElectricity extends SaleDetail {
  @Column('text') meterNumber: string;
  @Column('bigint') nominal: number;
  @Column('text', { nullable: true }) token: string | null;
}

@Entity('transaction_details_pdam')
export class SaleOfWater extends SaleDetail {
  @Column('text') noPelanggan: string;
  @Column('text') periode: string;
}

@Entity('transaction_details_pulsa')
export class SaleOfAirtime extends SaleDetail {
  @Column('text') nomorHp: string;
  @Column('bigint') nominal: number;
}

@Entity('transaction_details_pgn')
export class SaleOfGas extends SaleDetail {
  @Column('text') idPelanggan: string;
  @Column('text') periode: string;
}

@Entity('transaction_details_musik')
export class SaleOfMusic extends SaleDetail {
  @Column('text') paket: string;
  @Column('text') periode: string;
}

@Entity('transaction_details_tv')
export class SaleOfTelevision extends SaleDetail {
  @Column('text') idPelanggan: string;
  @Column('text') paket: string;
  @Column('text') periode: string;
}

@Entity('transaction_details_paket_data')
export class SaleOfData extends SaleDetail {
  @Column('text') nomorHp: string;
  @Column('text') paketData: string;
}

@Entity('transaction_details_voucher_game')
export class SaleOfGameVoucher extends SaleDetail {
  @Column('text') gameId: string;
  @Column('bigint') nominal: number;
  @Column('text', { nullable: true }) kodeVoucher: string | null;
}

@Entity('transaction_details_voucher_makanan')
export class SaleOfMealVoucher extends SaleDetail {
  @Column('text') merchant: string;
  @Column('bigint') nominal: number;
  @Column('text', { nullable: true }) kodeVoucher: string | null;
}

@Entity('transaction_details_qurban')
export class SaleOfQurban extends SaleDetail {
  @Column('text') jenisHewan: string;
}

@Entity('transaction_details_zakat')
export class SaleOfZakat extends SaleDetail {
  @Column('text') jenisZakat: string;
  @Column('bigint') nominal: number;
}

interface DetailTable {
  readonly row: new () => SaleDetail;
  /** Beginnings of statements: they name the table, so that whoever looks for what touches it finds them. */
  readonly insert: string;
  readonly from: string;
  /** What was handed over stands with the details as well, where the specification keeps it. */
  readonly handOver?: string;
}

/** The detail table of each service; its columns are the service's fields. */
export const SALE_DETAILS: Readonly<Record<PpobServiceCode, DetailTable>> = {
  PAJAK: {
    row: SaleOfTax,
    insert: 'INSERT INTO transaction_details_pajak',
    from: 'FROM transaction_details_pajak',
  },
  PLN: {
    row: SaleOfElectricity,
    insert: 'INSERT INTO transaction_details_pln',
    from: 'FROM transaction_details_pln',
    handOver: 'UPDATE transaction_details_pln SET token',
  },
  PDAM: {
    row: SaleOfWater,
    insert: 'INSERT INTO transaction_details_pdam',
    from: 'FROM transaction_details_pdam',
  },
  PULSA: {
    row: SaleOfAirtime,
    insert: 'INSERT INTO transaction_details_pulsa',
    from: 'FROM transaction_details_pulsa',
  },
  PGN: {
    row: SaleOfGas,
    insert: 'INSERT INTO transaction_details_pgn',
    from: 'FROM transaction_details_pgn',
  },
  MUSIK: {
    row: SaleOfMusic,
    insert: 'INSERT INTO transaction_details_musik',
    from: 'FROM transaction_details_musik',
  },
  TV: {
    row: SaleOfTelevision,
    insert: 'INSERT INTO transaction_details_tv',
    from: 'FROM transaction_details_tv',
  },
  PAKET_DATA: {
    row: SaleOfData,
    insert: 'INSERT INTO transaction_details_paket_data',
    from: 'FROM transaction_details_paket_data',
  },
  VOUCHER_GAME: {
    row: SaleOfGameVoucher,
    insert: 'INSERT INTO transaction_details_voucher_game',
    from: 'FROM transaction_details_voucher_game',
    handOver: 'UPDATE transaction_details_voucher_game SET kode_voucher',
  },
  VOUCHER_MAKANAN: {
    row: SaleOfMealVoucher,
    insert: 'INSERT INTO transaction_details_voucher_makanan',
    from: 'FROM transaction_details_voucher_makanan',
    handOver: 'UPDATE transaction_details_voucher_makanan SET kode_voucher',
  },
  QURBAN: {
    row: SaleOfQurban,
    insert: 'INSERT INTO transaction_details_qurban',
    from: 'FROM transaction_details_qurban',
  },
  ZAKAT: {
    row: SaleOfZakat,
    insert: 'INSERT INTO transaction_details_zakat',
    from: 'FROM transaction_details_zakat',
  },
};
