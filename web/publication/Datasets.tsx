import { Button } from 'react-aria-components';
import type { DatasetSource, RegionView } from '../data/types.ts';
import { sentence } from '../i18n/format.ts';
import { useWords } from '../i18n/words.ts';
import { useScene } from '../state/scene.tsx';
import { setView } from '../state/view.ts';

type Line = { key: string; title: string; source: DatasetSource; count: number };

/** Yearly tables of one file are one line with its years, not six lines. */
function useLines(region: RegionView): Line[] {
  const { t, text } = useWords();
  const { levels, indicators } = useScene();
  const levelTitle = (id: string) => {
    const level = levels.find(one => one.id === id);
    return level === undefined ? id : text(level.plural);
  };
  const areas = region.levels.map(one => ({
    key: `areas-${one.level}-${one.vintage}`,
    title: t('data.areasOf', { level: levelTitle(one.level), vintage: one.vintage }),
    source: one.source,
    count: one.count,
  }));
  const grouped = Map.groupBy(region.values, one => `${one.indicator} ${one.level} ${one.source.title}`);
  const values = [...grouped].flatMap(([key, group]) => {
    const first = group[0];
    if (first === undefined) return [];
    const years = group.map(one => one.year).sort((a, b) => a - b);
    const title = indicators.find(one => one.id === first.indicator)?.title;
    const span = years.length > 1 ? `${years[0]}–${years.at(-1)}` : String(years[0]);
    return [
      {
        key,
        title: t('data.valuesOf', {
          indicator: title === undefined ? first.indicator : text(title),
          level: levelTitle(first.level),
          year: span,
        }),
        source: first.source,
        count: group.reduce((rows, one) => rows + one.count, 0),
      },
    ];
  });
  const facilities = region.facilities.map(one => ({
    key: `facilities-${one.id}`,
    title: t('data.facilitiesOf', {
      functions: one.functions.map(name => t(`facility.${name}`, { defaultValue: name })).join(', '),
    }),
    source: one.source,
    count: one.count,
  }));
  const others = (['sites', 'network'] as const).flatMap(kind => {
    const one = region[kind];
    return one === null
      ? []
      : [{ key: kind, title: t(`data.${kind}`), source: one.source, count: one.count }];
  });
  const homes = region.homes.map(one => ({
    key: `homes-${one.basis}`,
    title: t(`importing.bases.${one.basis}`),
    source: one.source,
    count: one.count,
  }));
  return [...areas, ...values, ...facilities, ...others, ...homes];
}

function Source({ source }: { source: DatasetSource }) {
  const named = [source.title, source.publisher].filter(Boolean).join(', ');
  return source.url === null ? named : <a href={source.url}>{named}</a>;
}

/** The files that this release is made of, each with where it came from. */
export function Datasets() {
  const { t, count } = useWords();
  const { region } = useScene();
  const lines = useLines(region);
  return (
    <>
      <p className="quiet">{t('data.datasetsText')}</p>
      <p>
        <Button className="button" onPress={() => setView({ place: 'places' })}>
          {t('places.title')}
        </Button>
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table that scrolls must be reachable by keyboard */}
      <section className="scroll-x" tabIndex={0} aria-label={t('data.datasetsTable')}>
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t('data.content')}</th>
              <th scope="col">{t('data.source')}</th>
              <th scope="col">{t('data.licence')}</th>
              <th scope="col" className="number-cell">
                {t('data.rows')}
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map(line => (
              <tr key={line.key}>
                <th scope="row">{sentence(line.title)}</th>
                <td>
                  <Source source={line.source} />
                  {line.source.fileName !== null && <code className="quiet"> {line.source.fileName}</code>}
                </td>
                <td>{line.source.licence ?? <span className="quiet">{t('data.noLicence')}</span>}</td>
                <td className="number-cell">{count(line.count)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
