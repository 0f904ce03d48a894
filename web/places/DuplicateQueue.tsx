import type { Feature } from 'geojson';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { announce } from '../controls/Announcer.tsx';
import { Problem } from '../controls/Problem.tsx';
import { Skeleton } from '../controls/Skeleton.tsx';
import { useWords } from '../i18n/words.ts';
import { useAttributeWords } from '../layers/attributeWords.ts';
import { attributesOf, boxOf } from '../layers/facilities.ts';
import { lookAt } from '../map/shared.ts';
import { useScene } from '../state/scene.tsx';
import { type Correction, type DuplicatePair, useCorrect, useDuplicates, usePlaces } from './corrections.ts';
import { usePlaceNames } from './placeWords.ts';
import { made, selectPlace, usePlaceWork } from './work.ts';

const keyOf = ({ facilities }: DuplicatePair) => facilities.join(' ');

function Side({ place, n, pair }: { place: Feature; n: 1 | 2; pair: DuplicatePair }) {
  const { t, count } = useWords();
  const names = usePlaceNames();
  const about = useAttributeWords()(attributesOf(place));
  const area: unknown = place.properties?.areaM2;
  return (
    <div className="pair-side">
      <h3>
        <kbd>{n}</kbd> {names.title(place)}
      </h3>
      <dl>
        <dt>{t('places.source')}</dt>
        <dd>{names.source(place)}</dd>
        <dt>{t('places.fields.functions')}</dt>
        <dd>{names.functions(place)}</dd>
        {typeof area === 'number' && (
          <>
            <dt>{t('places.fields.areaM2')}</dt>
            <dd>{count(Math.round(area))}</dd>
          </>
        )}
        {about.length > 0 && (
          <>
            <dt>{t('places.known')}</dt>
            <dd>{about.join(' · ')}</dd>
          </>
        )}
      </dl>
      <Button className="link-button" onPress={() => selectPlace(pair.facilities[n - 1] ?? null)}>
        {t('places.open')}
      </Button>
    </div>
  );
}

/** Nothing is left to decide; the focus of the last decision comes here. */
function EmptyQueue({ skipped, onAgain }: { skipped: number; onAgain: () => void }) {
  const { t } = useWords();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) box.current?.focus();
  }, []);
  return (
    <div ref={box} tabIndex={-1} data-testid="duplicates">
      <p>{t('places.noDuplicates')}</p>
      {skipped > 0 && (
        <Button className="link-button" onPress={onAgain}>
          {t('places.skippedAgain', { count: skipped })}
        </Button>
      )}
    </div>
  );
}

/** Likely duplicates one after the other, side by side, with one key for each decision. */
export function DuplicateQueue() {
  const { t, decimal, share } = useWords();
  const { ground } = useScene();
  const { author } = usePlaceWork();
  const { data, error, refetch, isPlaceholderData } = useDuplicates(ground);
  const places = usePlaces(ground, null).data;
  const correct = useCorrect();
  const [skipped, setSkipped] = useState<readonly string[]>([]);
  const [decided, setDecided] = useState('');
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<unknown>(null);
  const box = useRef<HTMLFieldSetElement>(null);

  // Until the list of the new release is there, the pair that was decided on is still in the old one.
  const gone = isPlaceholderData ? [...skipped, decided] : skipped;
  const open = data?.filter(pair => !gone.includes(keyOf(pair))) ?? [];
  const [pair] = open;
  const find = (id: string | undefined) => places?.features.find(one => one.id === id);
  const [left, right] = [find(pair?.facilities[0]), find(pair?.facilities[1])];
  const shown = pair === undefined ? null : keyOf(pair);
  useEffect(() => {
    if (left === undefined || right === undefined || shown === null) return;
    const [a, b] = [boxOf(left), boxOf(right)];
    lookAt([Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])]);
  }, [left, right, shown]);

  if (error !== null) return <Problem error={error} onRetry={() => void refetch()} />;
  if (data === undefined || places === undefined) return <Skeleton lines={6} />;
  if (pair === undefined || left === undefined || right === undefined) {
    return <EmptyQueue skipped={skipped.length} onAgain={() => setSkipped([])} />;
  }
  const decide = async (correction: Pick<Correction, 'action'> & Record<string, unknown>, said: string) => {
    if (busy || author.trim() === '') return;
    setBusy(true);
    setFailed(null);
    try {
      const reason = t(correction.action === 'merge' ? 'places.mergeReason' : 'places.distinctReason');
      const done = await correct({ ...correction, author, reason });
      setDecided(keyOf(pair));
      made(done.change);
      announce(said);
    } catch (problem) {
      setFailed(problem);
    } finally {
      setBusy(false);
      // The next pair is decided on from the same spot, without a way back to it.
      box.current?.focus();
    }
  };
  const [a, b] = pair.facilities;
  const decisions = [
    {
      key: '1',
      title: t('places.keepFirst'),
      run: () => decide({ action: 'merge', facility: a, duplicate: b }, t('places.merged')),
    },
    {
      key: '2',
      title: t('places.keepSecond'),
      run: () => decide({ action: 'merge', facility: b, duplicate: a }, t('places.merged')),
    },
    {
      key: 'B',
      title: t('places.keepBoth'),
      run: () => decide({ action: 'distinct', facility: a, duplicate: b }, t('places.bothKept')),
    },
    {
      key: 'S',
      title: t('places.skip'),
      run: () => {
        setSkipped([...skipped, keyOf(pair)]);
        box.current?.focus();
      },
    },
  ];
  const press = (event: KeyboardEvent) => {
    const decision = decisions.find(({ key }) => key.toLowerCase() === event.key.toLowerCase());
    if (decision === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    // The page has keys of its own for numbers.
    event.stopPropagation();
    void decision.run();
  };
  return (
    <div data-testid="duplicates">
      <p className="quiet" role="status">
        {t('places.pairsLeft', { count: open.length })}
      </p>
      <fieldset className="pair" ref={box} tabIndex={-1} onKeyDown={press} aria-busy={busy}>
        <legend className="unseen">{t('places.pair')}</legend>
        <p>
          {t('places.why', { score: share(pair.score, 0), metres: decimal(pair.distanceM, 0) })}{' '}
          {pair.nameSimilarity === null
            ? t('places.whyUnnamed')
            : t('places.whyNamed', { alike: share(pair.nameSimilarity, 0) })}
        </p>
        <div className="pair-sides">
          <Side place={left} n={1} pair={pair} />
          <Side place={right} n={2} pair={pair} />
        </div>
        <div className="actions">
          {decisions.map(({ key, title, run }) => (
            <Button
              key={key}
              className="button"
              isDisabled={busy || (key !== 'S' && author.trim() === '')}
              aria-keyshortcuts={key}
              onPress={() => void run()}
            >
              {title} <kbd>{key}</kbd>
            </Button>
          ))}
        </div>
        {author.trim() === '' && <p className="note">{t('places.needAuthor')}</p>}
        {failed !== null && <Problem error={failed} />}
      </fieldset>
    </div>
  );
}
