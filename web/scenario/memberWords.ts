import { dwellingsIn, HOME_SIZES, type Homes } from '../../core/scenario/homes.ts';
import type { Place } from '../../core/scenario/place.ts';
import { areasOf } from '../../core/scenario/place.ts';
import type { SocialKind } from '../../core/scenario/social-kinds.ts';
import { shortHash } from '../i18n/format.ts';
import { useWords } from '../i18n/words.ts';
import { useAreasText } from './editAreas.ts';

type Values = Readonly<Record<string, unknown>>;

/** Members whose values say nothing to a person: that they differ is told, not how. */
const UNTOLD: ReadonlySet<string> = new Set(['geometry', 'areasHash']);

/** Of what a value is a member: names that look alike mean another thing in each. */
export type MemberOf = 'member' | 'parameter' | 'baseline';

/** Members of edits, parameters and baselines in words: what they are called, their values, and how two of them differ. */
export function useMemberWords() {
  const { t, count, share } = useWords();
  const areasText = useAreasText();
  const homes = (value: Homes): string => {
    if (dwellingsIn(value) === (value.unspecified ?? 0)) return count(value.unspecified ?? 0);
    return HOME_SIZES.filter(size => (value[size] ?? 0) > 0)
      .map(size => `${count(value[size] ?? 0)} × ${t(`edit.size.${size}`)}`)
      .join(', ');
  };
  const place = (value: Place): string => {
    const areas = areasText(areasOf(value));
    return `${areas === '' ? t('edit.site.nowhere') : areas} (${t(`edit.splits.${value.split}`)})`;
  };
  const value = (name: string, given: unknown): string => {
    if (name === 'scope') return given === null ? t('versus.edits.whole') : (given as { code: string }).code;
    if (name === 'year' && given === null) return t('edit.yearNone');
    if (given === undefined) return t('versus.edits.standard');
    if (given === null || given === '') return t('versus.edits.empty');
    switch (name) {
      case 'kind':
        return t(`edit.kinds.${given as 'build'}`);
      case 'status':
        return t(`edit.statuses.${given as 'idea'}`);
      case 'enabled':
        return t(given === true ? 'versus.edits.on' : 'versus.edits.off');
      case 'socialKind':
        return t(`figures.objective.kind.${given as SocialKind}`);
      case 'social':
        return homes(given as Homes);
      case 'private':
      case 'dwellings':
        return count(Number(given));
      case 'place':
        return place(given as Place);
      case 'areas':
        return areasText(given as string[]);
      case 'from':
      case 'to':
        return areasText([String(given)]);
      case 'functions':
        return (given as string[]).map(one => t(`facility.${one}`, { defaultValue: one })).join(', ');
      case 'objectiveKinds':
        return (given as SocialKind[]).map(kind => t(`figures.objective.kind.${kind}`)).join(', ');
      case 'catchments':
        return count((given as unknown[]).length);
      case 'children':
        return t('versus.edits.own', { source: (given as { source: string }).source });
      case 'manySocial':
        return share(Number(given), 0);
      case 'release':
        return shortHash(String(given));
      default:
        return String(given);
    }
  };
  const title = (name: string, of: MemberOf = 'member'): string =>
    t(`sharing.${of}.${name}`, { defaultValue: name });
  /** One member that differs: what it was and what it is; only that it differs where the two read alike. */
  const differs = (name: string, before: Values, after: Values, of: MemberOf = 'member'): string => {
    if (UNTOLD.has(name)) return t('versus.edits.only', { name: title(name, of) });
    const [from, to] = [value(name, before[name]), value(name, after[name])];
    return from === to
      ? t('versus.edits.only', { name: title(name, of) })
      : t('versus.edits.between', { name: title(name, of), before: from, after: to });
  };
  return { title, value, differs };
}
