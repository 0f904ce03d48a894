import { announce } from '../controls/Announcer.tsx';
import { useWords } from '../i18n/words.ts';
import { printPage } from '../print/printing.ts';
import { openDialog } from '../scenario/dialogs.ts';
import { openScenario } from '../scenario/opening.ts';
import { useDownload } from '../scenario/results.ts';
import { deleteScenario, duplicateScenario } from '../scenario/steps.ts';
import { branchScenario } from '../scenario/versionSteps.ts';
import { useOpenScenario } from '../state/baseline.ts';
import { useFrozenOnScreen } from '../state/frozen.ts';
import { type Shown, setView, useView } from '../state/view.ts';
import { useWorkspace } from '../state/workspace.ts';
import { compareWithNow } from '../versus/sides.ts';
import type { Command } from './command.ts';

function useOpenOne(): Command[] {
  const { t } = useWords();
  const open = useOpenScenario();
  const frozen = useFrozenOnScreen();
  const shown = useView(view => view.shown);
  const download = useDownload(open);
  if (open === null) return [];
  const { id, title } = open;
  const views: readonly { id: Shown; name: string }[] = [
    { id: 'before', name: t('scenario.showBefore') },
    { id: 'after', name: t('scenario.showAfter') },
    { id: 'difference', name: t('scenario.showDifference') },
    { id: 'marginal', name: t('scenario.showMarginal') },
  ];
  const own: Command[] = [
    {
      id: 'duplicate-scenario',
      title: t('command.duplicateScenario', { title }),
      run: () => duplicateScenario(id),
    },
    {
      id: 'branch-scenario',
      title: t('sharing.command.branch', { title }),
      run: () => branchScenario(open),
    },
    {
      id: 'versions',
      title: t('sharing.command.versions', { title }),
      run: () => openDialog('versions'),
    },
    {
      id: 'share',
      title: t('sharing.command.share', { title }),
      run: () => openDialog('share'),
    },
    {
      id: 'delete-scenario',
      title: t('command.deleteScenario', { title }),
      run: () => {
        deleteScenario(id);
        announce(t('scenario.deleted', { title }));
      },
    },
  ];
  return [
    ...views
      .filter(one => one.id !== shown)
      .map(one => ({
        id: `shown-${one.id}`,
        title: t('command.shown', { name: one.name }),
        run: () => setView({ shown: one.id }),
      })),
    {
      id: 'compare-scenario',
      title: t('versus.command', { title }),
      keys: ['V'],
      run: () => compareWithNow(id),
    },
    {
      id: 'print',
      title: t('print.command', { title }),
      keys: ['Ctrl P', 'P'],
      run: () => void printPage(),
    },
    {
      id: 'download-scenario',
      title: t('command.downloadScenario', { title }),
      run: download,
    },
    ...(frozen === null ? own : []),
  ];
}

/** What can be done with the open scenario, and the way to every other one. */
export function useScenarioCommands(): Command[] {
  const { t } = useWords();
  const open = useOpenScenario();
  const scenarios = useWorkspace(state => state.workspace.scenarios);
  const others = scenarios.filter(one => one.id !== open?.id);
  return [
    ...useOpenOne(),
    ...others.map(one => ({
      id: `scenario-${one.id}`,
      title: t('command.openScenario', { title: one.title }),
      run: () => openScenario(one),
    })),
  ];
}
