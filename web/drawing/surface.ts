import { useCallback } from 'react';
import { useWords } from '../i18n/words.ts';

/** A surface in hectares, with the digits that a drawn line bears: three or so. */
export function useSurfaceText(): (surfaceM2: number) => string {
  const { t, decimal } = useWords();
  return useCallback(
    surfaceM2 => {
      const hectare = surfaceM2 / 10_000;
      const digits = hectare >= 100 ? 0 : hectare >= 10 ? 1 : 2;
      return t('drawing.surface', { hectare: decimal(hectare, digits) });
    },
    [t, decimal],
  );
}
