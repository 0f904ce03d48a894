import { Checkbox } from 'react-aria-components';
import type { ScenarioDocument } from '../../core/scenario/document.ts';
import { Icon } from '../controls/Icon.tsx';
import { SteppedNumber } from '../controls/SteppedNumber.tsx';
import { ShapeButtons } from '../drawing/ShapeButtons.tsx';
import { sentence } from '../i18n/format.ts';
import { FacilitySign } from '../layers/FacilitySign.tsx';
import { setSiteDraft, useNewSite } from '../scenario/siteDraft.ts';
import { LimitField } from '../spreading/LimitField.tsx';
import { NO_RULES, rulesOf, setOwnRules, setSitingAsk, useSitingAsk } from './ask.ts';
import { useSitingWords } from './words.ts';

const MOST_PLACES = 50;
const MOST_EUROS = 1e9;

/** What one function has of its own, where several are placed at once. */
function FunctionRules({ id }: { id: string }) {
  const { t, functions } = useSitingWords();
  const { own, withinM, aim, budgetEuros, eurosPerPlace } = useSitingAsk();
  const rules = own[id] ?? NO_RULES;
  const keeps = rulesOf(aim);
  const name = sentence(functions([id]));
  return (
    <fieldset className="siting-own">
      <legend>
        <FacilitySign name={id} /> {name}
      </legend>
      <LimitField
        label={t('siting.ownWithin')}
        value={rules.withinM}
        usual={withinM}
        least={50}
        most={5000}
        onChange={next => setOwnRules(id, { withinM: next })}
      />
      {keeps.budget && (
        <LimitField
          label={t('siting.ownMost')}
          value={rules.most}
          usual={1}
          most={MOST_PLACES}
          onChange={next => setOwnRules(id, { most: next })}
        />
      )}
      {keeps.budget && budgetEuros !== null && (
        <LimitField
          label={t('siting.ownCost')}
          value={rules.cost}
          usual={eurosPerPlace}
          least={0}
          most={MOST_EUROS}
          onChange={next => setOwnRules(id, { cost: next })}
        />
      )}
    </fieldset>
  );
}

/** Several functions at once: whether they share a site, and what each has of its own. */
export function SeveralFields() {
  const { t } = useSitingWords();
  const { functions, together } = useSitingAsk();
  if (functions.length < 2) return null;
  return (
    <>
      <Checkbox
        className="checkbox"
        isSelected={together}
        onChange={next => setSitingAsk({ together: next })}
      >
        <span className="checkbox-mark">
          <Icon name="check" size={14} />
        </span>
        {t('siting.together')}
      </Checkbox>
      <details className="how">
        <summary>{t('siting.own')}</summary>
        {functions.map(id => (
          <FunctionRules key={id} id={id} />
        ))}
      </details>
    </>
  );
}

/** Distance between places, room, money, and where nothing may come. */
export function RuleFields({ scenario }: { scenario: ScenarioDocument }) {
  const { t } = useSitingWords();
  const { aim, spacingM, capacity, budgetEuros, eurosPerPlace } = useSitingAsk();
  const keeps = rulesOf(aim);
  const { draw } = useNewSite(scenario.id);
  const zones = scenario.edits.filter(edit => edit.kind === 'exclude' && edit.enabled).length;
  return (
    <>
      <SteppedNumber
        label={t('siting.spacing')}
        value={spacingM}
        least={0}
        most={10_000}
        step={50}
        onChange={next => setSitingAsk({ spacingM: next })}
      />
      {keeps.capacity && (
        <LimitField
          label={t('siting.capacity')}
          value={capacity}
          usual={100}
          most={100_000}
          onChange={next => setSitingAsk({ capacity: next })}
        />
      )}
      {keeps.budget && (
        <LimitField
          label={t('siting.budget')}
          value={budgetEuros}
          usual={200_000}
          most={MOST_EUROS}
          onChange={next => setSitingAsk({ budgetEuros: next })}
        />
      )}
      {keeps.budget && budgetEuros !== null && (
        <SteppedNumber
          label={t('siting.eurosPerPlace')}
          value={eurosPerPlace}
          least={0}
          most={MOST_EUROS}
          step={1000}
          onChange={next => setSitingAsk({ eurosPerPlace: next })}
        />
      )}
      <details className="how">
        <summary>{t('siting.zones', { count: zones })}</summary>
        <p className="quiet">{t('siting.zonesHelp')}</p>
        <ShapeButtons
          isDisabled={false}
          onShape={shape => {
            setSiteDraft({ purpose: 'exclude' });
            draw(shape);
          }}
        />
      </details>
    </>
  );
}
