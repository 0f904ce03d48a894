import type { Edit } from '../../core/scenario/edit.ts';
import { type CouplingsAsk, NO_COUPLINGS, needsSolver } from '../../core/spreading/coupled/ask.ts';
import { SteppedNumber } from '../controls/SteppedNumber.tsx';
import { type CodeNumber, CodeNumbers } from './CodeNumbers.tsx';
import { LimitField } from './LimitField.tsx';
import { SitesField } from './SitesField.tsx';
import { setAsk, useSpreading } from './search.ts';
import { useSpreadWords } from './words.ts';

/** Most euros of a budget, and of one dwelling, project or place. */
const MOST_EUROS = 100_000_000_000;
const MOST_PRICE = 1_000_000_000;
const MOST_DWELLINGS = 100_000;
/** What a social dwelling and a place to play cost about; a planner sets them right. */
const USUAL_EUROS = { dwelling: 250_000, place: 100_000 };
const PART = 100;
const MOST_YEARS = 50;

const byCode = (lines: readonly CodeNumber[]): Record<string, number> =>
  Object.fromEntries(lines.map(({ code, number }) => [code, number]));

/** Limits that tie areas together; the server's solver answers them. */
export function CouplingFields({ edits }: { edits: readonly Edit[] }) {
  const { t } = useSpreadWords();
  const ask = useSpreading(state => state.ask);
  const couplings = ask.couplings ?? NO_COUPLINGS;
  const set = (change: Partial<CouplingsAsk>) => setAsk({ couplings: { ...couplings, ...change } });
  const { budgetEuros, familyShare, perYear, playNormMetres } = couplings;
  const price = (label: string, value: number, onChange: (euros: number) => void) => (
    <SteppedNumber label={label} value={value} least={0} most={MOST_PRICE} step={1_000} onChange={onChange} />
  );
  const usualBudget = (): Partial<CouplingsAsk> => ({
    budgetEuros: budgetEuros ?? ask.dwellings * USUAL_EUROS.dwelling,
    eurosPerDwelling: couplings.eurosPerDwelling || USUAL_EUROS.dwelling,
  });
  const hasPrices = budgetEuros !== null || ask.objective === 'cost_per_dwelling';
  return (
    <details className="fold">
      <summary>{t('spreading.more')}</summary>
      <div className="spread-form">
        <p className="quiet">{t('spreading.moreText')}</p>
        <SitesField edits={edits} sites={couplings.sites} onChange={sites => set({ sites })} />
        <LimitField
          label={t('spreading.budget')}
          value={budgetEuros}
          usual={ask.dwellings * USUAL_EUROS.dwelling}
          least={0}
          most={MOST_EUROS}
          onChange={euros =>
            set({
              budgetEuros: euros,
              ...(euros !== null && couplings.eurosPerDwelling === 0
                ? { eurosPerDwelling: USUAL_EUROS.dwelling }
                : {}),
              ...(euros === null ? { eurosPerPlayPlace: null } : {}),
            })
          }
        />
        {hasPrices && (
          <>
            {price(t('spreading.eurosPerDwelling'), couplings.eurosPerDwelling, eurosPerDwelling =>
              set({ eurosPerDwelling }),
            )}
            {price(t('spreading.eurosPerProject'), couplings.eurosPerProject, eurosPerProject =>
              set({ eurosPerProject }),
            )}
            <CodeNumbers
              label={t('spreading.eurosByArea')}
              help={t('spreading.eurosByAreaHelp')}
              value={Object.entries(couplings.eurosByArea).map(([code, number]) => ({ code, number }))}
              onChange={lines => set({ eurosByArea: byCode(lines) })}
            />
          </>
        )}
        <LimitField
          label={t('spreading.maxProjects')}
          value={couplings.maxProjects}
          usual={10}
          most={MOST_DWELLINGS}
          onChange={maxProjects => set({ maxProjects })}
        />
        <LimitField
          label={t('spreading.familyShare')}
          value={familyShare === null ? null : Math.round(familyShare * PART)}
          usual={40}
          most={PART}
          onChange={share => set({ familyShare: share === null ? null : share / PART })}
        />
        {familyShare !== null && (
          <LimitField
            label={t('spreading.familyPerArea')}
            value={couplings.familyPerArea}
            usual={10}
            most={MOST_DWELLINGS}
            onChange={familyPerArea => set({ familyPerArea })}
          />
        )}
        <LimitField
          label={t('spreading.perYear')}
          value={perYear?.[0] ?? null}
          usual={Math.ceil(ask.dwellings / 5)}
          most={MOST_DWELLINGS}
          onChange={most =>
            set({ perYear: most === null ? null : Array<number>(perYear?.length ?? 5).fill(most) })
          }
        />
        {perYear !== null && (
          <>
            <SteppedNumber
              label={t('spreading.years')}
              value={perYear.length}
              least={1}
              most={MOST_YEARS}
              onChange={years => set({ perYear: Array<number>(years).fill(perYear[0] ?? 0) })}
            />
            <CodeNumbers
              label={t('spreading.availableFrom')}
              help={t('spreading.availableFromHelp')}
              value={Object.entries(couplings.availableFrom).map(([code, number]) => ({ code, number }))}
              takes={lines =>
                lines.every(({ number }) => Number.isInteger(number) && number >= 1 && number <= 100)
              }
              onChange={lines => set({ availableFrom: byCode(lines) })}
            />
          </>
        )}
        <LimitField
          label={t('spreading.playNorm')}
          value={playNormMetres}
          usual={400}
          most={PART * PART}
          onChange={metres =>
            set({ playNormMetres: metres, ...(metres === null ? { eurosPerPlayPlace: null } : {}) })
          }
        />
        {playNormMetres !== null && (
          <LimitField
            label={t('spreading.eurosPerPlayPlace')}
            value={couplings.eurosPerPlayPlace}
            usual={USUAL_EUROS.place}
            least={0}
            most={MOST_PRICE}
            onChange={eurosPerPlayPlace =>
              // A place is paid from the budget, so that there has to be one.
              set({ eurosPerPlayPlace, ...(eurosPerPlayPlace === null ? {} : usualBudget()) })
            }
          />
        )}
        {needsSolver(ask) && (
          <SteppedNumber
            label={t('spreading.seconds')}
            value={couplings.secondsLimit}
            least={1}
            most={80}
            onChange={secondsLimit => set({ secondsLimit })}
          />
        )}
      </div>
    </details>
  );
}
