import type { AreaLevel } from '../../core/areas/types.ts';
import { Choice } from '../controls/Choice.tsx';
import { sentence } from '../i18n/format.ts';
import { setView } from '../state/view.ts';
import { ChanceControl } from './ChanceControl.tsx';
import { CityControl } from './CityControl.tsx';
import { chooseOf } from './choose.ts';
import { useCompared, useCompareWords } from './comparison.tsx';
import { IndexChoice } from './IndexChoice.tsx';

/** Who is compared, on what, when and by which index; each of them is in the address. */
export function CompareControls() {
  const { t, levelTitle, levelPlural } = useCompareWords();
  const { setting } = useCompared();
  const options = (levels: readonly AreaLevel[], title: (id: string) => string) =>
    levels.map(id => ({ id, title: sentence(title(id)) }));
  const among = (levels: readonly AreaLevel[], id: string) => levels.find(level => level === id);
  return (
    <>
      <div className="compare-choices">
        <Choice
          label={t('compare.of')}
          options={options(setting.ofChoices, levelPlural)}
          value={setting.of}
          onChange={id => chooseOf(among(setting.ofChoices, id) ?? setting.of)}
        />
        <Choice
          label={t('compare.level')}
          options={options(setting.levelChoices, levelTitle)}
          value={setting.level}
          onChange={id => setView({ level: among(setting.levelChoices, id) ?? setting.level })}
        />
        <Choice
          label={t('layers.year')}
          options={setting.years.toReversed().map(year => ({ id: String(year), title: String(year) }))}
          value={String(setting.year)}
          onChange={id => setView({ year: Number(id) })}
        />
        <IndexChoice />
      </div>
      <div className="compare-folds">
        <CityControl />
        <ChanceControl />
      </div>
    </>
  );
}
