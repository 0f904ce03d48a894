import type { ScenarioDocument } from '../../core/scenario/document.ts';
import { figureTitle } from '../../core/scenario/figure-methods.ts';
import type { ResultDifference } from '../../core/scenario/results.ts';
import { IconButton } from '../controls/IconButton.tsx';
import { useWords } from '../i18n/words.ts';
import { useFigureText } from './figureText.ts';
import { forgetResults, useResultsCheck } from './results.ts';

/** The numbers that stood in the file this scenario was opened from, computed again: the same, or which differ and why. */
export function FileResults({ scenario }: { scenario: ScenarioDocument }) {
  const { t, text, dateTime } = useWords();
  const write = useFigureText();
  const check = useResultsCheck(scenario);
  if (check === null) return null;
  const { equal, differences, unknown, releaseChanged, versionChanged } = check;
  const line = ({ id, unit, moment, inFile, now, by }: ResultDifference) => {
    const title = figureTitle(id);
    const number = moment === 'difference' ? write.change : write.value;
    return t('versus.results.line', {
      figure: title === null ? id : text(title),
      moment: t(`versus.results.${moment}`),
      inFile: number(inFile, unit),
      now: number(now, unit),
      by: write.change(by, unit),
    });
  };
  return (
    <section className={equal ? 'note' : 'note alarm'} role="status" data-testid="file-results">
      <div className="panel-head">
        <p>
          {t(equal ? 'versus.results.equal' : 'versus.results.differ', { when: dateTime(check.computedAt) })}
        </p>
        <IconButton icon="close" label={t('app.close')} onPress={forgetResults} />
      </div>
      {!equal && (
        <>
          <p>
            {releaseChanged && t('versus.results.release')}{' '}
            {versionChanged && t('versus.results.version', { version: check.version })}{' '}
            {!releaseChanged && !versionChanged && t('versus.results.elsewhere')}
          </p>
          <ul>
            {differences.map(one => (
              <li key={`${one.id} ${one.moment}`}>{line(one)}</li>
            ))}
            {unknown.map(id => (
              <li key={id}>{t('versus.results.unknown', { id })}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
