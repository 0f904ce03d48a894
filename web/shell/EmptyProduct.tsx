import { Copyable } from '../controls/Copyable.tsx';
import { useWords } from '../i18n/words.ts';

const commands = [
  'npm run -s cli -- demo',
  'npm run -s cli -- import areas sectoren.geojson --level sector --id CODE --name NAAM',
];

/** A server without areas: what belongs here and how it gets here. */
export function EmptyProduct() {
  const { t } = useWords();
  return (
    <section className="empty">
      <h1>{t('empty.title')}</h1>
      <p>{t('empty.text')}</p>
      {commands.map(command => (
        <Copyable key={command} text={command} label={t('data.cli')} />
      ))}
    </section>
  );
}
