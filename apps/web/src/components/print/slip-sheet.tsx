import { QRCodeSVG } from 'qrcode.react';
import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import classes from './print.module.css';
import type { Roll } from './printer-settings';
import type { Slip } from './slip';

/** Slips on the browser's paper, one after the other; the screen stays where it is. */
export function SlipSheet({
  slips,
  roll,
  onPrinted,
}: {
  slips: readonly Slip[];
  roll: Roll;
  onPrinted: () => void;
}) {
  useEffect(() => {
    window.addEventListener('afterprint', onPrinted, { once: true });
    window.print();
    return () => {
      window.removeEventListener('afterprint', onPrinted);
    };
  }, [onPrinted]);
  return createPortal(
    <div className={classes.slips} data-print-sheet="" data-roll={roll}>
      <style>{`@page { size: ${roll}mm auto; margin: 0; }`}</style>
      {slips.map((slip, index) => (
        <div key={index} className={classes.slip}>
          <pre>{slip.text}</pre>
          {slip.qr !== null && <QRCodeSVG value={slip.qr} size={96} level="M" />}
        </div>
      ))}
    </div>,
    document.body,
  );
}
