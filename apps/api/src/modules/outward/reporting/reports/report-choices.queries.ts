import { Injectable } from '@nestjs/common';
import type { Language } from '@tirtapay/domain';
import { Database } from '../../../../platform/database';
import type { ReportParameter, ReportSource } from './report';
import type { ReportChoiceDto } from './report.dto';

type Choices = Readonly<Record<ReportSource, readonly ReportChoiceDto[]>>;

const STATEMENT = `
  SELECT 'REGION' AS source, id::text AS value, code || ' ' || name AS title FROM wilayah
  UNION ALL SELECT 'TARIFF', id::text, code || ' ' || name FROM tarif
  UNION ALL SELECT 'COLLECTOR', id::text, name FROM penerima WHERE kind <> 'SUPPLIER'
  UNION ALL SELECT 'STATEMENT', id::text, name FROM penerima WHERE kind IN ('BANK', 'SUPPLIER', 'PARTNER')
  UNION ALL SELECT 'PERSON', id::text, name FROM orang
  UNION ALL SELECT 'POLICY', id::text, name FROM kebijakan_denda
  ORDER BY 1, 3, 2`;

/** What the parameters of reports may be chosen from. */
@Injectable()
export class ReportChoices {
  constructor(private readonly database: Database) {}

  async all(): Promise<Choices> {
    const rows = await this.database.screen<{ source: ReportSource } & ReportChoiceDto>(STATEMENT);
    const of = (source: ReportSource) =>
      rows.filter((row) => row.source === source).map(({ value, title }) => ({ value, title }));
    return {
      REGION: of('REGION'),
      TARIFF: of('TARIFF'),
      COLLECTOR: of('COLLECTOR'),
      STATEMENT: of('STATEMENT'),
      PERSON: of('PERSON'),
      POLICY: of('POLICY'),
    };
  }

  /** Whose number it is; nobody's has no facts. */
  async customer(number: string): Promise<[label: string, value: string][]> {
    const [known] = await this.database.screen<{ name: string; address: string; tariff: string }>(
      `SELECT c.name, c.address, t.code AS tariff FROM pelanggan c JOIN tarif t ON t.id = c.tariff_id WHERE c.customer_number = $1`,
      [number],
    );
    if (known === undefined) return [];
    return [
      ['Nama', known.name],
      ['Alamat', known.address],
      ['Golongan', known.tariff],
    ];
  }
}

/** The choices of a parameter, in the words of the reader. */
export function choicesOf(
  { choices }: ReportParameter,
  all: Choices,
  language: Language,
): readonly ReportChoiceDto[] {
  if (choices === undefined) return [];
  if (typeof choices === 'string') return all[choices];
  return Object.entries(choices).map(([value, title]) => ({ value, title: title[language] }));
}
