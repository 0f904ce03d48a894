import { useState } from 'react';
import { Checkbox, CheckboxGroup, Label } from 'react-aria-components';
import type { AreaLevel } from '../../core/areas/types.ts';
import { Choice } from '../controls/Choice.tsx';
import { Copyable } from '../controls/Copyable.tsx';
import { Icon } from '../controls/Icon.tsx';
import { Segments } from '../controls/Segments.tsx';
import { sentence } from '../i18n/format.ts';
import { useWords } from '../i18n/words.ts';
import { availableOf, showingAt } from '../layers/availability.ts';
import { missingScope, nameOfScope, scopeId, useScopeOptions } from '../shell/scopes.ts';
import { useScene } from '../state/scene.tsx';
import { selectedCodes } from '../state/selection.ts';
import { useView } from '../state/view.ts';
import {
  EXPORT_FORMATS,
  type ExportFormat,
  type ExportLayer,
  exportAddress,
  exportCommand,
  MOST_AREAS_NAMED,
} from './commands.ts';

/** Everything that can be looked at can be exported; the form begins with what is in view. */
function useScopes() {
  const scene = useScene();
  const offered = useScopeOptions();
  const { scope } = scene;
  const shown = scopeId(scope);
  const known = scope === null || missingScope(scene) !== null || offered.some(one => one.id === shown);
  const options = known
    ? offered
    : [...offered, { id: shown, ref: scope, title: nameOfScope(scene, scope), detail: '' }];
  return { options, first: options.some(one => one.id === shown) ? shown : '' };
}

/** The choice that stands for the selection; no scope has such an id. */
const SELECTION = 'selection!';

/** A choice that makes an address, a file and a command: three ways to the same bytes. */
export function ExportForm() {
  const { t, text } = useWords();
  const scene = useScene();
  const { indicators, levels, region, release } = scene;
  const scopes = useScopes();
  const [layer, setLayer] = useState<ExportLayer>('areas');
  const [level, setLevel] = useState<AreaLevel>(scene.level);
  const [year, setYear] = useState(scene.year === null ? '' : String(scene.year));
  const selection = selectedCodes(
    useView(view => view.selection),
    level,
  );
  const selectable = layer === 'areas' && selection.length > 0 && selection.length <= MOST_AREAS_NAMED;
  const [chosenScope, setScope] = useState<string | null>(null);
  const bySelection = chosenScope === SELECTION && selectable;
  const scope = bySelection
    ? SELECTION
    : chosenScope === null || chosenScope === SELECTION
      ? scopes.first
      : chosenScope;
  const offered = indicators.filter(one => showingAt(level, availableOf(one, indicators))?.level === level);
  const [chosen, setChosen] = useState<string[]>([scene.indicator.id]);
  const picked = chosen.filter(id => offered.some(one => one.id === id));
  const years = [
    ...new Set(offered.flatMap(one => showingAt(level, availableOf(one, indicators))?.years ?? [])),
  ].sort((a, b) => b - a);

  const choice = (format: ExportFormat) => ({
    layer,
    region: region.id,
    release: release.hash,
    level,
    indicators: picked,
    year: year === '' ? null : Number(year),
    scope: scopes.options.find(one => one.id === scope)?.ref ?? null,
    ...(bySelection ? { areas: selection } : {}),
    format,
  });
  const possible = layer === 'facilities' ? region.facilities.length > 0 : picked.length > 0;
  return (
    <div className="export-form">
      <p className="quiet">{t('data.exportText')}</p>
      <Segments
        label={t('data.exportWhat')}
        options={[
          { id: 'areas', title: sentence(t('data.exportAreas')) },
          { id: 'facilities', title: sentence(t('data.exportFacilities')) },
        ]}
        value={layer}
        onChange={setLayer}
      />
      <div className="field-row">
        {layer === 'areas' && (
          <>
            <Choice
              label={t('layers.level')}
              options={levels.map(one => ({ id: one.id, title: sentence(text(one.title)) }))}
              value={level}
              onChange={id => setLevel(levels.find(one => one.id === id)?.id ?? level)}
            />
            <Choice
              label={t('layers.year')}
              options={years.map(one => ({ id: String(one), title: String(one) }))}
              value={year}
              onChange={setYear}
            />
          </>
        )}
        <Choice
          label={t('data.exportScope')}
          options={
            selectable
              ? [
                  ...scopes.options,
                  {
                    id: SELECTION,
                    title: t('data.exportSelection', { count: selection.length }),
                    detail: t('data.exportSelectionHelp'),
                  },
                ]
              : scopes.options
          }
          value={scope}
          onChange={setScope}
        />
      </div>
      {layer === 'areas' && selection.length > MOST_AREAS_NAMED && (
        <p className="note">
          {t('data.exportSelectionLarge', { count: selection.length, most: MOST_AREAS_NAMED })}
        </p>
      )}
      {layer === 'areas' && (
        <CheckboxGroup className="export-indicators" value={picked} onChange={setChosen}>
          <Label className="field-label">{t('data.exportIndicators')}</Label>
          {offered.map(one => (
            <Checkbox key={one.id} value={one.id} className="checkbox">
              <span className="checkbox-mark">
                <Icon name="check" size={14} />
              </span>
              {sentence(text(one.title))}
            </Checkbox>
          ))}
        </CheckboxGroup>
      )}
      <div className="actions">
        {EXPORT_FORMATS.map(format =>
          possible ? (
            <a key={format.id} className="button primary" href={exportAddress(choice(format.id))} download>
              <Icon name="download" size={16} />
              {t('data.downloadAs', { format: format.title })}
            </a>
          ) : (
            <span key={format.id} className="button" aria-disabled="true">
              {t('data.downloadAs', { format: format.title })}
            </span>
          ),
        )}
      </div>
      {possible && (
        <div className="ways">
          <h3>{t('data.cli')}</h3>
          <Copyable text={exportCommand(choice('geojson'))} label={t('data.cli')} />
          <h3>{t('data.address')}</h3>
          <Copyable text={location.origin + exportAddress(choice('geojson'))} label={t('data.address')} />
        </div>
      )}
    </div>
  );
}
