import { useState } from 'react';
import { Button, Input, Label, NumberField } from 'react-aria-components';
import type { Edit } from '../../core/scenario/edit.ts';
import { dwellingsIn, MAX_DWELLINGS } from '../../core/scenario/homes.ts';
import { dividedOver, type Site } from '../../core/scenario/place.ts';
import { dividedByHand, withHandNumber } from '../../core/scenario/sites.ts';
import { Problem } from '../controls/Problem.tsx';
import { Segments } from '../controls/Segments.tsx';
import { useWords } from '../i18n/words.ts';
import { useScene } from '../state/scene.tsx';
import { useAreasText } from './editAreas.ts';
import { sitePartsFor } from './siteEdits.ts';
import { changeEdit } from './steps.ts';

/** What fits in a panel; the rest on request. */
const FIRST = 12;

type Props = { scenario: string; edit: Extract<Edit, { place: object; social: object }>; site: Site };

/** How the dwellings of a site over several areas are divided: by its surface in each, or as the planner fills in. */
export function Division({ scenario, edit, site }: Props) {
  const { t, count } = useWords();
  const { ground, level } = useScene();
  const areasText = useAreasText();
  const [all, setAll] = useState(false);
  const [failed, setFailed] = useState<unknown>(null);
  const dwellings = dwellingsIn(edit.social);
  const counted = dividedOver(site, dwellings);
  const sum = site.parts.reduce((total, part) => total + part.weight, 0);
  const rest = Math.abs(dwellings - sum);
  const sized = Object.keys(edit.social).some(size => size !== 'unspecified');

  const write = (changed: (site: Site) => Site, gesture: string | null = null) =>
    changeEdit(
      scenario,
      edit.id,
      one => ('place' in one && one.place.kind === 'site' ? { ...one, place: changed(one.place) } : one),
      { gesture },
    );
  const choose = async (split: Site['split']) => {
    setFailed(null);
    if (split === site.split) return;
    if (split === 'hand') {
      write(one => dividedByHand(one, dwellings));
      return;
    }
    try {
      const parts = await sitePartsFor(ground, level, edit.kind, site.geometry);
      write(one => ({ ...one, split, parts }));
    } catch (error) {
      setFailed(error);
    }
  };
  return (
    <div className="division" data-testid="division">
      <span className="field-label">{t('drawing.division.title')}</span>
      <Segments
        label={t('drawing.division.title')}
        options={(['surface', 'hand'] as const).map(id => ({ id, title: t(`drawing.division.${id}`) }))}
        value={site.split}
        onChange={split => void choose(split)}
      />
      <ul>
        {site.parts.slice(0, all ? undefined : FIRST).map(({ area, weight }, i) => (
          <li key={area}>
            {site.split === 'surface' ? (
              <>
                {areasText([area])} <strong>{count(counted[i]!)}</strong>
              </>
            ) : (
              <NumberField
                className="number"
                value={weight}
                minValue={0}
                maxValue={MAX_DWELLINGS}
                step={1}
                formatOptions={{ useGrouping: false }}
                onChange={next => {
                  if (Number.isFinite(next)) write(one => withHandNumber(one, area, next), `part-${area}`);
                }}
              >
                <Label className="field-label">
                  {t('drawing.division.number', { area: areasText([area]) })}
                </Label>
                <Input className="input" />
                {counted[i] !== weight && (
                  <span className="quiet">{t('drawing.division.becomes', { count: counted[i]! })}</span>
                )}
              </NumberField>
            )}
          </li>
        ))}
      </ul>
      {site.parts.length > FIRST && !all && (
        <Button className="link-button" onPress={() => setAll(true)}>
          {t('drawing.division.all', { count: site.parts.length })}
        </Button>
      )}
      {site.split === 'hand' && (
        <p className="quiet" role="status">
          {t('drawing.division.sum', { sum: count(sum), dwellings: count(dwellings) })}{' '}
          {sum < dwellings && t('drawing.division.less', { rest: count(rest) })}
          {sum > dwellings && t('drawing.division.more', { rest: count(rest) })}{' '}
          {sum !== dwellings && sum > 0 && !sized && (
            <Button
              className="link-button"
              onPress={() =>
                changeEdit(
                  scenario,
                  edit.id,
                  one => ('social' in one ? { ...one, social: { unspecified: sum } } : one),
                  { name: 'count' },
                )
              }
            >
              {t('drawing.division.take', { sum: count(sum) })}
            </Button>
          )}
        </p>
      )}
      {failed !== null && <Problem error={failed} />}
    </div>
  );
}
