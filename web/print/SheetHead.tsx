import { shortHash } from '../i18n/format.ts';
import { useWords } from '../i18n/words.ts';
import { useScopeName } from '../scenario/scopeName.ts';
import { useScene } from '../state/scene.tsx';
import { usePrinting } from './printing.ts';

type Props = {
  kind: string;
  title: string;
  notes: readonly string[] /** Other facts than where, when and on which release. */;
  facts?: readonly (readonly [string, string])[];
};

/** What the sheet is about, on what ground it stands, and when it was printed. */
export function SheetHead({ kind, title, notes, facts = [] }: Props) {
  const { t, text, date, dateTime } = useWords();
  const { region, release, levels, level, year } = useScene();
  const at = usePrinting(({ sheet }) => sheet?.at ?? null);
  const scope = useScopeName();
  const levelTitle = levels.find(one => one.id === level)?.title;
  const all: readonly (readonly [string, string])[] = [
    [t('print.scope'), scope === region.title ? scope : `${scope} (${region.title})`],
    [t('print.level'), levelTitle === undefined ? level : text(levelTitle)],
    [t('print.year'), String(year ?? '')],
    [t('print.release'), `${shortHash(release.hash)}, ${date(release.createdAt)}`],
    ...facts,
    [t('print.printed'), at === null ? '' : dateTime(at)],
  ];
  return (
    <header className="print-head">
      <p className="print-kind">
        {t('app.name')} · {kind}
      </p>
      <h1>{title}</h1>
      {region.synthetic && <p className="print-warning">{t('app.synthetic')}</p>}
      <dl className="print-facts">
        {all.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {notes
        .filter(note => note !== '')
        .map(note => (
          <p key={note} className="print-note">
            {note}
          </p>
        ))}
    </header>
  );
}
