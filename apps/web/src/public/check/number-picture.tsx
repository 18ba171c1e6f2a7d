import { useTranslation } from 'react-i18next';

/** Where the customer number is printed: on the paper bill, and on the sticker of the meter. */
export function NumberPicture() {
  const { t } = useTranslation('public');
  return (
    <svg viewBox="0 0 320 176" role="img" aria-label={t('picture.label')} width="100%" fontFamily="inherit">
      <g transform="rotate(-2 90 90)">
        <rect x="10" y="10" width="168" height="152" rx="6" fill="#fff" stroke="#9fb0be" />
        <rect x="10" y="10" width="168" height="26" rx="6" fill="#0f6aa1" />
        <path d="M10 30h168v6H10z" fill="#0f6aa1" />
        <text x="22" y="27" fontSize="10" fontWeight="700" fill="#fff">
          {t('picture.bill')}
        </text>
        <text x="22" y="52" fontSize="8" fill="#4a5a67">
          {t('picture.number')}
        </text>
        <rect
          x="18"
          y="56"
          width="118"
          height="19"
          rx="4"
          fill="#ffe8a3"
          stroke="#b97900"
          strokeWidth="1.5"
        />
        <text x="24" y="70" fontSize="12.5" fontWeight="700" fill="#14212b">
          0102 0300 0046
        </text>
        <g fill="#dbe4eb">
          <rect x="22" y="86" width="96" height="7" rx="3" />
          <rect x="22" y="100" width="128" height="7" rx="3" />
          <rect x="22" y="114" width="72" height="7" rx="3" />
          <rect x="112" y="114" width="44" height="7" rx="3" />
          <rect x="22" y="138" width="60" height="10" rx="3" />
          <rect x="112" y="138" width="44" height="10" rx="3" />
        </g>
      </g>
      <g>
        <rect x="194" y="66" width="118" height="34" rx="8" fill="#5d7485" />
        <circle cx="253" cy="82" r="58" fill="#7d93a3" />
        <circle cx="253" cy="82" r="50" fill="#f5f8fa" stroke="#4a5a67" strokeWidth="2" />
        <g fontSize="12" fontWeight="700" fill="#fff" textAnchor="middle">
          {['0', '1', '2', '4', '6'].map((digit, index) => (
            <g key={index}>
              <rect x={219 + index * 14} y="54" width="12" height="18" rx="2" fill="#1b242d" />
              <text x={225 + index * 14} y="67">
                {digit}
              </text>
            </g>
          ))}
        </g>
        <text x="253" y="84" fontSize="8" fill="#4a5a67" textAnchor="middle">
          m³
        </text>
        <rect
          x="205"
          y="94"
          width="96"
          height="30"
          rx="4"
          fill="#ffe8a3"
          stroke="#b97900"
          strokeWidth="1.5"
        />
        <text x="253" y="105" fontSize="7.5" fill="#4a5a67" textAnchor="middle">
          {t('picture.number')}
        </text>
        <text x="253" y="118" fontSize="9.5" fontWeight="700" fill="#14212b" textAnchor="middle">
          0102 0300 0046
        </text>
        <text x="253" y="162" fontSize="9.5" fill="currentColor" textAnchor="middle">
          {t('picture.sticker')}
        </text>
      </g>
    </svg>
  );
}
