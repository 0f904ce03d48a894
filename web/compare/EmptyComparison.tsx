import { Copyable } from '../controls/Copyable.tsx';
import { useWords } from '../i18n/words.ts';
import type { Lack } from './setting.ts';

const commands: Record<Lack, readonly string[]> = {
  counts: [
    'npm run -s cli -- import table woningen.csv --level sector --id CODE --year 2024 --map social_share=SOCIAAL/WONINGEN',
  ],
  coarser: [
    'npm run -s cli -- import areas sectoren.geojson --level sector --id CODE --name NAAM --parent GEMEENTE --parent-level municipality --parent-name GEMEENTENAAM',
  ],
};

/** Nothing to compare yet: what is lacking and the commands that bring it. */
export function EmptyComparison({ lacks }: { lacks: Lack }) {
  const { t } = useWords();
  return (
    <section className="empty">
      <h1>{t(`compare.empty.${lacks}Title`)}</h1>
      <p>{t(`compare.empty.${lacks}`)}</p>
      {commands[lacks].map(command => (
        <Copyable key={command} text={command} label={t('data.cli')} />
      ))}
    </section>
  );
}
