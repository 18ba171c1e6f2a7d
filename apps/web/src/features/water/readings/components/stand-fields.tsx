import { Checkbox, Chip, Group, Text, Textarea } from '@mantine/core';
import { CONDITION_CODES } from '@tirtapay/domain';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { NumberField } from '../../../../components/form/number-field';
import { formatNumber } from '../../../../lib/format';
import { conditionText } from '../../../../lib/reading-words';
import { Keypad } from './keypad';
import classes from './reading-entry.module.css';
import type { StandBasis, Typed } from './stand-entry';
import { isEstimated, isLower, lowestStand, standBefore, usualUse } from './stand-entry';
import { StandPhoto } from './stand-photo';

interface StandFieldsProps {
  basis: StandBasis;
  typed: Typed;
  onTyped: (typed: Typed) => void;
  note: string;
  onNote: (note: string) => void;
  photo: Blob | null;
  onPhoto: (photo: Blob | null) => void;
  photoWanted: boolean;
}

/** What is typed before a meter, with or without a signal. */
export function StandFields(props: StandFieldsProps) {
  const { basis, typed, onTyped, note, onNote, photo, onPhoto, photoWanted } = props;
  const { t } = useTranslation('readings');
  const { t: common } = useTranslation();
  const stand = useRef<HTMLInputElement>(null);
  const digits = basis.meter?.digits ?? 6;
  const estimated = isEstimated(typed.condition);
  const lower = isLower(basis, typed);
  const usual = usualUse(basis);

  useEffect(() => {
    stand.current?.focus();
  }, []);

  return (
    <>
      <div className={classes.pair}>
        <div>
          <Text size="xs" c="dimmed">
            {t('entry.previous')}
          </Text>
          <Text fw={600}>{formatNumber(standBefore(basis))}</Text>
          {basis.previous === null && (
            <Text size="xs" c="dimmed">
              {t('entry.previousNone')}
            </Text>
          )}
        </div>
        <div>
          <Text size="xs" c="dimmed">
            {t('entry.average')}
          </Text>
          <Text fw={600}>{usual === null ? '—' : common('word.cubic', { value: formatNumber(usual) })}</Text>
        </div>
      </div>
      {!estimated && (
        <>
          <NumberField
            ref={stand}
            className={classes.stand}
            label={t('entry.stand')}
            description={t('entry.standHint', { digits })}
            limits={{ max: 10 ** digits - 1 }}
            value={typed.stand}
            error={
              lower && !typed.rollover
                ? t('entry.lower', { previous: formatNumber(lowestStand(basis)) })
                : undefined
            }
            onChange={(value) => {
              onTyped({ ...typed, stand: value });
            }}
          />
          <Keypad
            value={String(typed.stand)}
            digits={digits}
            onChange={(value) => {
              onTyped({ ...typed, stand: value === '' ? '' : Number(value) });
            }}
          />
        </>
      )}
      {lower && (
        <Checkbox
          label={t('entry.rollover')}
          description={t('entry.rolloverHint', { max: formatNumber(10 ** digits - 1) })}
          checked={typed.rollover}
          onChange={(event) => {
            onTyped({ ...typed, rollover: event.currentTarget.checked });
          }}
        />
      )}
      <div role="group" aria-label={t('entry.condition')}>
        <Text size="sm" fw={500} mb={6}>
          {t('entry.condition')}
        </Text>
        <Chip.Group
          value={typed.condition}
          onChange={(value) => {
            onTyped({ ...typed, condition: value });
          }}
        >
          <Group gap={6}>
            {CONDITION_CODES.map((code) => (
              <Chip key={code} value={code} size="sm" variant="light">
                {conditionText(code)}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
        {estimated && (
          <Text size="sm" c="dimmed" mt="xs">
            {t('entry.estimatedHint')}
          </Text>
        )}
      </div>
      <StandPhoto photo={photo} wanted={photoWanted} onChange={onPhoto} />
      <Textarea
        label={t('entry.note')}
        autosize
        minRows={1}
        maxLength={500}
        value={note}
        onChange={(event) => {
          onNote(event.currentTarget.value);
        }}
      />
    </>
  );
}
