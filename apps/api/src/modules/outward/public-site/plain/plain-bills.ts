import {
  formatDateLong,
  formatRupiah,
  periodName,
  type BusinessDate,
  type Language,
  type Period,
} from '@tirtapay/domain';
import { escapeHtml } from '../../../../platform/http';
import type { PublicBillDto, PublicInquiryDto, PublicMethodDto, PublicUtilityDto } from '../public.dto';
import { PLAIN_WORDS } from './plain-words';

export interface PlainBills {
  readonly language: Language;
  readonly inquiry: PublicInquiryDto;
  readonly methods: readonly PublicMethodDto[];
  readonly utility: PublicUtilityDto;
  /** When it was looked up, in words. */
  readonly moment: string;
}

/** `0101 0100 0015`: in groups, as it stands on the bill. */
const grouped = (number: string) => number.replaceAll(/(\d{4})(?=\d)/g, '$1 ');

function billRow(bill: PublicBillDto, language: Language): string {
  const words = PLAIN_WORDS[language];
  const due = `${words.due} ${formatDateLong(bill.due_date as BusinessDate, language)}`;
  const dim = (text: string) => `<div class="dim">${escapeHtml(text)}</div>`;
  return `<tr>
<td>${escapeHtml(bill.title ?? periodName(bill.period as Period, language))}${bill.title === null ? dim(words.usage(String(bill.usage_m3))) : ''}${dim(due)}${bill.estimated ? dim(words.estimated) : ''}</td>
<td>${formatRupiah(bill.total)}${bill.penalty > 0 ? dim(words.penalty(formatRupiah(bill.penalty))) : ''}${bill.waiver_programme === null ? '' : dim(words.waived(formatRupiah(bill.waived), bill.waiver_programme))}</td>
</tr>`;
}

function owed({ inquiry, language, moment }: PlainBills): string {
  const words = PLAIN_WORDS[language];
  const sum = (label: string, amount: number) =>
    `<tr><th scope="row">${escapeHtml(label)}</th><td>${formatRupiah(amount)}</td></tr>`;
  return `<section aria-labelledby="tagihan">
<h2 id="tagihan">${escapeHtml(words.bills)}</h2>
<table>
<thead><tr><th scope="col">${escapeHtml(words.month)}</th><th scope="col">${escapeHtml(words.amount)}</th></tr></thead>
<tbody>
${inquiry.bills.map((bill) => billRow(bill, language)).join('\n')}
</tbody>
<tfoot>
${inquiry.stamp_duty > 0 ? sum(words.stampDuty, inquiry.stamp_duty) : ''}
${sum(words.total, inquiry.bill_amount + inquiry.stamp_duty)}
</tfoot>
</table>
${inquiry.credit > 0 ? `<p>${escapeHtml(words.credit(formatRupiah(inquiry.credit)))}</p>` : ''}
<p class="dim">${escapeHtml(words.asOf(moment))}</p>
</section>`;
}

function waysToPay({ inquiry, methods, language }: PlainBills): string {
  const words = PLAIN_WORDS[language];
  const banks = methods.filter(({ method, available }) => method === 'TELLER' && available);
  return `<section aria-labelledby="bayar">
<h2 id="bayar">${escapeHtml(words.howToPay)}</h2>
<p>${escapeHtml(words.atBank(grouped(inquiry.customer.customer_number)))}</p>
<ul>
${banks.map((way) => `<li>${escapeHtml(way.bank.name)}: ${escapeHtml(words.bankFee(formatRupiah(way.admin_fee), formatRupiah(way.total_amount)))}</li>`).join('\n')}
</ul>
${inquiry.bills.length > 1 ? `<p>${escapeHtml(words.oldestFirst)}</p>` : ''}
<p>${escapeHtml(words.withScripts)}</p>
<a class="plain" href="/t/${encodeURIComponent(inquiry.token)}">${escapeHtml(words.openFull)}</a>
</section>`;
}

/** What is owed and how to pay it, as HTML. Says no more of the person than the page with scripts does. */
export function plainBills(page: PlainBills): string {
  const { inquiry, utility, language } = page;
  const words = PLAIN_WORDS[language];
  const { customer } = inquiry;
  return `<section>
<strong>${escapeHtml(grouped(customer.customer_number))}</strong>
<div>${escapeHtml(customer.name)}</div>
<div class="dim">${escapeHtml(customer.address)} · ${escapeHtml(customer.tariff_category)}</div>
</section>
${inquiry.bills.length > 0 ? owed(page) + waysToPay(page) : `<section><p><strong>${escapeHtml(words.nothing)}</strong></p>${inquiry.credit > 0 ? `<p>${escapeHtml(words.credit(formatRupiah(inquiry.credit)))}</p>` : ''}</section>`}
<section>
<h2>${escapeHtml(words.help)}</h2>
<div>${escapeHtml(utility.name)}</div>
<div class="dim">${escapeHtml(utility.address)} · ${[utility.phone, ...(utility.whatsapp === null ? [] : [`WhatsApp ${utility.whatsapp}`]), ...(utility.email === null ? [] : [utility.email]), utility.hours].map(escapeHtml).join(' · ')}</div>
</section>
<a class="plain" href="/">${escapeHtml(words.another)}</a>`;
}
