import { useMemo } from 'react';
import type { Ages } from '../../../core/access/ages.ts';
import { codePositions } from '../../../core/areas/hierarchy.ts';
import type { AreaLevel } from '../../../core/areas/types.ts';
import { useScene } from '../../state/scene.tsx';
import { useAccessWords } from '../words.ts';

/** Words and names of the tables of services; what is not known is a dash. */
export function useServiceWords() {
  const words = useAccessWords();
  const { columns } = useScene();
  return useMemo(() => {
    const known = (value: number | null, write: (value: number) => string) =>
      value === null ? '–' : write(value);
    const number = (value: number | null, digits = 2) => known(value, each => words.decimal(each, digits));
    const whole = (value: number | null) => known(value, each => words.count(Math.round(each)));
    const part = (value: number | null) => known(value, each => words.share(each));
    return {
      ...words,
      ...{ number, whole, part },
      /** Cells of a table: what they say, and by what they are sorted. */
      cell: {
        number: (value: number | null, digits?: number) => ({ value, text: number(value, digits) }),
        whole: (value: number | null) => ({ value, text: whole(value) }),
        part: (value: number | null) => ({ value, text: part(value) }),
      },
      /** Ages that were counted, the first to the last. */
      counted: (counted: readonly Ages[]) =>
        words.t('services.who', {
          ages: words.ages(
            counted.length === 0
              ? null
              : {
                  from: Math.min(...counted.map(({ from }) => from)),
                  to: Math.max(...counted.map(({ to }) => to)),
                },
          ),
        }),
      areaNames: (level: AreaLevel) => {
        const table = columns.get(level);
        const at = table === undefined ? null : codePositions(table);
        return (code: string): string => table?.names[at?.get(code) ?? -1] ?? code;
      },
    };
  }, [words, columns]);
}
