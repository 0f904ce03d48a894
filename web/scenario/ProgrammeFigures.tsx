import type { ScenarioDocument } from '../../core/scenario/document.ts';
import { FAMILY_BEDROOMS, type Programme } from '../../core/scenario/programme.ts';
import { useWords } from '../i18n/words.ts';
import { useFrozenOnScreen } from '../state/frozen.ts';
import { Assumptions } from './Assumptions.tsx';
import { FigureMethod } from './FigureMethod.tsx';
import { Reacts } from './Reacts.tsx';

const COUNTS = [
  'builtSocial',
  'convertedSocial',
  'renovatedSocial',
  'demolishedSocial',
  'builtPrivate',
  'demolishedPrivate',
] as const;

/** Ids of its figures in `panelFigures`. */
const PROGRAMME_FIGURES = [
  'social_built',
  'social_converted',
  'social_demolished',
  'social_renovated',
  'private_built',
  'private_demolished',
  'family_share',
  'children',
];

type Props = { scenario: ScenarioDocument; programme: Programme };

/** What the scenario builds, for whom: dwellings, the part for families, the children to expect. */
export function ProgrammeFigures({ scenario, programme }: Props) {
  const { t, count, share, decimal } = useWords();
  const frozen = useFrozenOnScreen() !== null;
  const { familyShare, children } = programme;
  const counts = COUNTS.filter(name => programme[name] > 0);
  const { byAge, total, unspecifiedDwellings } = children;
  // Without figures of the planner it is a capacity, and must not read as an expectation.
  const own = scenario.parameters.children !== undefined;
  const bedrooms = scenario.parameters.familyBedrooms ?? FAMILY_BEDROOMS;
  return (
    <section className="programme" aria-label={t('edit.programme.title')} data-testid="programme">
      {counts.length > 0 && (
        <>
          <div className="figure-head">
            <h3>{t('edit.programme.title')}</h3>
            <Reacts ids={PROGRAMME_FIGURES} />
          </div>
          <ul>
            {counts.map(name => (
              <li key={name}>
                <strong>{count(programme[name])}</strong> {t(`edit.programme.${name}`)}
              </li>
            ))}
            {familyShare !== null && (
              <>
                <li>
                  <strong>{share(familyShare)}</strong> {t('edit.programme.family')}{' '}
                  <span className="quiet">{t('edit.programme.familyHelp', { bedrooms })}</span>
                </li>
                <li>
                  <strong>{decimal(total, 0)}</strong>{' '}
                  {t(own ? 'edit.programme.children' : 'edit.programme.room')}{' '}
                  <span className="quiet">
                    {t('edit.programme.childrenAges', {
                      young: decimal(byAge['0-5'], 0),
                      middle: decimal(byAge['6-11'], 0),
                      old: decimal(byAge['12-17'], 0),
                    })}
                  </span>
                </li>
              </>
            )}
          </ul>
          {familyShare === null && <p className="quiet">{t('edit.programme.familyUnknown')}</p>}
          {familyShare !== null && unspecifiedDwellings > 0 && (
            <p className="quiet">{t('edit.programme.unspecified', { count: unspecifiedDwellings })}</p>
          )}
          <details className="how">
            <summary>{t('area.how')}</summary>
            <div className="how-text">
              {['social_built', 'family_share', 'children'].map(id => (
                <FigureMethod key={id} id={id} isNamed />
              ))}
            </div>
          </details>
        </>
      )}
      {/* Behind a frozen link they are to be read only. */}
      <fieldset className="bare" disabled={frozen}>
        <Assumptions scenario={scenario} />
      </fieldset>
    </section>
  );
}
