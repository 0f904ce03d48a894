import { Button } from 'react-aria-components';
import { announce } from '../controls/Announcer.tsx';
import { Choice } from '../controls/Choice.tsx';
import { Segments } from '../controls/Segments.tsx';
import { useWords } from '../i18n/words.ts';
import { printPage } from '../print/printing.ts';
import { setView, useView, VERSUS_KINDS, type VersusKind } from '../state/view.ts';
import { useWorkspace } from '../state/workspace.ts';
import { SIDES, type SideName, type Sides, stopComparing } from './sides.ts';

/** No id of a scenario: an option of a list needs one. */
const NOW = '.';

function SideChoice({ side }: { side: SideName }) {
  const { t } = useWords();
  const chosen = useView(view => view[side]);
  const scenarios = useWorkspace(state => state.workspace.scenarios);
  const options = [{ id: NOW, title: t('versus.now') }, ...scenarios.map(({ id, title }) => ({ id, title }))];
  return (
    <Choice
      label={t(`versus.${side}`)}
      options={options}
      value={chosen ?? NOW}
      onChange={id => setView({ [side]: id === NOW ? null : id })}
    />
  );
}

/** What stands left and right, how the two are looked at, and the way out. */
export function VersusHead({ sides }: { sides: Sides }) {
  const { t } = useWords();
  const kind = useView(view => view.versus) ?? 'swipe';
  const { left, right } = sides;
  const show = (versus: VersusKind) => {
    setView({ versus });
    const words = { kind: t(`versus.kinds.${versus}`), left: left.title, right: right.title };
    announce(t('versus.shown', words));
  };
  const swap = () => {
    const view = useView.getState();
    setView({ left: view.right, right: view.left });
    announce(t('versus.swapped', { left: right.title, right: left.title }));
  };
  return (
    <header className="versus-head">
      <Button className="button" onPress={() => stopComparing(sides)}>
        {t('versus.close')}
      </Button>
      <Button className="button" onPress={() => void printPage()}>
        {t('print.print')}
      </Button>
      <div className="versus-choices">
        {SIDES.map(side => (
          <SideChoice key={side} side={side} />
        ))}
        <Button className="button" onPress={swap} aria-label={t('versus.swap')}>
          <span aria-hidden="true">⇄</span>
        </Button>
      </div>
      <Segments
        label={t('versus.kind')}
        options={VERSUS_KINDS.map(id => ({ id, title: t(`versus.kinds.${id}`) }))}
        value={kind}
        onChange={show}
      />
    </header>
  );
}
