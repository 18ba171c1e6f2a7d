import { Button, Group } from '@mantine/core';
import { phoneForm } from '@tirtapay/domain';
import type { CaseDetailDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { usePermission } from '../../../../lib/use-permission';

/** Mobile numbers, as WhatsApp wants them: with the country and without anything else. */
const MOBILE = /^08\d{7,12}$/;

/** The next step of a question: the ways to whoever asked, and to the customer they named. */
export function QuestionAnswer({ opened: { detail } }: { opened: CaseDetailDto }) {
  const { t } = useTranslation('cases');
  const maySeeCustomer = usePermission('customer.read');
  const text = (name: string) => {
    const value = detail[name];
    return typeof value === 'string' ? value : '';
  };
  const contact = text('contact');
  const number = text('customer_number');
  const greeting = encodeURIComponent(t('question.greeting', { name: text('name'), code: text('code') }));
  const phone = phoneForm(contact);
  return (
    <Group gap="xs">
      {contact.includes('@') ? (
        <Button size="sm" component="a" href={`mailto:${encodeURIComponent(contact)}?body=${greeting}`}>
          {t('question.email')}
        </Button>
      ) : (
        <>
          {MOBILE.test(phone) && (
            <Button
              size="sm"
              component="a"
              href={`https://wa.me/${phone.replace(/^0/, '62')}?text=${greeting}`}
              target="_blank"
              rel="noreferrer"
            >
              {t('question.whatsapp')}
            </Button>
          )}
          <Button size="sm" variant="default" component="a" href={`tel:${contact.replace(/[^+\d]/g, '')}`}>
            {t('question.call')}
          </Button>
        </>
      )}
      {maySeeCustomer && number !== '' && (
        <Button
          size="sm"
          variant="default"
          component={Link}
          to={`/customers?q=${encodeURIComponent(number)}`}
        >
          {t('question.find', { number })}
        </Button>
      )}
    </Group>
  );
}
