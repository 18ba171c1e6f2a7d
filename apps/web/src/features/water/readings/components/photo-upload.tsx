import { Button, FileButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ReadingDto } from '@tirtapay/api-client';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { shrinkPhoto } from '../../../../lib/shrink-photo';
import { useAction } from '../../../../lib/use-action';
import { usePermission } from '../../../../lib/use-permission';
import { sendPhoto } from '../api/send-photo';

/** Takes the photo of a reading. After the verification only a missing one may still come. */
export function PhotoUpload({ reading }: { reading: ReadingDto }) {
  const { t } = useTranslation('readings');
  const allowed = usePermission('reading.record');
  const action = useAction({
    perform: async (file: File) => sendPhoto(reading.id, await shrinkPhoto(file)),
    done: () => t('photo.stored'),
  });
  if (!allowed || (reading.has_photo && reading.status === 'VERIFIED')) return null;
  return (
    <>
      {action.isError && <ProblemPanel error={action.error} />}
      <FileButton
        accept="image/jpeg,image/png,image/webp"
        inputProps={{ 'aria-label': t('photo.choose') }}
        onChange={(file) => {
          if (file) action.run(file);
        }}
      >
        {(props) => (
          <Button {...props} variant="default" loading={action.isPending} w="fit-content">
            {t(reading.has_photo ? 'photo.replace' : 'photo.add')}
          </Button>
        )}
      </FileButton>
    </>
  );
}
