import { Copyable } from '../controls/Copyable.tsx';
import { useWords } from '../i18n/words.ts';
import { ImportForm } from './ImportForm.tsx';

const steps = [
  {
    id: 'importAreas',
    command:
      'npm run -s cli -- import areas sectoren.geojson --level sector --id CODE --name NAAM --parent GEMEENTE',
  },
  {
    id: 'importTable',
    command:
      'npm run -s cli -- import table woningen.csv --level sector --id CODE --year 2024 --map social_share=SOCIAAL/WONINGEN',
  },
  {
    id: 'importFacilities',
    command:
      'npm run -s cli -- import facilities speelplekken.geojson --function play --map key=ID --map name=NAAM',
  },
  {
    id: 'importNetwork',
    command: 'npm run -s cli -- import network straten.osm.pbf',
  },
] as const;

/** How one's own files get in: the commands, ready to be changed. */
export function Importing() {
  const { t } = useWords();
  return (
    <>
      <ImportForm />
      <h3>{t('data.importByCommand')}</h3>
      <p>{t('data.importText')}</p>
      {steps.map(step => (
        <div key={step.id} className="import-step">
          <h4>{t(`data.${step.id}`)}</h4>
          <Copyable text={step.command} label={t(`data.${step.id}`)} />
        </div>
      ))}
    </>
  );
}
