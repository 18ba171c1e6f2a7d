import { useCallback } from 'react';

interface PhotoProps {
  content: Blob;
  alt: string;
  className?: string | undefined;
  maxHeight?: number;
}

/**
 * A picture from bytes in memory, which are given back when it is no longer shown. In its own proportions: a column that
 * draws its children out to its width must not draw out the figures of a meter.
 */
export function Photo({ content, alt, className, maxHeight }: PhotoProps) {
  const show = useCallback(
    (image: HTMLImageElement) => {
      const url = URL.createObjectURL(content);
      image.src = url;
      return () => {
        URL.revokeObjectURL(url);
      };
    },
    [content],
  );
  return (
    <img
      ref={show}
      alt={alt}
      className={className}
      style={{ display: 'block', alignSelf: 'flex-start', maxWidth: '100%', maxHeight, borderRadius: 8 }}
    />
  );
}
