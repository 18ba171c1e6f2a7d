import type { ReactNode } from 'react';
import { Component } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router-dom';
import { failureOf, isMissingChunk } from '../../lib/missing-chunk';
import classes from './frame.module.css';
import { Page } from './page';

interface BrokenProps {
  error: unknown;
}

/** Says what is known: the code of the page did not arrive, or the page itself is at fault. */
function Broken({ error }: BrokenProps) {
  const { t } = useTranslation('public');
  const missing = isMissingChunk(error);
  return (
    <Page title={t('broken.title')} lead={t(missing ? 'broken.hint' : 'broken.ours')}>
      {!missing && (
        <p>
          {t('broken.known')} <code className={classes.failure}>{failureOf(error)}</code>
        </p>
      )}
      <div className={classes.ways}>
        <a className="tp-button" href={location.href}>
          {t('broken.reload')}
        </a>
        <a href="/">{t('broken.home')}</a>
      </div>
    </Page>
  );
}

class Boundary extends Component<{ children: ReactNode }, { error: unknown; failed: boolean }> {
  override state = { error: undefined as unknown, failed: false };

  static getDerivedStateFromError(error: unknown) {
    return { error, failed: true };
  }

  override render() {
    return this.state.failed ? <Broken error={this.state.error} /> : this.props.children;
  }
}

export function PageBoundary({ children }: { children: ReactNode }) {
  const { pathname } = useLocation();
  return <Boundary key={pathname}>{children}</Boundary>;
}
