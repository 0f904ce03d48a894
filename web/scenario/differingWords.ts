import type { Differing } from '../../core/scenario/differing.ts';
import { useWords } from '../i18n/words.ts';
import { useEditWords } from './editWords.ts';

const EDITS = ['added', 'removed', 'changed'] as const;
const OTHERS = ['reordered', 'parameters', 'baseline', 'texts'] as const;

/** What differs between two scenarios in words: in short, and line by line. */
export function useDifferingWords() {
  const { t } = useWords();
  const { called } = useEditWords();
  const short = (differing: Differing): string => {
    const parts = [
      ...EDITS.filter(name => differing[name].length > 0).map(name =>
        t(`sharing.part.${name}`, { count: differing[name].length }),
      ),
      ...OTHERS.filter(name => differing[name].length > 0).map(name => t(`sharing.part.${name}`)),
    ];
    return parts.length === 0 ? t('sharing.nothing') : parts.join(', ');
  };
  const lines = ({
    added,
    removed,
    changed,
    reordered,
    parameters,
    baseline,
    texts,
  }: Differing): string[] => [
    ...texts.map(({ name, before, after }) => t(`sharing.line.${name}`, { before, after })),
    ...baseline.map(({ name }) => t('sharing.isOther', { what: t(`sharing.baseline.${name}`) })),
    ...parameters.map(({ name }) => t('sharing.isOther', { what: t(`sharing.parameter.${name}`) })),
    ...added.map(edit => t('sharing.line.added', { what: called(edit) })),
    ...removed.map(edit => t('sharing.line.removed', { what: called(edit) })),
    ...changed.map(({ after, members }) =>
      t('sharing.line.changed', {
        what: called(after),
        members: members.map(name => t(`sharing.member.${name}`)).join(', '),
      }),
    ),
    ...reordered.map(edit => t('sharing.line.reordered', { what: called(edit) })),
  ];
  return { short, lines };
}
