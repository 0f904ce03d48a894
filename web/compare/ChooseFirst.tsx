import { Button } from 'react-aria-components';
import { chooseRegions } from './choose.ts';
import { useCompared, useCompareWords } from './comparison.tsx';
import { comparableRows } from './rows.ts';

/** Nothing chosen yet: how to, and an example to begin with. */
export function ChooseFirst() {
  const { t, regions } = useCompareWords();
  const { rows, setting } = useCompared();
  const measured = comparableRows(rows);
  const example = [...new Set([measured[0]?.code, measured.at(-1)?.code])].filter(code => code !== undefined);
  return (
    <div className="choose-first">
      <p>{t('compare.empty.choose', { regions })}</p>
      <Button
        className="button"
        isDisabled={example.length === 0}
        onPress={() => chooseRegions(setting.of, example)}
      >
        {t('compare.empty.example')}
      </Button>
    </div>
  );
}
