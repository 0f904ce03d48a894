import { SOCIAL_KINDS, type SocialKind } from '../../core/scenario/social-kinds.ts';
import { Choice } from '../controls/Choice.tsx';
import { sentence } from '../i18n/format.ts';
import { useWords } from '../i18n/words.ts';

type Props = { value: SocialKind | undefined; onChange: (kind: SocialKind | undefined) => void };

/** How the social dwellings of an edit are held; only the objective asks, and where nobody says they count. */
export function SocialKindChoice({ value, onChange }: Props) {
  const { t } = useWords();
  const none = { id: 'none', title: t('edit.socialKindNone'), detail: t('edit.socialKindHelp') };
  return (
    <Choice
      label={t('edit.socialKind')}
      options={[
        none,
        ...SOCIAL_KINDS.map(id => ({ id, title: sentence(t(`figures.objective.kind.${id}`)) })),
      ]}
      value={value ?? none.id}
      onChange={id => onChange(SOCIAL_KINDS.find(kind => kind === id))}
    />
  );
}
