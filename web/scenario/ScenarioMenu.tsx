import { type ChangeEvent, useRef, useState } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover, Separator } from 'react-aria-components';
import { ProblemError } from '../../core/problem.ts';
import { announce } from '../controls/Announcer.tsx';
import { Icon } from '../controls/Icon.tsx';
import { Problem } from '../controls/Problem.tsx';
import { useWords } from '../i18n/words.ts';
import { useView } from '../state/view.ts';
import { downloadScenario, maxFileBytes, parseScenarioFile } from './file.ts';
import { OpenServerDialog } from './OpenServerDialog.tsx';
import { deleteScenario, duplicateScenario, scenarioOf, takeIn } from './steps.ts';

async function readFile(file: File): Promise<void> {
  if (file.size > maxFileBytes) throw new ProblemError('too-large', `The file has ${file.size} bytes.`);
  takeIn(parseScenarioFile(await file.text()));
}

/** What can be done with the open scenario as a whole. Deleting asks nothing: it can be undone. */
export function ScenarioMenu() {
  const { t } = useWords();
  const open = useView(view => view.scenario);
  const files = useRef<HTMLInputElement>(null);
  const [failed, setFailed] = useState<unknown>(null);
  const [asking, setAsking] = useState(false);
  const scenario = open === null ? null : scenarioOf(open);
  const act: Record<string, () => void> = {
    duplicate: () =>
      scenario && duplicateScenario(scenario.id, t('scenario.copyTitle', { title: scenario.title })),
    delete: () => {
      if (scenario === null) return;
      deleteScenario(scenario.id);
      announce(t('scenario.deleted', { title: scenario.title }));
    },
    download: () => scenario && downloadScenario(scenario),
    upload: () => files.current?.click(),
    server: () => setAsking(true),
  };
  const chosen = (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    event.target.value = '';
    setFailed(null);
    if (file !== undefined) void readFile(file).catch(setFailed);
  };
  const withoutOne = scenario === null ? ['duplicate', 'delete', 'download'] : [];
  return (
    <>
      <MenuTrigger>
        <Button className="icon-button" aria-label={t('scenario.menu')}>
          <Icon name="more" />
        </Button>
        <Popover className="popover" placement="bottom end" offset={4}>
          <Menu
            className="options"
            aria-label={t('scenario.menu')}
            disabledKeys={withoutOne}
            onAction={key => act[String(key)]?.()}
          >
            <MenuItem id="duplicate" className="option">
              {t('scenario.duplicate')}
            </MenuItem>
            <MenuItem id="download" className="option">
              {t('scenario.download')}
            </MenuItem>
            <MenuItem id="delete" className="option">
              {t('scenario.delete')}
            </MenuItem>
            <Separator className="option-line" />
            <MenuItem id="upload" className="option">
              {t('scenario.upload')}
            </MenuItem>
            <MenuItem id="server" className="option">
              {t('scenario.openServer')}
            </MenuItem>
          </Menu>
        </Popover>
      </MenuTrigger>
      <input
        ref={files}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={t('scenario.upload')}
        data-testid="scenario-file"
        onChange={chosen}
      />
      {failed !== null && (
        <div className="wide">
          <p className="note alarm">{t('scenario.badFile')}</p>
          <Problem error={failed} />
        </div>
      )}
      <OpenServerDialog isOpen={asking} onClose={() => setAsking(false)} />
    </>
  );
}
