import { useMemo } from 'react';
import { useWords } from '../i18n/words.ts';
import { looksIn } from '../layers/looks.ts';
import { useOpenScenario } from '../state/baseline.ts';
import { PatternSwatch } from './PatternSwatch.tsx';

/** What the marks of the open scenario's edits mean; only those that can be seen. */
export function EditLegend() {
  const { t } = useWords();
  const edits = useOpenScenario()?.edits;
  const { looks, off } = useMemo(() => looksIn(edits ?? []), [edits]);
  return (
    <>
      {looks.map(look => (
        <li key={look} data-look={look}>
          {look === 'new' || look === 'changed' ? (
            <span className={`swatch edit-swatch ${look}`} />
          ) : (
            <PatternSwatch name={look} />
          )}
          {t(`drawing.marks.${look}`)}
        </li>
      ))}
      {off && (
        <li data-look="off">
          <span className="swatch edit-swatch off" />
          {t('drawing.marks.off')}
        </li>
      )}
    </>
  );
}
