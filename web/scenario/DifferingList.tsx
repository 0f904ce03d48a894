import type { ReactNode } from 'react';
import type { Differing } from '../../core/scenario/differing.ts';
import type { Edit } from '../../core/scenario/edit.ts';
import { useWords } from '../i18n/words.ts';
import { useEditWords } from './editWords.ts';
import { type MemberOf, useMemberWords } from './memberWords.ts';

/** In a dialog longer lists are no longer read; their number is told. */
const MOST_LINES = 40;

type Sort = 'added' | 'removed' | 'changed' | 'reordered' | 'parameters' | 'baseline' | 'texts';
type Names = { left: string; right: string };
type Props = {
  differing: Differing;
  label: string;
  /** What the two are called, where a person sees both. */
  names?: Names;
  /** Lines at most. */
  most?: number;
  heading?: 'h2' | 'h3';
};

/** What would make one scenario into another, edit by edit: in a dialog, in a comparison and on paper. */
export function DifferingList({
  differing,
  label,
  names,
  most = MOST_LINES,
  heading: Heading = 'h3',
}: Props) {
  const { t, count } = useWords();
  const { called } = useEditWords();
  const { differs } = useMemberWords();
  const edit = (one: Edit) => (
    <li key={one.id}>
      {called(one)}
      {!one.enabled && <span className="quiet"> ({t('versus.edits.off')})</span>}
    </li>
  );
  const changed = ({ before, after, members }: Differing['changed'][number]) => (
    <li key={after.id}>
      {called(after)}
      <ul>
        {members.map(name => (
          <li key={name} className="quiet">
            {differs(name, before, after)}
          </li>
        ))}
      </ul>
    </li>
  );
  const values = (
    all: readonly { name: string; before: unknown; after: unknown }[],
    of: MemberOf,
  ): ReactNode[] =>
    all.map(({ name, before, after }) => (
      <li key={name}>{differs(name, { [name]: before }, { [name]: after }, of)}</li>
    ));
  const parts: readonly (readonly [Sort, readonly ReactNode[]])[] = [
    ['added', differing.added.map(edit)],
    ['removed', differing.removed.map(edit)],
    ['changed', differing.changed.map(changed)],
    ['reordered', differing.reordered.map(edit)],
    ['parameters', values(differing.parameters, 'parameter')],
    ['baseline', values(differing.baseline, 'baseline')],
    ['texts', values(differing.texts, 'member')],
  ];
  const title = (sort: Sort, lines: number): string => {
    const number = count(lines);
    if (names !== undefined) return t(`versus.edits.${sort}`, { ...names, number });
    return sort === 'added' || sort === 'removed'
      ? t(`versus.edits.here.${sort}`, { number })
      : t(`versus.edits.${sort}`, { number });
  };
  let shown = 0;
  let left = 0;
  return (
    <section className="differing" aria-label={label}>
      {parts.map(([sort, lines]) => {
        const some = lines.slice(0, Math.max(0, most - shown));
        shown += some.length;
        left += lines.length - some.length;
        if (some.length === 0) return null;
        return (
          <section key={sort} className="differing-part" data-testid={`differing-${sort}`}>
            <Heading>{title(sort, lines.length)}</Heading>
            <ul>{some}</ul>
          </section>
        );
      })}
      {left > 0 && <p>{t('sharing.andMore', { count: left })}</p>}
    </section>
  );
}
