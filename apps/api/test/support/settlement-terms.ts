import type { AgreementDto } from '@tirtapay/api-client';
import type { TestApp } from './test-app';

/** Terms as the office asks for them. */
export async function askForTerms(app: TestApp, collector: number, terms: object) {
  return (await app.as('admin')).post<{ approval_id: number; code?: string }>(
    `/reconciliation/agreements/${String(collector)}/terms`,
    { reason: 'Perjanjian kerja sama', ...terms },
  );
}

/** Terms as two people agree on them: asked for by the office, agreed to by the manager. */
export async function agreeOnTerms(app: TestApp, collector: number, terms: object): Promise<AgreementDto> {
  const asked = await askForTerms(app, collector, terms);
  expect([asked.status, asked.body.code]).toEqual([202, undefined]);
  const decided = await (
    await app.as('manajer')
  ).post<{ code?: string }>(`/approvals/${String(asked.body.approval_id)}/decision`, { decision: 'APPROVE' });
  expect([decided.status, decided.body.code]).toEqual([200, undefined]);
  return (await (await app.as('admin')).get<AgreementDto>(`/reconciliation/agreements/${String(collector)}`))
    .body;
}
