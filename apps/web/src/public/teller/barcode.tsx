import classes from './teller.module.css';
import { code128Bars } from './code-128';

/** The quiet zone the standard asks for on either side, in modules. */
const QUIET = 10;
const HEIGHT = 44;

/** A number as Code 128, for counters with a scanner; the digits stand beside it, so screen readers skip it. */
export function Barcode({ digits }: { digits: string }) {
  const { bars, width } = code128Bars(digits);
  return (
    <svg
      className={classes.barcode}
      viewBox={`${String(-QUIET)} 0 ${String(width + 2 * QUIET)} ${String(HEIGHT)}`}
      preserveAspectRatio="none"
      shapeRendering="crispEdges"
      aria-hidden="true"
    >
      <rect x={-QUIET} width={width + 2 * QUIET} height={HEIGHT} fill="#fff" />
      {bars.map((bar) => (
        <rect key={bar.x} x={bar.x} width={bar.width} height={HEIGHT} fill="#000" />
      ))}
    </svg>
  );
}
