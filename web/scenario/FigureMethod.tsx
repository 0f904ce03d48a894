import { figureMethod, figureMore, figureTitle } from '../../core/scenario/figure-methods.ts';
import { FIGURE_TITLES } from '../../core/scenario/figure-titles.ts';
import { sentence } from '../i18n/format.ts';
import { useWords } from '../i18n/words.ts';

type Props = {
  id: string;
  /** The figure is called by its name first, where several stand together. */
  isNamed?: boolean;
};

/** How a figure is made and what must be known of it: the same in the panel, a comparison, the files and on paper. */
export function FigureMethod({ id, isNamed = false }: Props) {
  const { text } = useWords();
  const method = figureMethod(id);
  const more = figureMore(id);
  const title = figureTitle(id);
  // The letters of a formula mean what they are: no capital is made of them.
  const line = method === null ? '' : id in FIGURE_TITLES && !isNamed ? sentence(text(method)) : text(method);
  return (
    <>
      <p>
        {isNamed && title !== null && <>{sentence(text(title))}: </>}
        {line}
      </p>
      {more !== null && <p>{text(more)}</p>}
    </>
  );
}
