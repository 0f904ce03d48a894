import { useQuery } from '@tanstack/react-query';
import type { ScenarioDocument } from '../../core/scenario/document.ts';
import { Problem } from '../controls/Problem.tsx';
import { useWords } from '../i18n/words.ts';
import type { ServerLink } from '../state/database.ts';
import { serverVersion, serverVersions } from './server.ts';
import { VersionItem } from './VersionItem.tsx';

type Props = { scenario: ScenarioDocument; link: ServerLink; onDone: () => void };

/** What the server has kept of a scenario, for its owner. */
export function ServerVersions({ scenario, link, onDone }: Props) {
  const { t } = useWords();
  const { data, error, refetch } = useQuery({
    queryKey: ['server-versions', link.serverId, link.revision],
    queryFn: () => serverVersions(link),
  });
  return (
    <section>
      <h3>{t('sharing.onServer')}</h3>
      {error !== null && <Problem error={error} onRetry={() => void refetch()} />}
      <ul className="versions">
        {(data ?? []).map(({ revision, title, storedAt }) => (
          <VersionItem
            key={revision}
            scenario={scenario}
            at={storedAt}
            title={t('sharing.serverVersion', { revision })}
            what={title}
            document={() => serverVersion(link, revision)}
            onDone={onDone}
          />
        ))}
      </ul>
    </section>
  );
}
