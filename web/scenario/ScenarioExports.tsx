import { Button } from 'react-aria-components';
import type { ScenarioDocument } from '../../core/scenario/document.ts';
import { editsAsGeoJson } from '../../core/scenario/geojson.ts';
import { useWords } from '../i18n/words.ts';
import { FileButtons } from './FileButtons.tsx';
import { fileStem, saveFile } from './file.ts';

/** What comes of a scenario as files: its areas and its figures from the server, its edits from here. */
export function ScenarioExports({ scenario }: { scenario: ScenarioDocument }) {
  const { t } = useWords();
  const stem = fileStem(scenario.title);
  const saveEdits = () => {
    const text = `${JSON.stringify(editsAsGeoJson(scenario), null, 2)}\n`;
    saveFile(`${stem}-wijzigingen.geojson`, new Blob([text], { type: 'application/geo+json' }));
  };
  return (
    <div className="scenario-exports">
      <h3>{t('scenario.exportTitle')}</h3>
      <FileButtons
        path="/exports/scenario"
        formats={['geojson', 'csv', 'xlsx']}
        body={scenario}
        stem={stem}
      />
      <h3>{t('versus.files.own')}</h3>
      <FileButtons
        path="/exports/figures"
        formats={['csv', 'xlsx']}
        body={{ second: scenario }}
        stem={`${stem}-figures`}
      />
      <h3>{t('scenario.editsExportTitle')}</h3>
      <div className="actions">
        <Button className="button" onPress={saveEdits}>
          {t('data.downloadAs', { format: 'GeoJSON' })}
        </Button>
      </div>
    </div>
  );
}
