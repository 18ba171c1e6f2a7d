import { Badge } from '@mantine/core';
import { Icon } from '../../../../components/icon';
import type { IconName } from '../../../../components/icon';

type Tone = { color: string; icon: IconName };

function toneOf(status: number, code: string | null): Tone {
  // SNAP: "inconsistent request" is answered only when the bill is really posted.
  if (status < 300 || /^404\d\d18$/.test(code ?? '')) return { color: 'teal', icon: 'check' };
  return status >= 500 ? { color: 'red', icon: 'close' } : { color: 'yellow', icon: 'warning' };
}

/** Status of the answer with its code; the drawing says good, refused or failed without the colour. */
export function ResultBadge({ status, code }: { status: number; code: string | null }) {
  const { color, icon } = toneOf(status, code);
  return (
    <Badge
      variant="light"
      color={color}
      radius="sm"
      tt="none"
      fw={600}
      miw="max-content"
      leftSection={<Icon name={icon} size={12} />}
    >
      {code === null ? status : `${String(status)} ${code}`}
    </Badge>
  );
}
