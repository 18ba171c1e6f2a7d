import { useTranslation } from 'react-i18next';
import classes from './history.module.css';

/** Where the meter number is, and that the counter is something else. Plain colours: it shows a thing, not a theme. */
export function SerialPicture() {
  const { t } = useTranslation('public-history');
  return (
    <svg
      className={classes.picture}
      viewBox="0 0 320 168"
      role="img"
      aria-label={t('unlock.picture')}
      fontFamily="inherit"
    >
      <rect x="8" y="58" width="304" height="44" rx="10" fill="#5d7485" />
      <circle cx="160" cy="80" r="78" fill="#7d93a3" />
      <circle cx="160" cy="80" r="68" fill="#f5f8fa" stroke="#4a5a67" strokeWidth="2" />
      <g fontSize="15" fontWeight="700" fill="#fff" textAnchor="middle">
        {['0', '1', '2', '4', '6'].map((digit, index) => (
          <g key={index}>
            <rect x={115 + index * 18} y="38" width="16" height="24" rx="2" fill="#1b242d" />
            <text x={123 + index * 18} y="55">
              {digit}
            </text>
          </g>
        ))}
      </g>
      <text x="160" y="74" fontSize="8" fill="#4a5a67" textAnchor="middle">
        {t('unlock.stand')}
      </text>
      <rect x="98" y="86" width="124" height="38" rx="5" fill="#fff" stroke="#4a5a67" />
      <text x="160" y="98" fontSize="8.5" fill="#4a5a67" textAnchor="middle">
        {t('unlock.plate')}
      </text>
      <rect x="168" y="101" width="46" height="19" rx="4" fill="#ffe8a3" stroke="#b97900" strokeWidth="1.5" />
      <text x="105" y="115" fontSize="14" fontWeight="700" fill="#4a5a67" textLength="60">
        AP2000
      </text>
      <text x="172" y="115" fontSize="14" fontWeight="700" fill="#14212b" textLength="38">
        0148
      </text>
    </svg>
  );
}
