import type { GroundDifference } from '../../core/scenario/common-ground.ts';
import type { ScenarioBaseline } from '../../core/scenario/document.ts';
import { useWords } from '../i18n/words.ts';
import { useScene } from '../state/scene.tsx';
import type { Sides } from './sides.ts';

/** Why the two cannot stand beside each other, and the way out. */
export function RefusedGround({ sides }: { sides: Sides & { state: 'refused' } }) {
  const { t, text } = useWords();
  const { levels, indicators } = useScene();
  const shown = (baseline: ScenarioBaseline | undefined, name: GroundDifference): string => {
    if (baseline === undefined) return '';
    const value = baseline[name];
    const known = [...levels, ...indicators].find(one => one.id === value);
    return known === undefined ? String(value) : text(known.title);
  };
  const { left, right, refused } = sides;
  return (
    <div className="problem versus-message" role="alert" data-testid="refused-ground">
      <p className="problem-title">{t('versus.refusedTitle')}</p>
      <ul>
        {refused.map(name => (
          <li key={name}>
            {t(`versus.refused.${name}`, {
              left: shown(left.scenario?.baseline, name),
              right: shown(right.scenario?.baseline, name),
            })}
          </li>
        ))}
      </ul>
      <p>{t('versus.refusedWay')}</p>
    </div>
  );
}
