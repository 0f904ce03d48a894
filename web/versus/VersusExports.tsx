import { useWords } from '../i18n/words.ts';
import { FileButtons } from '../scenario/FileButtons.tsx';
import { fileStem } from '../scenario/file.ts';
import { useVersus } from './outcomes.tsx';

/** The two as files, written by the server from the scenarios that are sent along. */
export function VersusExports() {
  const { t } = useWords();
  const { sides } = useVersus();
  // The server takes what is now as the first; the other way round it is the one without edits.
  const { left, right } = sides;
  const second = right.scenario ?? (left.scenario && { ...left.scenario, title: right.title, edits: [] });
  if (second === null) return null;
  const body = { second, ...(left.scenario === null ? {} : { first: left.scenario }) };
  const stem = `${fileStem(left.title)}-${fileStem(right.title)}`;
  return (
    <div className="scenario-exports">
      <h3>{t('versus.files.figures')}</h3>
      <FileButtons path="/exports/figures" formats={['csv', 'xlsx']} body={body} stem={`${stem}-figures`} />
      <h3>{t('versus.files.areas')}</h3>
      <FileButtons path="/exports/difference" formats={['geojson', 'csv', 'xlsx']} body={body} stem={stem} />
    </div>
  );
}
