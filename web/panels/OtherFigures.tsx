import { Button } from 'react-aria-components';
import type { AreaDetail } from '../data/types.ts';
import { sentence } from '../i18n/format.ts';
import { useWords } from '../i18n/words.ts';
import { useScene } from '../state/scene.tsx';
import { setView } from '../state/view.ts';
import { useFigureText } from './figureText.ts';

/** What else is known of the area; each is a way to see that indicator on the map. */
export function OtherFigures({ detail }: { detail: AreaDetail }) {
  const { t, text } = useWords();
  const { indicators, indicator } = useScene();
  const write = useFigureText();
  const others = detail.figures.flatMap(figure => {
    const of = indicators.find(one => one.id === figure.indicator);
    return of === undefined || of.id === indicator.id ? [] : [{ figure, of }];
  });
  if (others.length === 0) return null;
  return (
    <div className="other-figures">
      <h3>{t('area.others')}</h3>
      <dl>
        {others.map(({ figure, of }) => (
          <div key={of.id}>
            <dt>
              <Button className="plain-link" onPress={() => setView({ indicator: of.id })}>
                {sentence(text(of.title))}
              </Button>
            </dt>
            <dd>
              {write(figure, of)} <span className="quiet">{figure.year}</span>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
