import { Button, Checkbox, CheckboxGroup, Label } from 'react-aria-components';
import type { ScenarioDocument } from '../../core/scenario/document.ts';
import { SOCIAL_KINDS } from '../../core/scenario/social-kinds.ts';
import { Icon } from '../controls/Icon.tsx';
import { sentence } from '../i18n/format.ts';
import { useWords } from '../i18n/words.ts';
import { setParameters } from './steps.ts';

/** Which kinds of dwellings count for the objective: those of the target, or the planner's own. */
export function ObjectiveKinds({ scenario: { id, parameters } }: { scenario: ScenarioDocument }) {
  const { t } = useWords();
  const { objectiveKinds, ...others } = parameters;
  const own = objectiveKinds !== undefined;
  return (
    <details className="how assumptions">
      <summary>{t('figures.objective.kindsWhich')}</summary>
      <CheckboxGroup
        className="facilities"
        value={objectiveKinds ?? []}
        onChange={chosen => {
          const kinds = SOCIAL_KINDS.filter(kind => chosen.includes(kind));
          setParameters(id, kinds.length === 0 ? others : { ...others, objectiveKinds: kinds });
        }}
      >
        <Label className="field-label">{t('figures.objective.kindsOwn')}</Label>
        {SOCIAL_KINDS.map(kind => (
          <Checkbox key={kind} value={kind} className="checkbox">
            <span className="checkbox-mark">
              <Icon name="check" size={14} />
            </span>
            {sentence(t(`figures.objective.kind.${kind}`))}
          </Checkbox>
        ))}
      </CheckboxGroup>
      <p className="quiet">{t(own ? 'figures.objective.kindsAreOwn' : 'figures.objective.kindsOfTarget')}</p>
      {own && (
        <Button className="link-button" onPress={() => setParameters(id, others)}>
          {t('figures.objective.kindsReset')}
        </Button>
      )}
    </details>
  );
}
