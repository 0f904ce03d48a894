import { Button } from 'react-aria-components';
import { Copyable } from '../controls/Copyable.tsx';
import { useWords } from '../i18n/words.ts';
import { type GivenLink, linkAddress } from './linkApi.ts';

type Props = { links: readonly GivenLink[]; onRevoke: (link: GivenLink) => void };

/** The links that were given out, each to be copied where its address is known, and to be revoked. */
export function GivenLinks({ links, onRevoke }: Props) {
  const { t, dateTime } = useWords();
  if (links.length === 0) return <p className="quiet">{t('sharing.noLinks')}</p>;
  return (
    <ul className="given-links" aria-label={t('sharing.links')}>
      {links.map(link => {
        const kind = t(`sharing.kind.${link.kind}`, { revision: link.revision });
        const date = dateTime(link.createdAt);
        return (
          <li key={link.id} data-kind={link.kind}>
            <p>
              <strong>{kind}</strong> <span className="quiet">{t('sharing.madeOn', { date })}</span>
            </p>
            {link.secret === null ? (
              <p className="quiet">{t('sharing.secretElsewhere')}</p>
            ) : (
              <Copyable
                text={linkAddress({ id: link.id, secret: link.secret })}
                label={t('sharing.copyLink', { kind })}
              />
            )}
            <Button
              className="link-button"
              aria-label={t('sharing.revokeOf', { kind, date })}
              onPress={() => onRevoke(link)}
            >
              {t('sharing.revoke')}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
