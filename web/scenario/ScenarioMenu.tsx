import { Button, Menu, MenuItem, MenuTrigger, Popover, Separator } from 'react-aria-components';
import { announce } from '../controls/Announcer.tsx';
import { Icon } from '../controls/Icon.tsx';
import { useWords } from '../i18n/words.ts';
import { printPage } from '../print/printing.ts';
import { useOpenScenario } from '../state/baseline.ts';
import { useView } from '../state/view.ts';
import { openDialog } from './dialogs.ts';
import { useDownload } from './results.ts';
import { deleteScenario, duplicateScenario, scenarioOf } from './steps.ts';
import type { Opening } from './useOpening.tsx';
import { branchScenario } from './versionSteps.ts';

/** What can be done with the open scenario as a whole. Deleting asks nothing: it can be undone. */
export function ScenarioMenu({ opening }: { opening: Opening }) {
  const { t } = useWords();
  const open = useView(view => view.scenario);
  const scenario = open === null ? null : scenarioOf(open);
  const shown = useOpenScenario();
  const download = useDownload(scenario);
  const act: Record<string, () => void> = {
    duplicate: () => scenario && duplicateScenario(scenario.id),
    branch: () => scenario && branchScenario(scenario),
    versions: () => openDialog('versions'),
    share: () => openDialog('share'),
    print: () => void printPage(),
    delete: () => {
      if (scenario === null) return;
      deleteScenario(scenario.id);
      announce(t('scenario.deleted', { title: scenario.title }));
    },
    download,
    upload: opening.openFile,
    server: opening.openServer,
  };
  const withoutOne = [
    ...(scenario === null ? ['duplicate', 'branch', 'versions', 'share', 'delete', 'download'] : []),
    // What a frozen link shows is printed too.
    ...(shown === null ? ['print'] : []),
  ];
  return (
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
          <MenuItem id="branch" className="option">
            {t('sharing.branch')}
          </MenuItem>
          <MenuItem id="versions" className="option">
            {t('sharing.versions')}
          </MenuItem>
          <MenuItem id="share" className="option">
            {t('sharing.share')}
          </MenuItem>
          <MenuItem id="download" className="option">
            {t('scenario.download')}
          </MenuItem>
          <MenuItem id="print" className="option">
            {t('print.print')}
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
  );
}
