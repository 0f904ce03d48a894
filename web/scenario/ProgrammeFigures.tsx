import type { ScenarioDocument } from '../../core/scenario/document.ts';
import { FAMILY_BEDROOMS, type Programme } from '../../core/scenario/programme.ts';
import { useWords } from '../i18n/words.ts';
import { useFrozenOnScreen } from '../state/frozen.ts';
import { Assumptions } from './Assumptions.tsx';

const COUNTS = [
  'builtSocial',
  'convertedSocial',
  'renovatedSocial',
  'demolishedSocial',
  'builtPrivate',
  'demolishedPrivate',
] as const;

type Props = { scenario: ScenarioDocument; programme: Programme };

/** What the scenario builds, for whom: dwellings, the part for families, the children to expect. */
export function ProgrammeFigures({ scenario, programme }: Props) {
  const { t, count, share, decimal } = useWords();
  const frozen = useFrozenOnScreen() !== null;
  const { familyShare, children } = programme;
  const counts = COUNTS.filter(name => programme[name] > 0);
  if (counts.length === 0) return null;
  const { byAge, total, unspecifiedDwellings } = children;
  // Without figures of the planner it is a capacity, and must not read as an expectation.
  const own = scenario.parameters.children !== undefined;
  const bedrooms = scenario.parameters.familyBedrooms ?? FAMILY_BEDROOMS;
  return (
    <section className="programme" aria-label={t('edit.programme.title')} data-testid="programme">
      <h3>{t('edit.programme.title')}</h3>
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
      {/* Behind a frozen link they are to be read only. */}
      <fieldset className="bare" disabled={frozen}>
        <Assumptions scenario={scenario} />
      </fieldset>
    </section>
  );
}
