import { PANEL_INDICES } from '../../core/concentration/registry.ts';
import { anyIndexById } from '../../core/concentration/spatial-registry.ts';
import {
  CHILD_AGES,
  FLEMISH_MINORS_PER_SOCIAL_DWELLING,
  ROOM_FOR_CHILDREN,
} from '../../core/scenario/children.ts';
import type { ScenarioParameters } from '../../core/scenario/document.ts';
import { FAMILY_BEDROOMS } from '../../core/scenario/programme.ts';
import { DETOUR, REACH_M } from '../../core/scenario/reach.ts';
import { MANY_SOCIAL } from '../../core/scenario/threshold.ts';
import { sentence } from '../i18n/format.ts';
import { useWords } from '../i18n/words.ts';

const SIZES = ['studio', '1', '2', '3', '4', '5+'] as const;

/** What the figures rest on beside the data: as the planner set it, otherwise the product's own. */
export function AssumptionSheet({ parameters, of }: { parameters: ScenarioParameters; of?: string }) {
  const { t, text, share, count, decimal } = useWords();
  const children = parameters.children ?? ROOM_FOR_CHILDREN;
  const lines: readonly (readonly [string, string])[] = [
    [t('figures.index'), text(anyIndexById(parameters.index ?? PANEL_INDICES[0]!).title)],
    [t('edit.assumptions.family'), count(parameters.familyBedrooms ?? FAMILY_BEDROOMS)],
    [t('edit.assumptions.many'), share(parameters.manySocial ?? MANY_SOCIAL, 0)],
    [t('figures.reach.playWithin'), count(parameters.playWithinM ?? REACH_M.play)],
    [t('figures.reach.meetingWithin'), count(parameters.meetingWithinM ?? REACH_M.meeting)],
    [
      t('print.kinds'),
      parameters.objectiveKinds === undefined
        ? t('print.kindsOfTarget')
        : parameters.objectiveKinds.map(kind => t(`figures.objective.kind.${kind}`)).join(', '),
    ],
    [t('figures.reach.detour'), decimal(parameters.detour ?? DETOUR, 2)],
  ];
  return (
    <section>
      <h2>{of === undefined ? t('print.assumptions') : t('print.assumptionsOf', { title: of })}</h2>
      <ul className="print-lines">
        {lines.map(([name, value]) => (
          <li key={name}>
            {name}: {sentence(value)}
          </li>
        ))}
        <li>
          {parameters.children === undefined
            ? t('print.room', { mean: decimal(FLEMISH_MINORS_PER_SOCIAL_DWELLING, 2) })
            : t('edit.assumptions.source', { source: parameters.children.source })}
        </li>
      </ul>
      <table className="print-table narrow">
        <caption>{t('edit.assumptions.perDwelling')}</caption>
        <thead>
          <tr>
            <td />
            {CHILD_AGES.map(age => (
              <th key={age} scope="col" className="number-cell">
                {t('edit.assumptions.age', { age: age.replace('-', '–') })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {SIZES.map(size => (
            <tr key={size}>
              <th scope="row">{t(`edit.sizeSpoken.${size}`)}</th>
              {CHILD_AGES.map(age => (
                <td key={age} className="number-cell">
                  {decimal(children.perDwelling[size][age], 2)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
