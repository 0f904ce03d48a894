import { useWords } from '../i18n/words.ts';
import { useOpenScenario } from '../state/baseline.ts';
import { useScene } from '../state/scene.tsx';
import { FigureMethod } from './FigureMethod.tsx';
import { useObjectiveValues } from './objectiveGround.ts';

/** How what remains is computed, what counts in it, and where the numbers come from; how to import a target where there is none. */
export function ObjectiveHow({ missing }: { missing: boolean }) {
  const { t, text } = useWords();
  const { region, indicators, values } = useScene();
  const { values: rest } = useObjectiveValues(useOpenScenario()?.baseline.year ?? null);
  const sources = [
    ...(values === undefined ? [] : [values]),
    ...rest.filter(one => one.category === null),
  ].map(({ indicator, year, source }) => ({
    key: `${indicator} ${year}`,
    title: text(
      indicators.find(one => one.id === indicator)?.title ?? { nl: indicator, en: indicator, fr: indicator },
    ),
    year,
    source: [source?.title, source?.publisher].filter(Boolean).join(', '),
  }));
  return (
    <>
      {missing && (
        <div className="note">
          <p>{t('figures.objective.noneAll')}</p>
          <code>
            npm run -s cli -- import table doelen.csv --region {region.id} --level municipality --id nis
            --year 2042 --map social_objective=doel --map social_objective_start=voorraad
          </code>
        </div>
      )}
      <details className="how">
        <summary>{t('area.how')}</summary>
        <div className="how-text">
          <FigureMethod id="objective_remaining" />
          <p>{t('figures.objective.kinds')}</p>
          <p>{t('figures.objective.kindsHow')}</p>
          <code>
            npm run -s cli -- import table soorten.csv --region {region.id} --level municipality --id nis
            --year 2042 --category kind=soort --map social_objective_counts=telt
          </code>
          <p>{t('figures.objective.sources')}:</p>
          <ul>
            {sources.map(({ key, title, year, source }) => (
              <li key={key}>
                {title}, {year}: {source}
              </li>
            ))}
          </ul>
        </div>
      </details>
    </>
  );
}
