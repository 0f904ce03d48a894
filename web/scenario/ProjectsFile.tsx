import { type ChangeEvent, useRef } from 'react';
import { Button } from 'react-aria-components';
import type { GivenProject } from '../../core/scenario/projects.ts';
import { useWords } from '../i18n/words.ts';
import { PROJECT_FILES, projectsIn } from './projectFiles.ts';

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
        accept={PROJECT_FILES}
        aria-label={t('edit.site.file')}
        data-testid="projects-file"
        onChange={chosen}
      />
    </>
  );
}
