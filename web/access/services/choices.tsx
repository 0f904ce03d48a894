import { Choice } from '../../controls/Choice.tsx';
import { sentence } from '../../i18n/format.ts';
import { useServiceWords } from './words.ts';

type Of<Value> = { value: Value; onChange: (value: Value) => void };

/** What the places are for. */
export function FunctionChoice({ ids, value, onChange }: Of<string> & { ids: readonly string[] }) {
  const { t, functions } = useServiceWords();
  return (
    <Choice
      label={t('services.function')}
      options={ids.map(id => ({ id, title: sentence(functions([id])) }))}
      value={value}
      onChange={onChange}
    />
  );
}

const WALKS_M = [300, 400, 800, 1000, 1500, 2000] as const;

export function WalkChoice({ value, onChange }: Of<number>) {
  const { t, count } = useServiceWords();
  return (
    <Choice
      label={t('services.within')}
      options={WALKS_M.map(metres => ({
        id: String(metres),
        title: t('services.metres', { metres: count(metres) }),
      }))}
      value={String(value)}
      onChange={id => onChange(Number(id))}
    />
  );
}

/** Children of the ages that the function serves, or all where ages are not known. */
export function AgesChoice({ value, onChange }: Of<'all' | null>) {
  const { t } = useServiceWords();
  return (
    <Choice
      label={t('services.ages')}
      options={[
        { id: 'served', title: sentence(t('services.agesServed')) },
        { id: 'all', title: sentence(t('services.agesAll')) },
      ]}
      value={value ?? 'served'}
      onChange={id => onChange(id === 'all' ? 'all' : null)}
    />
  );
}
