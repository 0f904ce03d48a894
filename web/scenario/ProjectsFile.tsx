import { type ChangeEvent, useRef } from 'react';
import { Button } from 'react-aria-components';
import { ProblemError } from '../../core/problem.ts';
import { type GivenProject, readProjects } from '../../core/scenario/projects.ts';
import { useWords } from '../i18n/words.ts';

async function projectsIn(file: File): Promise<GivenProject[]> {
  try {
    return readProjects(JSON.parse(await file.text()));
  } catch (error) {
    throw error instanceof SyntaxError
      ? new ProblemError('bad-input', 'The file is no JSON.', {}, error)
      : error;
  }
}

type Props = { isDisabled: boolean; onProjects: (read: () => Promise<GivenProject[]>) => void };

/** Projects from a file of another program. */
export function ProjectsFile({ isDisabled, onProjects }: Props) {
  const { t } = useWords();
  const file = useRef<HTMLInputElement>(null);
  const chosen = (event: ChangeEvent<HTMLInputElement>) => {
    const [one] = event.target.files ?? [];
    event.target.value = '';
    if (one !== undefined) onProjects(() => projectsIn(one));
  };
  return (
    <>
      <Button className="button" isDisabled={isDisabled} onPress={() => file.current?.click()}>
        {t('edit.site.file')}
      </Button>
      <input
        ref={file}
        type="file"
        hidden
        accept=".geojson,.json,application/geo+json,application/json"
        aria-label={t('edit.site.file')}
        data-testid="projects-file"
        onChange={chosen}
      />
    </>
  );
}
