import type { ReactNode } from 'react';
import { Component } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router-dom';
import { Page } from './page';

/** A page whose script did not arrive (lost signal, or a newer version was installed) offers to load again. */
function Broken() {
  const { t } = useTranslation('public');
  return (
    <Page title={t('broken.title')} lead={t('broken.hint')}>
      <div>
        <a className="tp-button" href={location.href}>
          {t('broken.reload')}
        </a>
      </div>
    </Page>
  );
}

class Boundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? <Broken /> : this.props.children;
  }
}

export function PageBoundary({ children }: { children: ReactNode }) {
  const { pathname } = useLocation();
  return <Boundary key={pathname}>{children}</Boundary>;
}
