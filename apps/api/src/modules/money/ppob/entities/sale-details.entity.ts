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

export const SALE_DETAILS = [
  SaleOfTax,
  SaleOfElectricity,
  SaleOfWater,
  SaleOfAirtime,
  SaleOfGas,
  SaleOfMusic,
  SaleOfTelevision,
  SaleOfData,
  SaleOfGameVoucher,
  SaleOfMealVoucher,
  SaleOfQurban,
  SaleOfZakat,
];
