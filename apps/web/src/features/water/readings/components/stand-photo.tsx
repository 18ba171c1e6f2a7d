import { Button, FileButton, Group, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../../components/icon';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { Photo } from '../../../../components/photo';
import { shrinkPhoto } from '../../../../lib/shrink-photo';

interface StandPhotoProps {
  photo: Blob | null;
  /** Somebody will want to see the meter: an estimate, or something found. */
  wanted: boolean;
  onChange: (photo: Blob | null) => void;
}

/** The photo of the meter, taken with the stand and made small here. */
export function StandPhoto({ photo, wanted, onChange }: StandPhotoProps) {
  const { t } = useTranslation('readings');
  const shrinking = useMutation({ mutationFn: shrinkPhoto, onSuccess: onChange });
  return (
    <div role="group" aria-label={t('photo.label')}>
      <Group gap="sm">
        <FileButton
          accept="image/jpeg,image/png,image/webp"
          capture="environment"
          inputProps={{ 'aria-label': t('photo.choose') }}
          onChange={(file) => {
            if (file) shrinking.mutate(file);
          }}
        >
          {(props) => (
            <Button
              {...props}
              variant="default"
              size="md"
              leftSection={<Icon name={photo === null ? 'plus' : 'check'} size={16} />}
              loading={shrinking.isPending}
            >
              {t(photo === null ? 'photo.take' : 'photo.taken')}
            </Button>
          )}
        </FileButton>
        {photo !== null && (
          <Button
            variant="subtle"
            color="gray"
            size="md"
            onClick={() => {
              onChange(null);
            }}
          >
            {t('photo.drop')}
          </Button>
        )}
      </Group>
      {photo === null && wanted && (
        <Text size="sm" c="dimmed" mt={4}>
          {t('photo.wanted')}
        </Text>
      )}
      {shrinking.isError && <ProblemPanel error={shrinking.error} />}
      {photo !== null && <Photo content={photo} alt={t('photo.preview')} maxHeight={160} />}
    </div>
  );
}
