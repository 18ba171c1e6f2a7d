import type { ReportDto } from '@tirtapay/api-client';
import { channelName } from '../../lib/channel-name';
import { formatDateShort, formatMoney, formatNumber, formatPeriod } from '../../lib/format';
import { ColumnChart } from '../charts/lazy-column-chart';
import { shortMoney } from '../charts/short-money';
import { chartGroups } from './chart-groups';

const A_PERIOD = /^\d{4}-\d{2}$/;
const A_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What stands below a column: the value of a report's own column, short enough to stand there. */
function labelOf(
  value: string,
  words: Readonly<Record<string, string>> = {},
): { label: string; title: string } {
  if (A_DAY.test(value)) {
    const date = formatDateShort(value);
    return { label: date.slice(0, 5), title: date };
  }
  if (A_PERIOD.test(value)) {
    const name = formatPeriod(value);
    return { label: name.slice(0, 3), title: name };
  }
  const name = words[value] ?? channelName(value);
  return { label: name.length > 12 ? `${name.slice(0, 11)}…` : name, title: name };
}

/** A report as a picture, where its definition says of what. */
export function ReportChart({ report }: { report: ReportDto }) {
  const { chart, columns } = report;
  const groups = chartGroups(report);
  if (chart === null || groups.length === 0) return null;
  const drawn = chart.of.flatMap((key) => columns.find((column) => column.key === key) ?? []);
  const named = columns.find(({ key }) => key === chart.by)?.words;
  const money = drawn[0]?.cell === 'RUPIAH';
  return (
    <div role="img" aria-label={report.title}>
      <ColumnChart
        groups={groups.map(({ key, values }) => ({ key, ...labelOf(key, named), values }))}
        series={drawn.map(({ title }) => title)}
        format={money ? formatMoney : formatNumber}
        formatMark={money ? shortMoney : formatNumber}
      />
    </div>
  );
}
