import { Button, Kbd, Text, TextInput, UnstyledButton } from '@mantine/core';
import type { CounterCustomerDto } from '@tirtapay/api-client';
import type { RefObject } from 'react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../../components/icon';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { moveWithArrows } from './choice-keys';
import classes from './counter.module.css';

interface FindCustomerProps {
  field: RefObject<HTMLInputElement | null>;
  pending: boolean;
  error: Error | null;
  none: boolean;
  found: readonly CounterCustomerDto[];
  onFind: (typed: string) => void;
  onChoose: (customerNumber: string) => void;
  onPpob: () => void;
}

/** One field for whatever people bring: a number, the barcode of a bill, a pay code, their name. */
export function FindCustomer({
  field,
  pending,
  error,
  none,
  found,
  onFind,
  onChoose,
  onPpob,
}: FindCustomerProps) {
  const { t } = useTranslation('counter');
  const list = useRef<HTMLUListElement>(null);
  // Somebody who is found by name is chosen with the arrows, without reaching for the mouse.
  useEffect(() => {
    if (found.length > 0) list.current?.querySelector('button')?.focus();
  }, [found]);
  return (
    <>
      <form
        className={classes.search}
        onSubmit={(event) => {
          event.preventDefault();
          onFind(field.current?.value.trim() ?? '');
        }}
      >
        <TextInput
          ref={field}
          label={t('find.label')}
          placeholder={t('find.placeholder')}
          autoFocus
          autoComplete="off"
          spellCheck={false}
          maxLength={64}
          size="md"
          leftSection={<Icon name="search" />}
          rightSection={<Kbd size="xs">F2</Kbd>}
          rightSectionWidth={46}
          rightSectionPointerEvents="none"
          className={classes.searchField}
        />
        <Button type="submit" size="md" loading={pending}>
          {t('find.submit')}
        </Button>
        <Button
          size="md"
          variant="default"
          onClick={onPpob}
          rightSection={<Kbd size="xs">F4</Kbd>}
          aria-keyshortcuts="F4"
        >
          PPOB
        </Button>
      </form>
      {error !== null && <ProblemPanel error={error} />}
      {none && (
        <Text role="status" size="sm">
          {t('find.none')}
        </Text>
      )}
      {found.length > 0 && (
        <ul ref={list} className={classes.found} aria-label={t('find.found')} onKeyDown={moveWithArrows}>
          {found.map((customer) => (
            <li key={customer.customer_number}>
              <UnstyledButton
                className={classes.choice}
                onClick={() => {
                  onChoose(customer.customer_number);
                }}
              >
                <span className={classes.choiceName}>
                  {customer.name}
                  <small>
                    {customer.customer_number} · {customer.address}
                  </small>
                </span>
                <span>{t('find.open', { count: customer.open_bills })}</span>
              </UnstyledButton>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
