import { Copyable } from '../controls/Copyable.tsx';
import { useWords } from '../i18n/words.ts';

/** A number's command, and which number it gives. */
export type PrintedCommand = { label: string; text: string };

/** The commands that give the numbers beside it again, folded away until somebody asks. */
export function Reproduce({ commands, testId }: { commands: readonly PrintedCommand[]; testId: string }) {
  const { t } = useWords();
  if (commands.length === 0) return null;
  return (
    <details className="how" data-testid={testId}>
      <summary>{t('area.how')}</summary>
      <dl>
        {commands.map(({ label, text }) => (
          <div key={text}>
            <dt>{label}</dt>
            <dd>
              <Copyable label={label} text={text} />
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
