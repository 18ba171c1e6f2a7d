import type { PublicBillDisputeDto, PublicBillDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { Icon } from '../../components/icon';
import { Money } from '../../components/money';
import { formatDate, formatNumber, formatPeriod } from '../../lib/format';
import { standRanges } from '../../lib/stand-ranges';
import { Disclosure } from '../pieces/disclosure';
import pieces from '../pieces/pieces.module.css';
import classes from './bill.module.css';
import { SheetLines } from './sheet-lines';

interface SheetCardProps {
  sheet: PublicBillDto;
  /** The newest doubt about it. */
  dispute: PublicBillDisputeDto | undefined;
  overdue: boolean;
  chosen: boolean;
  /** The only sheet needs no choice; the oldest cannot be left out. */
  choice: 'none' | 'fixed' | 'free';
  open: boolean;
  /** The details may be drawn, although nobody has opened them. */
  detailed: boolean;
  onTick: (ticked: boolean) => void;
}

const STANDS_OF = { ONLY: 'sheet.stands', OLD: 'sheet.oldMeter', NEW: 'sheet.newMeter' } as const;

export function SheetCard({
  sheet,
  dispute,
  overdue,
  chosen,
  choice,
  open,
  detailed,
  onTick,
}: SheetCardProps) {
  const { t } = useTranslation('public-pay');
  const name = sheet.title ?? formatPeriod(sheet.period);
  return (
    <li className={`${pieces.card} ${classes.sheet}`} data-left={!chosen || undefined}>
      <div className={classes.sheetHead}>
        {choice === 'none' ? (
          <h3>{name}</h3>
        ) : (
          <label className={classes.tick}>
            <input
              type="checkbox"
              checked={chosen}
              disabled={choice === 'fixed'}
              onChange={(event) => {
                onTick(event.currentTarget.checked);
              }}
            />
            <h3>{name}</h3>
          </label>
        )}
        <strong className={classes.sheetTotal}>
          <Money amount={sheet.total} />
        </strong>
      </div>
      <p className={pieces.dim}>
        {sheet.title === null && `${formatNumber(sheet.usage_m3)} m³ · `}
        {t('sheet.due', { date: formatDate(sheet.due_date) })}
      </p>
      {(overdue || dispute?.state === 'OPEN' || sheet.estimated || sheet.sealed || choice === 'fixed') && (
        <div className={`${pieces.row} ${classes.marks}`}>
          {overdue && (
            <span className={pieces.mark} data-tone="bad">
              <Icon name="clock" size={14} />
              {t('sheet.overdue')}
            </span>
          )}
          {sheet.estimated && (
            <span className={pieces.mark} data-tone="warn">
              {t('sheet.estimated')}
            </span>
          )}
          {dispute?.state === 'OPEN' && (
            <span className={pieces.mark} data-tone="warn">
              {t('sheet.disputed')}
            </span>
          )}
          {sheet.sealed && <span className={pieces.mark}>{t('sheet.sealed')}</span>}
          {choice === 'fixed' && <span className={pieces.mark}>{t('sheet.oldest')}</span>}
        </div>
      )}
      <Disclosure label={t('sheet.details')} open={open}>
        {(open || detailed) && <SheetDetails sheet={sheet} name={name} />}
        <p>
          <Link className={pieces.plain} to={`keberatan/${sheet.bill_number}`}>
            {dispute === undefined
              ? t('sheet.dispute')
              : t('sheet.disputeSeen', { ticket: dispute.ticket_number })}
          </Link>
        </p>
      </Disclosure>
    </li>
  );
}

function SheetDetails({ sheet, name }: { sheet: PublicBillDto; name: string }) {
  const { t } = useTranslation('public-pay');
  return (
    <>
      <dl className={classes.stands} hidden={sheet.title !== null}>
        {standRanges(sheet).map(({ meter, from, to }) => (
          <div key={meter}>
            <dt>{t(STANDS_OF[meter])}</dt>
            <dd>
              {formatNumber(from)} → {formatNumber(to)}
            </dd>
          </div>
        ))}
        <div>
          <dt>{t('sheet.usage')}</dt>
          <dd>{formatNumber(sheet.usage_m3)} m³</dd>
        </div>
      </dl>
      {sheet.meter_change !== null && <p className={pieces.note}>{t('sheet.changed')}</p>}
      {sheet.overestimated_m3 > 0 && (
        <p className={pieces.note}>
          {t('sheet.overestimated', { excess: formatNumber(sheet.overestimated_m3) })}
        </p>
      )}
      {sheet.estimated && (
        <p className={pieces.note} data-tone="warn">
          {t('sheet.estimatedWhy')}
        </p>
      )}
      {sheet.sealed && <p className={pieces.note}>{t('sheet.sealedWhy')}</p>}
      <SheetLines
        caption={t('sheet.caption', { period: name })}
        lines={sheet.lines}
        extras={[
          { label: t('sheet.penalty'), note: sheet.penalty_reason, amount: sheet.penalty + sheet.waived },
          { label: t('sheet.waiver'), note: sheet.waiver_programme, amount: -sheet.waived },
        ].filter(({ amount }) => amount !== 0)}
        total={sheet.total}
      />
    </>
  );
}
