import { Button } from 'react-aria-components';
import type { Edit } from '../../core/scenario/edit.ts';
import type { EvaluationSetting } from '../../core/scenario/evaluate.ts';
import {
  type MunicipalQuota,
  municipalitiesWithin,
  remainders,
} from '../../core/spreading/municipal-quotas.ts';
import { keptEdits } from '../../core/spreading/scenario.ts';
import { Fold } from '../controls/Fold.tsx';
import { SteppedNumber } from '../controls/SteppedNumber.tsx';
import { setAsk, setDwellings, useSpreading } from './search.ts';
import { useSpreadWords } from './words.ts';

type Props = { setting: EvaluationSetting; edits: readonly Edit[]; most: number };

/** How many of the dwellings go to each municipality: a least and a most, or what remains of their objectives. */
export function MunicipalityFields({ setting, edits, most }: Props) {
  const { t, count, municipality } = useSpreadWords();
  const { municipalities = [], dwellings, way } = useSpreading(state => state.ask);
  const within = municipalitiesWithin(setting);
  if (within.length === 0) return null;
  const quotas = new Map(municipalities.map(one => [one.code, one]));
  const rest = new Map(remainders(setting, keptEdits(edits, way)).map(one => [one.code, one.dwellings]));
  const change = (code: string, part: Partial<MunicipalQuota>) => {
    const one = { code, min: 0, max: null, ...quotas.get(code), ...part };
    const others = municipalities.filter(other => other.code !== code);
    setAsk({ municipalities: one.min === 0 && one.max === null ? others : [...others, one] });
  };
  const fromRest = () => {
    const least = [...rest].flatMap(([code, left]) =>
      left > 0 ? [{ code, min: Math.min(Math.ceil(left), most), max: quotas.get(code)?.max ?? null }] : [],
    );
    const sum = least.reduce((all, { min }) => all + min, 0);
    setAsk({ municipalities: least });
    setDwellings(Math.min(most, Math.max(dwellings, sum)));
  };
  return (
    <Fold
      testId="municipal-quotas"
      title={
        <>
          {t('spreading.perMunicipality')}
          {municipalities.length > 0 && ` (${count(municipalities.length)})`}
        </>
      }
    >
      {() => (
        <>
          <p className="quiet">{t('spreading.perMunicipalityHelp')}</p>
          {[...rest.values()].some(left => left > 0) && (
            <Button className="button" onPress={fromRest}>
              {t('spreading.fromObjective')}
            </Button>
          )}
          <ul className="spread-quotas">
            {within.map(code => {
              const { min = 0, max = null } = quotas.get(code) ?? {};
              const left = rest.get(code);
              const name = municipality(code);
              return (
                <li key={code}>
                  <p className="spread-quota-name">
                    {name}
                    {left !== undefined && (
                      <span className="quiet"> {t('spreading.remains', { dwellings: count(left) })}</span>
                    )}
                  </p>
                  <SteppedNumber
                    label={t('spreading.leastIn', { name })}
                    value={min}
                    least={0}
                    most={max ?? most}
                    onChange={least => change(code, { min: least })}
                  />
                  <SteppedNumber
                    label={t('spreading.mostIn', { name })}
                    value={max ?? most}
                    least={min}
                    most={most}
                    onChange={value => change(code, { max: value >= most ? null : value })}
                  />
                </li>
              );
            })}
          </ul>
          {municipalities.length > 0 && (
            <Button className="button" onPress={() => setAsk({ municipalities: [] })}>
              {t('spreading.noQuotas')}
            </Button>
          )}
        </>
      )}
    </Fold>
  );
}
