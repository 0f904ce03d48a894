import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { ScenarioDocument } from '../../core/scenario/document.ts';
import { editsAsGeoJson } from '../../core/scenario/geojson.ts';
import { Problem } from '../controls/Problem.tsx';
import { apiUrl, send } from '../data/http.ts';
import { useWords } from '../i18n/words.ts';
import { EXPORT_FORMATS, type ExportFormat } from '../publication/commands.ts';
import { fileNameOf, saveFile } from './file.ts';

/** Areas with now, then and difference as a file; the server writes it from the scenario that is sent along. */
export function ScenarioExports({ scenario }: { scenario: ScenarioDocument }) {
  const { t } = useWords();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<unknown>(null);
  const save = async (format: ExportFormat) => {
    setBusy(true);
    setFailed(null);
    try {
      const response = await send(apiUrl(`/exports/scenario.${format}`), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(scenario),
      });
      saveFile(fileNameOf(scenario.title).replace('.scenario.json', `.${format}`), await response.blob());
    } catch (error) {
      setFailed(error);
    } finally {
      setBusy(false);
    }
  };
  const saveEdits = () => {
    const text = `${JSON.stringify(editsAsGeoJson(scenario), null, 2)}\n`;
    const name = fileNameOf(scenario.title).replace('.scenario.json', '-wijzigingen.geojson');
    saveFile(name, new Blob([text], { type: 'application/geo+json' }));
  };
  return (
    <div className="scenario-exports">
      <h3>{t('scenario.exportTitle')}</h3>
      <div className="actions">
        {EXPORT_FORMATS.map(format => (
          <Button key={format.id} className="button" isDisabled={busy} onPress={() => void save(format.id)}>
            {t('data.downloadAs', { format: format.title })}
          </Button>
        ))}
      </div>
      <h3>{t('scenario.editsExportTitle')}</h3>
      <div className="actions">
        <Button className="button" onPress={saveEdits}>
          {t('data.downloadAs', { format: 'GeoJSON' })}
        </Button>
      </div>
      {failed !== null && <Problem error={failed} />}
    </div>
  );
}
