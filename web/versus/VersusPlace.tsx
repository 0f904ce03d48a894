import { Problem } from '../controls/Problem.tsx';
import { Skeleton } from '../controls/Skeleton.tsx';
import { useWords } from '../i18n/words.ts';
import { ComparisonSheet } from '../print/ComparisonSheet.tsx';
import { MissingScenario } from '../scenario/MissingScenario.tsx';
import { useScopeName } from '../scenario/scopeName.ts';
import { useOpening } from '../scenario/useOpening.tsx';
import { useScene } from '../state/scene.tsx';
import { useView } from '../state/view.ts';
import { useWorkspace } from '../state/workspace.ts';
import { DifferingEdits } from './DifferingEdits.tsx';
import { FigureTable } from './FigureTable.tsx';
import { BothMaps, DifferenceMap } from './KindsOfMap.tsx';
import { useVersus, VersusProvider } from './outcomes.tsx';
import { RefusedGround } from './RefusedGround.tsx';
import type { Sides } from './sides.ts';
import { VersusHead } from './VersusHead.tsx';

/** A scenario of the address that this browser does not keep, and the ways to bring it in. */
function Missing({ id }: { id: string }) {
  const { t } = useWords();
  const opening = useOpening();
  return (
    <div className="versus-message">
      <p className="note">{t('versus.missing')}</p>
      {opening.parts}
      <MissingScenario id={id} opening={opening} />
    </div>
  );
}

/** On what the two are computed, and what was brought over for that. */
function Ground({ sides }: { sides: Sides & { state: 'ready' } }) {
  const { t, text } = useWords();
  const { levels, level, year } = useScene();
  const scope = useScopeName();
  const title = levels.find(one => one.id === level)?.title;
  const names = { left: sides.left.title, right: sides.right.title };
  return (
    <div className="versus-ground">
      <p className="quiet">
        {t('versus.measuredOn', {
          scope,
          level: title === undefined ? level : text(title),
          year: year ?? '',
        })}
      </p>
      {sides.brought.map(one => (
        <p key={one} className="note" data-testid={`brought-${one}`}>
          {t(`versus.brought.${one}`, names)}
        </p>
      ))}
    </div>
  );
}

function Body() {
  const { t } = useWords();
  const { sides, outcomes, error } = useVersus();
  const kind = useView(view => view.versus);
  const kept = useWorkspace(state => state.kept);
  if (sides.state === 'missing')
    return kept === 'reading' ? <Skeleton lines={6} /> : <Missing id={sides.missing} />;
  if (sides.state === 'nothing') return <p className="note versus-message">{t('versus.choose')}</p>;
  if (sides.state === 'refused') return <RefusedGround sides={sides} />;
  return (
    <>
      <Ground sides={sides} />
      {sides.left.scenario === sides.right.scenario && (
        <p className="note versus-message">{t('versus.same')}</p>
      )}
      {error !== null && <Problem error={error} />}
      {(kind === 'swipe' || kind === 'beside') && <BothMaps arrangement={kind} />}
      {kind === 'difference' && <DifferenceMap />}
      {kind === 'table' && outcomes === null && error === null && <Skeleton lines={8} />}
      {kind === 'table' && outcomes !== null && <FigureTable outcomes={outcomes} />}
      {kind === 'edits' && <DifferingEdits />}
    </>
  );
}

function Content() {
  const { t } = useWords();
  const { sides } = useVersus();
  return (
    <main id="content" className="versus" tabIndex={-1} data-testid="versus">
      <h1 className="unseen">
        {t('versus.title')}: {sides.left.title} – {sides.right.title}
      </h1>
      <VersusHead sides={sides} />
      <Body />
    </main>
  );
}

/** Two of what is now and the scenarios beside each other, in the place of the workbench. */
export function VersusPlace() {
  return (
    <VersusProvider>
      <Content />
      <ComparisonSheet />
    </VersusProvider>
  );
}
