import { FileLinks } from '../../controls/FileLinks.tsx';
import { type SchoolsAsked, schoolsBody, serviceExport } from '../../data/services.ts';
import { FileButtons } from '../../scenario/FileButtons.tsx';
import { useScene } from '../../state/scene.tsx';
import { useServiceWords } from './words.ts';

const FORMATS = ['csv', 'xlsx', 'geojson'] as const;

/** The table of schools as files: by its address, or with the scenario and the catchments sent along. */
export function SchoolFiles({ asked }: { asked: SchoolsAsked }) {
  const { t } = useServiceWords();
  const { ground } = useScene();
  const label = t('services.files', { table: t('services.schools.title') });
  const body = schoolsBody(asked);
  if (body !== null)
    return (
      <section aria-label={label}>
        <FileButtons path="/exports/schools" formats={FORMATS} body={body} stem={asked.question.function} />
      </section>
    );
  return (
    <FileLinks
      label={label}
      formats={FORMATS}
      addressOf={format => serviceExport(ground, { of: 'schools', question: asked.question }, format)}
    />
  );
}
