import i18next from 'i18next';
import type { Workspace } from './records.ts';

/** The first numbered title that no scenario has; one that was deleted and can be put back counts too. */
export function freeTitle({ scenarios, deleted }: Workspace, title: (n: number) => string): string {
  const taken = new Set([...scenarios, ...deleted.map(one => one.document)].map(one => one.title));
  for (let n = 1; ; n++) if (!taken.has(title(n))) return title(n);
}

/** A title may have 200 characters; this leaves room for the mark of a copy. */
const longest = 180;

/** A free title for a branch. */
export function branchTitle(workspace: Workspace, original: string): string {
  const title = original.slice(0, longest);
  return freeTitle(workspace, n =>
    n === 1
      ? i18next.t('sharing.branchTitle', { title })
      : i18next.t('sharing.branchTitleNext', { title, n }),
  );
}

/** A free title for a copy. */
export function copyTitle(workspace: Workspace, original: string): string {
  const title = original.slice(0, longest);
  return freeTitle(workspace, n =>
    n === 1 ? i18next.t('scenario.copyTitle', { title }) : i18next.t('scenario.copyTitleNext', { title, n }),
  );
}
