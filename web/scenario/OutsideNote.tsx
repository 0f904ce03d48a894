import { Button } from 'react-aria-components';
import { outsideOf } from '../../core/scenario/outside-scope.ts';
import { useWords } from '../i18n/words.ts';
import { chooseScope } from '../shell/choose.ts';
import { useScene } from '../state/scene.tsx';
import { useShowAreas } from './editAreas.ts';
import { useEvaluation } from './evaluation.tsx';
import { scopeAround } from './outside.ts';

/** Says what was added outside the scope, where nothing of the panel counts it, and the two ways out. */
export function OutsideNote({ scopeName }: { scopeName: string }) {
  const { t, count } = useWords();
  const { scenario, result } = useEvaluation();
  const show = useShowAreas();
  const { scope, columns, level } = useScene();
  if (scenario === null || result === null || scope === null) return null;
  const { codes, edits, dwellings, added } = outsideOf(scenario.edits, result.problems);
  if (codes.length === 0) return null;
  return (
    <div className="note" role="status" data-testid="outside">
      <p>
        {t('scenario.outside', {
          count: edits,
          dwellings: count(dwellings),
          added: count(added),
          scope: scopeName,
        })}
      </p>
      <Button className="link-button" onPress={() => show(codes)}>
        {t('scenario.outsideShow')}
      </Button>{' '}
      <Button className="link-button" onPress={() => chooseScope(scopeAround(columns, scope, level, codes))}>
        {t('scenario.outsideWiden')}
      </Button>
    </div>
  );
}
