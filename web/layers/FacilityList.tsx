import type { Feature } from 'geojson';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { AreaRef } from '../../core/areas/types.ts';
import { Problem } from '../controls/Problem.tsx';
import { Skeleton } from '../controls/Skeleton.tsx';
import { useFacilitiesIn } from '../data/queries.ts';
import { useWords } from '../i18n/words.ts';
import { lookAt } from '../map/shared.ts';
import { chooseFacility, facilityOf } from '../scenario/chosenFacility.ts';
import { useOpenScenario } from '../state/baseline.ts';
import { useScene } from '../state/scene.tsx';
import { useView } from '../state/view.ts';
import { useAttributeWords } from './attributeWords.ts';
import { FacilitySign } from './FacilitySign.tsx';
import { attributesOf, boxOf, functionsOf, nameOf } from './facilities.ts';

/** What fits in a panel; the rest on request. */
const first = 20;

function Place({ place }: { place: Feature }) {
  const { t } = useWords();
  const { region } = useScene();
  const shown = useView(view => view.facilities);
  const functions = functionsOf(place);
  const sign = shown.find(one => functions.includes(one)) ?? '';
  const choosing = useOpenScenario() !== null;
  const title = (name: string) => t(`facility.${name}`, { defaultValue: name });
  const about = useAttributeWords()(attributesOf(place));
  const source = region.facilities.find(one => one.id === place.properties?.source)?.source.title;
  return (
    <li>
      <FacilitySign name={sign} />
      <div>
        <Button className="plain-link" onPress={() => lookAt(boxOf(place))}>
          {nameOf(place) ?? title(sign)}
        </Button>
        <p className="quiet">
          {[functions.map(title).join(', '), ...about, source].filter(Boolean).join(' · ')}
        </p>
        {choosing && (
          <Button className="link-button" onPress={() => chooseFacility(facilityOf(place))}>
            {t('drawing.facility.choose', { name: nameOf(place) ?? title(sign) })}
          </Button>
        )}
      </div>
    </li>
  );
}

/**
 * The places whose signs are on the map, in one area: name, what for, and who says so. What hovering over a sign
 * shows, for a keyboard, a finger or a screen reader. A press on the name shows where it is.
 */
export function FacilityList({ area }: { area: AreaRef }) {
  const { t, language } = useWords();
  const { ground } = useScene();
  const shown = useView(view => view.facilities);
  const { data, error, refetch } = useFacilitiesIn(ground, shown, area);
  const [all, setAll] = useState(false);
  if (shown.length === 0) return null;
  const byName = new Intl.Collator(language, { numeric: true }).compare;
  const places = [...(data?.features ?? [])].sort((a, b) =>
    byName(nameOf(a) ?? '\uffff', nameOf(b) ?? '\uffff'),
  );
  return (
    <div className="facility-list" data-testid="facility-list">
      <h3>{t('area.facilities')}</h3>
      {error !== null && <Problem error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton lines={2} />}
      {data !== undefined && places.length === 0 && <p className="quiet">{t('area.noFacilities')}</p>}
      <ul>
        {places.slice(0, all ? undefined : first).map(place => (
          <Place key={place.id} place={place} />
        ))}
      </ul>
      {places.length > first && !all && (
        <Button className="link-button" onPress={() => setAll(true)}>
          {t('area.allFacilities', { count: places.length })}
        </Button>
      )}
    </div>
  );
}
