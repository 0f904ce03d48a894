import type { ScenarioDocument } from '../../core/scenario/document.ts';
import { closeDialog, useScenarioDialog } from './dialogs.ts';
import { MoveDialog } from './MoveDialog.tsx';
import { ShareDialog } from './ShareDialog.tsx';
import { VersionsDialog } from './VersionsDialog.tsx';

/** The dialogs about the open scenario. */
export function ScenarioDialogs({ scenario }: { scenario: ScenarioDocument }) {
  const open = useScenarioDialog(state => state.open);
  const given = { scenario, onClose: closeDialog };
  if (open === 'versions') return <VersionsDialog {...given} />;
  if (open === 'share') return <ShareDialog {...given} />;
  return open === 'move' ? <MoveDialog {...given} /> : null;
}
