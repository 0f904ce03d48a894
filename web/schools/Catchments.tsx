import { area } from '@turf/turf';
import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import type { ScenarioDocument } from '../../core/scenario/document.ts';
import { announce } from '../controls/Announcer.tsx';
import { Choice } from '../controls/Choice.tsx';
import { Icon } from '../controls/Icon.tsx';
import type { Shape } from '../drawing/drawing.ts';
import { ShapeButtons } from '../drawing/ShapeButtons.tsx';
import { useSurfaceText } from '../drawing/surface.ts';
import { useWords } from '../i18n/words.ts';
import { CatchmentFile } from './CatchmentFile.tsx';
import { showCatchments } from './shown.ts';
import { drawCatchment, removeCatchment, takeCatchments } from './steps.ts';

type Props = {
  scenario: ScenarioDocument;
  /** What the schools are for. */
  wanted: string;
  schools: readonly { id: string; name: string | null }[];
};

/** The catchments of a scenario, school by school: drawn on the map, or from a file. */
export function Catchments({ scenario: { id: scenario, parameters }, wanted, schools }: Props) {
  const { t } = useWords();
  const surface = useSurfaceText();
  const [chosen, setChosen] = useState<string | null>(null);
  const drawn = (parameters.catchments ?? []).filter(one => one.function === wanted);
  const school = schools.find(one => one.id === chosen) ?? schools[0];
  const nameOf = (id: string) => schools.find(one => one.id === id)?.name ?? id;
  useEffect(() => {
    showCatchments(wanted);
    return () => showCatchments(null);
  }, [wanted]);
  const draw = (shape: Shape) =>
    school !== undefined &&
    drawCatchment(scenario, { function: wanted, school: school.id }, shape, {
      title: t('services.catchments.draw', { school: nameOf(school.id) }),
    });
  return (
    <fieldset className="siting-points" data-testid="catchments">
      <legend className="field-label">{t('services.catchments.title', { count: drawn.length })}</legend>
      <p className="quiet">{t('services.catchments.help')}</p>
      {school !== undefined && (
        <Choice
          label={t('services.catchments.of')}
          options={schools.map(one => ({ id: one.id, title: nameOf(one.id) }))}
          value={school.id}
          onChange={setChosen}
        />
      )}
      <ShapeButtons isDisabled={school === undefined} onShape={draw} />
      <CatchmentFile
        wanted={wanted}
        schools={schools}
        onCatchments={list => {
          takeCatchments(scenario, list);
          announce(t('services.catchments.taken', { count: list.length }));
        }}
      />
      <ol className="siting-point-list">
        {drawn.map(one => (
          <li key={one.school}>
            <span>
              {nameOf(one.school)}, {surface(area(one.geometry))}
            </span>
            <Button
              className="icon-button"
              aria-label={t('services.catchments.remove', { school: nameOf(one.school) })}
              onPress={() => removeCatchment(scenario, one)}
            >
              <Icon name="close" size={14} />
            </Button>
          </li>
        ))}
      </ol>
    </fieldset>
  );
}
