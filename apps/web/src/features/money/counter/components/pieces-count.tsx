import { Text } from '@mantine/core';
import { DENOMINATIONS, MOST_PIECES } from '@tirtapay/domain';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { NumberField } from '../../../../components/form/number-field';
import { Money } from '../../../../components/money';
import { formatMoney } from '../../../../lib/format';
import { numberIn } from '../../../../lib/number-words';
import type { TypedNumber } from '../../../../lib/number-words';
import classes from './counter.module.css';

/** What was typed beside each denomination; nothing typed is nothing there. */
export type TypedPieces = Readonly<Record<number, TypedNumber>>;

const SMALLEST_NOTE = 1_000;
const LIMITS = { max: MOST_PIECES, optional: true } as const;

const piecesOf = (typed: TypedPieces, denomination: number): number | null => {
  const value = typed[denomination] ?? '';
  return value === '' ? 0 : numberIn(value);
};

/** The count as the server takes it; null while something typed is no count. */
export function countedOf(typed: TypedPieces): { denomination: number; pieces: number }[] | null {
  const rows = DENOMINATIONS.map((denomination) => ({ denomination, pieces: piecesOf(typed, denomination) }));
  if (rows.some(({ pieces }) => pieces === null || pieces < 0 || pieces > MOST_PIECES)) return null;
  return rows.flatMap(({ denomination, pieces }) =>
    pieces === null || pieces === 0 ? [] : [{ denomination, pieces }],
  );
}

/** Enter goes on to the next kind of money; after the last one it sends the form, as everywhere. */
function enterGoesOn(event: KeyboardEvent<HTMLDivElement>): void {
  const step = event.key === 'Enter' || event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  const fields = [...event.currentTarget.querySelectorAll('input')];
  const next = fields[fields.indexOf(event.target as HTMLInputElement) + step];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
  next.select();
}

/** Notes and coins as they lie on the desk, largest first. */
export function PiecesCount({
  typed,
  onChange,
  legend,
  first = true,
}: {
  typed: TypedPieces;
  onChange: (typed: TypedPieces) => void;
  legend: string;
  /** It is where the form begins. */
  first?: boolean;
}) {
  const { t } = useTranslation('counter');
  const total = DENOMINATIONS.reduce((sum, one) => sum + one * (piecesOf(typed, one) ?? 0), 0);
  return (
    <fieldset className={classes.count}>
      <legend className={classes.legend}>{legend}</legend>
      <div className={classes.pieces} onKeyDown={enterGoesOn}>
        {DENOMINATIONS.map((denomination, index) => {
          const pieces = piecesOf(typed, denomination);
          const unit = denomination >= SMALLEST_NOTE ? 'sheets' : 'coins';
          return (
            <div key={denomination} className={classes.piece}>
              <span className={classes.denomination} aria-hidden>
                {formatMoney(denomination)}
              </span>
              <NumberField
                aria-label={t(`count.${unit}Of`, { money: formatMoney(denomination) })}
                limits={LIMITS}
                value={typed[denomination] ?? ''}
                rightSection={
                  <Text size="xs" c="dimmed" component="span">
                    {t(`count.${unit}`)}
                  </Text>
                }
                rightSectionWidth={62}
                rightSectionPointerEvents="none"
                {...(first && index === 0 && { 'data-autofocus': true, autoFocus: true })}
                onChange={(value) => {
                  onChange({ ...typed, [denomination]: value });
                }}
              />
              <span className={classes.pieceSum}>
                {pieces === null || pieces === 0 ? '—' : <Money amount={pieces * denomination} />}
              </span>
            </div>
          );
        })}
      </div>
      <div className={classes.countTotal} role="status">
        <span>{t('count.total')}</span>
        <strong data-testid="counted">
          <Money amount={total} />
        </strong>
      </div>
    </fieldset>
  );
}
